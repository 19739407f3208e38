/** Why a person may not do something with a Case now. */

import type { Case, CaseState } from './case.ts';
import { claimAt, noWork, standingDecisions } from './case-work.ts';
import { type Decision, type TurnStage, takesEffectAt } from './decision.ts';
import { holdsOneOf, type Person, type Role } from './person.ts';

/** Why an act was not done; what the page says about each is written in the console. */
export type Obstacle =
  | { why: 'other-team' }
  | { why: 'role-missing'; role: Role }
  | { why: 'wrong-state'; state: CaseState }
  | { why: 'claimed-by-another'; name: string; until: string }
  | { why: 'not-claimed' }
  | { why: 'may-be-taken-back'; name: string; until: string }
  | { why: 'decided-by-you' }
  | { why: 'cannot-take-over'; name: string }
  | { why: 'evidence-not-opened' }
  | { why: 'changed-since-seen' }
  | { why: 'note-missing' }
  | { why: 'hold-days-missing' }
  | { why: 'not-about-one-pair' }
  | { why: 'nothing-to-take-back' };

/** Whose turn it is in each state that people work in. */
export const turns: Partial<Record<CaseState, { role: Role; stage: TurnStage }>> = {
  ready: { role: 'reviewer', stage: 'first' },
  'second-check': { role: 'second-reviewer', stage: 'second' },
};

/** Whether it is this person's turn at all: a state that people work in, the role for it, and never the same person twice. */
export function turnObstacle(item: Case, by: Person): Obstacle | undefined {
  const turn = turns[item.state];
  if (turn === undefined) return { why: 'wrong-state', state: item.state };
  if (!by.roles.includes(turn.role)) return { why: 'role-missing', role: turn.role };
  return firstConfirmationOf(item)?.by.id === by.id || item.check?.notBy === by.id ? { why: 'decided-by-you' } : undefined;
}

/** Whoever may answer for a notice may take back what it started from; the two who confirmed may as well. */
export function revokeObstacle({ state }: Pick<Case, 'state'>, by: Person): Obstacle | undefined {
  if (state !== 'confirmed') return { why: 'wrong-state', state };
  return holdsOneOf(by, ['second-reviewer', 'notice-officer']) ? undefined : { why: 'role-missing', role: 'second-reviewer' };
}

/** Nobody acts on a Case while a decision about it may still be taken back. */
export function undoObstacle(item: Case, at: Date): Obstacle | undefined {
  const undoable = undoableAt(item, at);
  return undoable && { why: 'may-be-taken-back', name: undoable.name, until: undoable.until };
}

/** Nobody acts on a Case that is in another person's hands. */
export function claimObstacle({ work = noWork }: Case, { by, at }: { by: Person; at: Date }): Obstacle | undefined {
  const held = claimAt(work, at);
  return held === undefined || held.by.id === by.id ? undefined : { why: 'claimed-by-another', name: held.by.name, until: held.until };
}

/** The evidence as it now stands: what was opened before the advert changed, or before the page was captured anew, was another page. */
export function hasOpened({ listing, page, work = noWork }: Pick<Case, 'listing' | 'page' | 'work'>, by: Pick<Person, 'id'>): boolean {
  const captured = page?.capturedAt ?? '';
  return work.opened.some((each) => each.by.id === by.id && each.revision === listing.revision && each.at >= captured);
}

/** A decision of this Case that its maker may still take back at a moment, and until when. */
export function undoableAt(item: Case, at: Date): { by: string; name: string; until: string } | undefined {
  const slot = item.work?.undo;
  const decision = slot && item.work?.decisions.findLast((each) => each.at === slot.at && each.by.id === slot.by);
  if (slot === undefined || decision === undefined || item.state !== slot.to) return undefined;
  // Closed once more since, by a record that went: not ours to take back.
  if (item.state === 'closed' && item.closedAt !== slot.at) return undefined;
  const until = takesEffectAt(decision);
  return until > at.toISOString() ? { by: slot.by, name: decision.by.name, until } : undefined;
}

/** The decision that put the Case on hold. */
export function holdOf({ state, work = noWork }: Pick<Case, 'state' | 'work'>): Decision | undefined {
  return state === 'on-hold' ? standingDecisions(work).at(-1) : undefined;
}

/** The first person's confirmation that the second is asked about. */
export function firstConfirmationOf({ state, work = noWork }: Pick<Case, 'state' | 'work'>): Decision | undefined {
  return state === 'second-check' ? standingDecisions(work).at(-1) : undefined;
}
