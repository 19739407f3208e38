/**
 * An Escalation is work about a notice that no clock can do: a person takes it, acts outside of Fencewatch, and closes it with a note. What calls for
 * one is decided elsewhere (verification.ts, notice/follow-up.ts); here is what it is and what may be done with it.
 */

import { createHash } from 'node:crypto';

/**
 * `returned`: the listing was gone and is offered again. `still-offered`: it is offered though the platform was asked and reminded. `unseen`: nobody
 * could see it for a day. `unanswered`: neither seen nor answered after the last reminder. `undeliverable`: the platform did not take the notice.
 * `to-hand-in`: the platform takes notices by its own form, and one is prepared. `disputed`: the platform says that the notice is wrong. `asked-back`: it needs to know more.
 * `recall-refused`: it does not take back what it did. `ground-lost`: what two persons confirmed lost its record or was taken back, and platforms
 * that were told are told so.
 */
export const escalationKinds = [
  'returned',
  'still-offered',
  'unseen',
  'unanswered',
  'undeliverable',
  'to-hand-in',
  'disputed',
  'asked-back',
  'recall-refused',
  'ground-lost',
] as const;
export type EscalationKind = (typeof escalationKinds)[number];

export const escalationStates = ['open', 'taken', 'closed'] as const;
export type EscalationState = (typeof escalationStates)[number];

/** What calls for a person, as the clock finds it. */
export interface Call {
  kind: EscalationKind;
  team: string;
  /** Id of the Source whose platform it is about. */
  source: string;
  /** Absent where none was written yet. */
  noticeId?: string;
  /** Of those concerned, at least one. */
  caseIds: readonly string[];
  /** Tells the second time from the first, where it may happen twice; the same however often it is found. */
  occurrence: string;
  /** In a sentence. */
  why: string;
  /** Of what a platform's answers call for. */
  answers?: CallingAnswers;
}

/** What a platform said of one listing, again and again. */
interface CallingAnswers {
  /** Number of the newest one (StoredAnswer). */
  newest: number;
  /** How many there were since the escalation before was closed. */
  counted: number;
  /** The newest one's: a stranger wrote them. */
  words: string;
}

interface NamedPerson {
  id: string;
  name: string;
}

export interface Escalation extends Omit<Call, 'occurrence'> {
  /** Opaque, and the same for the same call. */
  id: string;
  state: EscalationState;
  /** ISO 8601 in UTC, as the others. */
  raisedAt: string;
  /** The function that found it. */
  raisedBy: string;
  taken?: { by: NamedPerson; at: string; note?: string };
  /** Without a person where the clock found that nothing is left to do. */
  closed?: { by?: NamedPerson; at: string; note: string };
}

export function escalationOf(call: Call, { by, at }: { by: string; at: Date }): Escalation {
  const { occurrence: _told, ...told } = call;
  return { ...told, id: escalationId(call), state: 'open', raisedAt: at.toISOString(), raisedBy: by };
}

/** Follows from what is called for, so that a clock that fires twice calls once, and what was closed is not called for again. */
export function escalationId({ kind, noticeId, caseIds, occurrence }: Pick<Call, 'kind' | 'noticeId' | 'caseIds' | 'occurrence'>): string {
  const name = JSON.stringify([kind, noticeId ?? '', caseIds, occurrence]);
  return `E-${createHash('sha256').update(name).digest('base64url').slice(0, 20)}`;
}

export type EscalationAct = { act: 'take'; note?: string | undefined } | { act: 'close'; note: string };

/** Why an act is not done: it is closed already, or somebody else has it. */
export type EscalationHindrance = 'closed-already' | 'taken-by-another' | 'not-taken';

/** Whoever is there may take it, also out of the hands of somebody who is not; whoever has it closes it. */
export function actOnEscalation(
  before: Escalation,
  asked: EscalationAct,
  { by: { id, name }, at }: { by: NamedPerson; at: Date },
): Escalation | { hindrance: EscalationHindrance } {
  const by = { id, name };
  if (before.state === 'closed') return { hindrance: 'closed-already' };
  if (asked.act === 'take') {
    const note = asked.note?.trim();
    return { ...before, state: 'taken', taken: { by, at: at.toISOString(), ...(note && { note }) } };
  }
  if (before.taken === undefined) return { hindrance: 'not-taken' };
  if (before.taken.by.id !== id) return { hindrance: 'taken-by-another' };
  return { ...before, state: 'closed', closed: { by, at: at.toISOString(), note: asked.note.trim() } };
}

/** What a person can do about it, in a sentence. */
export const whatToDo: Record<EscalationKind, string> = {
  returned: 'Open the listing. If it is the same offer, ring the platform and name the notice.',
  'still-offered': 'Ring the platform and name the notice; a reminder is of no more use.',
  unseen: 'Open the listing by hand and look. If the source cannot be seen at all, the page Scans says why.',
  unanswered: 'Ask the platform by another way whether the notice arrived, and open the listing by hand.',
  undeliverable: 'Read why it was not taken, mend the declaration of the platform or the secret, and tell the platform by hand meanwhile.',
  'to-hand-in': 'Open the notice, copy it into the platform’s form, and mark it as handed in.',
  disputed:
    'Read on the case’s page what the platform says, and look at the case again. If the match was wrong, take the confirmation back there; if the record is, have it withdrawn. Either way the notice is taken back.',
  'asked-back': 'Read on the case’s page what the platform needs to know, and write to it.',
  'recall-refused':
    'Read on the case’s page why, and ring the platform: what it took down because of us has lost its ground, and the seller waits.',
  'ground-lost':
    'Read on the case’s page why, and ask the records desk or that colleague whether it is right. Look that the platform takes it back.',
};
