/** When a platform is reminded of a removal notice, and of which of its listings: decided by the clock, the looks and the answers alone. */

import { lastTellingLook, type Verification } from '../verification.ts';
import type { AnswerKind } from './answer.ts';
import type { FollowUp, RemovalNotice } from './notice.ts';

/** Reminders of one notice where its platform's declaration says nothing else: when the answer is due, and once more after as long again. */
export const standardFollowUps = 2;

/** What a platform said last of one listing. Only `removed` leaves something to remind of: the rest is for a person to read. */
export type ListingAnswer = AnswerKind;

/** A listing that a delivered removal notice asks for, as far as is known of it. */
export interface AskedListing {
  verification: Pick<Verification, 'looks' | 'recalledAt'>;
  answer: ListingAnswer | undefined;
}

/** Where the clock of one notice stands. */
export interface FollowUpClock {
  noticeId: string;
  team: string;
  /** The next reminder, from 1 on; one more than there are when only a person is left to tell. */
  step: number;
  /** ISO 8601 in UTC. */
  dueAt: string;
}

/** The first reminder is due when the answer was. */
export function firstFollowUp({ noticeId, request }: Pick<RemovalNotice, 'noticeId' | 'request'>, team: string): FollowUpClock {
  return { noticeId, team, step: 1, dueAt: request.respondBy };
}

/** `N-7Kq2-F1`: the same for the same notice and step, so that a step is written once however often the clock fires. */
export function followUpId({ noticeId, step }: Pick<FollowUpClock, 'noticeId' | 'step'>): string {
  return `${noticeId}-F${step}`;
}

export interface Reminder<Asked> {
  named: Asked[];
  seen: FollowUp['seen'];
}

/**
 * What a reminder may say of these listings; undefined when there is nothing to remind of. What was taken back, last seen gone, or answered with
 * anything but `removed` is not named.
 *
 * One sentence holds for all that are named: `unanswered` where no answer came for any of them and one of them could not be seen, else `live`; then a
 * listing that nobody saw is not named.
 */
export function reminderOf<Asked extends AskedListing>(listings: readonly Asked[], at: Date): Reminder<Asked> | undefined {
  const open = listings.filter((asked) => stillAsked(asked) !== undefined).map((asked) => ({ asked, liveSince: liveLookOf(asked)?.at }));
  if (open.length === 0) return undefined;
  const live = open.filter(({ liveSince }) => liveSince !== undefined);
  const isUnanswered = open.every(({ asked }) => asked.answer === undefined);
  const seenAll = live.length === open.length;
  if (isUnanswered && !seenAll) return { named: open.map(({ asked }) => asked), seen: { at: at.toISOString(), still: 'unanswered' } };
  const [first] = live.map(({ liveSince = '' }) => liveSince).sort();
  return first === undefined ? undefined : { named: live.map(({ asked }) => asked), seen: { at: first, still: 'live' } };
}

/** What is still asked of one listing, and why. */
export function stillAsked({ verification, answer }: AskedListing): FollowUp['seen']['still'] | undefined {
  if (verification.recalledAt !== undefined) return undefined;
  if (answer !== undefined && answer !== 'removed') return undefined;
  const last = lastTellingLook(verification);
  if (last === undefined) return answer === undefined ? 'unanswered' : undefined;
  return last.liveness === 'live' ? 'live' : undefined;
}

function liveLookOf({ verification }: AskedListing) {
  const last = lastTellingLook(verification);
  return last?.liveness === 'live' ? last : undefined;
}
