/**
 * What people may do with a Case, as one pure function: the Case as it is and an act in, the Case as it then is or the reason why not out.
 *
 * | act | from | to | who |
 * | --- | --- | --- | --- |
 * | claim, renew, release, hand-over | `ready`, `second-check` | the same | a reviewer; a second reviewer who did not confirm it first |
 * | open-evidence | `ready`, `second-check` | the same | the same |
 * | decide | `ready` | as `firstDecisionLeadsTo` says | who holds the claim |
 * | decide | `second-check` | `confirmed`, or back to `ready` | who holds the claim |
 * | undo | what the decision led to | where it came from | who decided, within the undo window |
 * | resume | `on-hold` | `ready` | a reviewer |
 * | revoke | `confirmed` | `closed`, as refused | a second reviewer or notice officer, when it can no longer be undone |
 */

import type { Case, CaseState } from './case.ts';
import {
  claimObstacle,
  hasOpened,
  holdOf,
  type Obstacle,
  revokeObstacle,
  turnObstacle,
  turns,
  undoableAt,
  undoObstacle,
} from './case-obstacles.ts';
import { type CaseWork, type Claim, claimAt, noWork } from './case-work.ts';
import {
  type Decision,
  type DecisionCode,
  fieldsAskedFor,
  firstDecisionLeadsTo,
  isRefusalReason,
  longestHoldDays,
  noteOf,
} from './decision.ts';
import type { Person } from './person.ts';
import { type RefusalReason, refuse } from './refusal.ts';

export type Act =
  | { act: 'claim' | 'renew' | 'release' | 'open-evidence' | 'undo' | 'resume' }
  | { act: 'hand-over'; to: Person; note?: string | undefined }
  | DecideAct
  | RevokeAct;

export interface DecideAct {
  act: 'decide';
  code: DecisionCode;
  note?: string | undefined;
  /** Of a hold: days from now, 1 to 90. */
  holdDays?: number | undefined;
  /** `seenOf` the Case that the person had before them. */
  seen: string;
}

/** A wrong match that was noticed after both persons agreed, by a platform's answer for instance. */
export interface RevokeAct {
  act: 'revoke';
  code: RefusalReason;
  note?: string | undefined;
}

export type Worked = { outcome: 'done'; item: Case } | { outcome: 'refused'; obstacle: Obstacle };

const claimMinutes = 15;
/** For the colleague's next shift. */
const handOverHours = 24;

interface Moment {
  by: Person;
  at: Date;
}

/** Does one act of one person at one moment. */
export function workOn(item: Case, act: Act, moment: Moment): Worked {
  if (moment.by.team !== item.team) return refused({ why: 'other-team' });
  switch (act.act) {
    case 'claim':
      return claim(item, moment);
    case 'renew':
      return withOwnClaim(item, moment, (held) => changed(item, { claim: { ...held, until: later(moment.at, claimMinutes) } }));
    case 'release':
      return withOwnClaim(item, moment, () => changed(item, { claim: undefined }));
    case 'hand-over':
      return withOwnClaim(item, moment, () => handOver(item, act, moment));
    case 'open-evidence':
      return openEvidence(item, moment);
    case 'decide':
      return withOwnClaim(item, moment, () => decide(item, act, moment));
    case 'undo':
      return undo(item, moment);
    case 'resume':
      return resume(item, moment);
    case 'revoke':
      return revoke(item, act, moment);
  }
}

/** Names what a decision is made on: a Case whose Match was compared anew since is another one to look at. */
export function seenOf({ listing, basis, state }: Pick<Case, 'listing' | 'basis' | 'state'>): string {
  return [state, listing.revision, basis ?? ''].join(' ');
}

/** A hold that has run out makes the Case ready again; undefined while it has not. */
export function endHold(item: Case, at: Date): Case | undefined {
  const until = holdOf(item)?.holdUntil;
  if (until === undefined || until > at.toISOString()) return undefined;
  return withWork({ ...item, state: 'ready' }, {});
}

/**
 * Refuses a pair without a claim: as one of those that a flood's decision stands for, or by a command of the operator. Only where no person's
 * decision stands.
 */
export function refuseUnclaimed(
  item: Case,
  { code, by, at, withFlood }: { code: DecisionCode; by: Decision['by']; at: Date; withFlood?: string },
): Case | undefined {
  const { state } = item;
  if (state !== 'waiting' && state !== 'held' && state !== 'opened' && state !== 'ready') return undefined;
  if (undoableAt(item, at) || claimAt(item.work ?? noWork, at)) return undefined;
  const decision = { ...decisionOn(item, { by, at }), stage: 'first' as const, code, ...(withFlood !== undefined && { withFlood }) };
  return settle(item, decision, { to: 'closed', back: state });
}

function claim(item: Case, { by, at }: Moment): Worked {
  const obstacle = turnObstacle(item, by) ?? undoObstacle(item, at) ?? claimObstacle(item, { by, at });
  if (obstacle) return refused(obstacle);
  return changed(item, { claim: claimBy(by, at) });
}

function handOver(item: Case, { to, note }: Extract<Act, { act: 'hand-over' }>, { by, at }: Moment): Worked {
  const cannot = to.id === by.id || to.team !== item.team || turnObstacle(item, to) !== undefined;
  if (cannot) return refused({ why: 'cannot-take-over', name: to.name });
  const kept = noteOf(note);
  const until = later(at, handOverHours * 60);
  return changed(item, {
    claim: { by: named(to), at: at.toISOString(), until, from: named(by), ...(kept !== undefined && { note: kept }) },
  });
}

function openEvidence(item: Case, { by, at }: Moment): Worked {
  const obstacle = turnObstacle(item, by) ?? undoObstacle(item, at);
  if (obstacle) return refused(obstacle);
  const others = (item.work?.opened ?? []).filter((each) => each.by.id !== by.id);
  return changed(item, { opened: [...others, { by: named(by), at: at.toISOString(), revision: item.listing.revision }] });
}

function decide(item: Case, act: DecideAct, { by, at }: Moment): Worked {
  const turn = turns[item.state];
  if (turn === undefined) return refused({ why: 'wrong-state', state: item.state });
  if (act.seen !== seenOf(item)) return refused({ why: 'changed-since-seen' });
  const asked = fieldsAskedFor(turn.stage, act.code);
  if (act.code === 'confirmed-stolen' && item.kind === 'flood') return refused({ why: 'not-about-one-pair' });
  if (asked.evidence && !hasOpened(item, by)) return refused({ why: 'evidence-not-opened' });
  const note = noteOf(act.note);
  if (asked.note && note === undefined) return refused({ why: 'note-missing' });
  const holdUntil = asked.holdDays ? endOfHold(act.holdDays, at) : undefined;
  if (asked.holdDays && holdUntil === undefined) return refused({ why: 'hold-days-missing' });
  const decision: Decision = {
    ...decisionOn(item, { by: named(by), at }),
    stage: turn.stage,
    code: act.code,
    ...(note !== undefined && { note }),
    ...(holdUntil !== undefined && { holdUntil }),
  };
  const back = turn.stage === 'first' ? 'ready' : 'second-check';
  return { outcome: 'done', item: settle(item, decision, { to: item.check ? 'closed' : leadsTo(decision), back }) };
}

function leadsTo({ stage, code }: Decision): CaseState {
  if (stage === 'first') return firstDecisionLeadsTo[code];
  return code === 'confirmed-stolen' ? 'confirmed' : 'ready';
}

/** Only the decider may act until the window is over, and only to take it back: what was replaced is kept for that. */
function settle(
  item: Case,
  decision: Decision,
  { to, back }: { to: CaseState; back: 'waiting' | 'held' | 'opened' | 'ready' | 'second-check' },
): Case {
  const { by, at, code, withFlood } = decision;
  const undo = { by: by.id, at, to, back, ...(item.refusal !== undefined && { refusal: item.refusal }) };
  const decided = withWork({ ...item, state: to }, { claim: undefined, undo, decisions: [...(item.work?.decisions ?? []), decision] });
  // A check asks how a person decides, and nothing follows from the answer.
  if (item.check) return { ...decided, closedAt: at, closedBecause: 'It was a check of how decisions agree.' };
  if (to !== 'closed' || !isRefusalReason(code)) return decided;
  const closedBecause = `Refused by ${by.name}: ${code}${withFlood === undefined ? '' : ', with the flood it was held for'}.`;
  return { ...closedAs(decided, decision, code), closedBecause };
}

function closedAs(item: Case, { by, at }: Decision, reason: RefusalReason): Case {
  return { ...item, refusal: refuse(item.match, { reason, by: by.id, at: new Date(at) }), closedAt: at };
}

function undo(item: Case, { by, at }: Moment): Worked {
  const undoable = undoableAt(item, at);
  const slot = item.work?.undo;
  if (undoable === undefined || slot === undefined || undoable.by !== by.id) return refused({ why: 'nothing-to-take-back' });
  const { closedAt: _closedAt, closedBecause: _closedBecause, refusal: _refusal, ...rest } = item;
  const decisions = (item.work?.decisions ?? []).map((each) =>
    each.at === slot.at && each.by.id === slot.by && each.undoneAt === undefined ? { ...each, undoneAt: at.toISOString() } : each,
  );
  const before = { ...rest, state: slot.back, ...(slot.refusal !== undefined && { refusal: slot.refusal }) };
  const mayClaim = turns[slot.back] !== undefined;
  return {
    outcome: 'done',
    item: withWork(before, { decisions, undo: undefined, claim: mayClaim ? claimBy(by, at) : undefined }),
  };
}

function resume(item: Case, { by, at }: Moment): Worked {
  if (item.state !== 'on-hold') return refused({ why: 'wrong-state', state: item.state });
  if (!by.roles.includes('reviewer')) return refused({ why: 'role-missing', role: 'reviewer' });
  const obstacle = undoObstacle(item, at);
  if (obstacle) return refused(obstacle);
  return { outcome: 'done', item: withWork({ ...item, state: 'ready' }, { claim: claimBy(by, at) }) };
}

/**
 * To `closed` and not back to the queue: there the same evidence would be asked about again at once. It comes back as any refused pair does, when its
 * evidence changes or the refusal runs out. One person's word is enough, since it takes away and adds nothing; and it is not undone: platforms are told.
 */
function revoke(item: Case, { code, note: text }: RevokeAct, { by, at }: Moment): Worked {
  const obstacle = revokeObstacle(item, by) ?? undoObstacle(item, at);
  if (obstacle) return refused(obstacle);
  const note = noteOf(text);
  if (note === undefined) return refused({ why: 'note-missing' });
  const decision: Decision = { ...decisionOn(item, { by: named(by), at }), stage: 'revocation', code, note };
  const decisions = [...(item.work?.decisions ?? []), decision];
  const closed = closedAs(withWork({ ...item, state: 'closed' }, { claim: undefined, undo: undefined, decisions }), decision, code);
  return { outcome: 'done', item: { ...closed, closedBecause: `The confirmation was taken back by ${by.name}: ${code}.` } };
}

function withOwnClaim(item: Case, { by, at }: Moment, act: (held: Claim) => Worked): Worked {
  const obstacle = turnObstacle(item, by) ?? undoObstacle(item, at) ?? claimObstacle(item, { by, at });
  if (obstacle) return refused(obstacle);
  const held = claimAt(item.work ?? noWork, at);
  return held === undefined ? refused({ why: 'not-claimed' }) : act(held);
}

function endOfHold(days: number | undefined, at: Date): string | undefined {
  if (days === undefined || !Number.isInteger(days) || days < 1 || days > longestHoldDays) return undefined;
  return later(at, days * 24 * 60);
}

function decisionOn({ listing, basis }: Case, { by, at }: { by: Decision['by']; at: Date }) {
  return { by, at: at.toISOString(), revision: listing.revision, ...(basis !== undefined && { basis }) };
}

function claimBy(by: Person, at: Date): Claim {
  return { by: named(by), at: at.toISOString(), until: later(at, claimMinutes) };
}

function named({ id, name }: Person): Decision['by'] {
  return { id, name };
}

function later(at: Date, minutes: number): string {
  return new Date(at.getTime() + minutes * 60_000).toISOString();
}

function changed(item: Case, change: WorkChange): Worked {
  return { outcome: 'done', item: withWork(item, change) };
}

function refused(obstacle: Obstacle): Worked {
  return { outcome: 'refused', obstacle };
}

type WorkChange = { [Field in 'claim' | 'undo']?: CaseWork[Field] | undefined } & Partial<Pick<CaseWork, 'opened' | 'decisions'>>;

/** A field given as undefined is taken away. */
function withWork(item: Case, change: WorkChange): Case {
  const { claim: held, undo: slot, ...kept } = { ...(item.work ?? noWork), ...change };
  const work = {
    ...kept,
    version: kept.version + 1,
    ...(held !== undefined && { claim: held }),
    ...(slot !== undefined && { undo: slot }),
  };
  return { ...item, work };
}
