import { callPerson } from '../../shared/aws/call-person.ts';
import type { EscalationStore } from '../../shared/aws/escalation-store.ts';
import type { FollowUpStore } from '../../shared/aws/follow-up-store.ts';
import { giveUpPrepared } from '../../shared/aws/give-up-prepared.ts';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import type { VerificationStore } from '../../shared/aws/verification-store.ts';
import { confirmationOf } from '../../shared/domain/confirmation.ts';
import { standingOf } from '../../shared/domain/notice/confirmed-listing.ts';
import { draftFollowUp } from '../../shared/domain/notice/draft.ts';
import {
  type AskedListing,
  type FollowUpClock,
  followUpId,
  type ListingAnswer,
  type Reminder,
  reminderOf,
  standardFollowUps,
  stillAsked,
} from '../../shared/domain/notice/follow-up.ts';
import { aboutListing, type Verification } from '../../shared/domain/verification.ts';
import { deliveryRequestFor } from '../../shared/messages.ts';
import { noticePlatform, type Platform } from '../../shared/platforms/declaration.ts';
import type { NotifyParts } from './notify.ts';

export interface RemindParts
  extends Pick<
    NotifyParts,
    'notices' | 'cases' | 'records' | 'audit' | 'deliverQueue' | 'platforms' | 'authority' | 'team' | 'log' | 'now'
  > {
  followUps: Pick<FollowUpStore, 'due' | 'advance' | 'end'>;
  verifications: Pick<VerificationStore, 'ofNotice'>;
  /** Work for a person. */
  escalations: Pick<EscalationStore, 'raise' | 'get' | 'save'>;
  /** By Case, what the platform answered to a notice. */
  answeredListings(noticeId: string): Promise<ReadonlyMap<string, ListingAnswer>>;
}

/** What is left over is due at the next run. */
const mostAtOnce = 50;
const hourMs = 3_600_000;

/** Reminds platforms of notices whose answer is due, one follow-up a step; a fault with one keeps none of the others. Returns the ids of those written. */
export async function remind(parts: RemindParts): Promise<string[]> {
  await giveUpReminders(parts);
  const written: string[] = [];
  for (const clock of await parts.followUps.due(parts.team, parts.now(), mostAtOnce)) {
    try {
      const id = await strike(clock, parts);
      if (id !== undefined) written.push(id);
    } catch (error) {
      parts.log.warn('A platform could not be reminded', { error, noticeId: clock.noticeId });
    }
  }
  return written;
}

/** What waits to be handed in by form may wait for days, and what it reminds of be answered, gone or taken back meanwhile. */
async function giveUpReminders(parts: RemindParts): Promise<void> {
  for (const prepared of await parts.notices.ofState(parts.team, 'to-hand-in')) {
    try {
      if (await hasNothingToRemindOf(prepared, parts)) {
        const left = prepared.cases.map(({ caseId }) => ({ caseId, why: 'there is nothing left to remind of' }));
        await giveUpPrepared(prepared, left, { ...parts, actor: 'notify' });
      }
    } catch (error) {
      parts.log.warn('A reminder could not be given up', { error, noticeId: prepared.id });
    }
  }
}

async function hasNothingToRemindOf({ notice, cases }: StoredNotice, parts: RemindParts): Promise<boolean> {
  const earlier = notice.kind === 'follow-up' ? await parts.notices.get(notice.refersTo) : undefined;
  if (earlier === undefined) return false;
  const asked = await askedListings(earlier, parts);
  const named = asked.filter(({ verification }) => cases.some(({ caseId }) => caseId === verification.caseId));
  return reminderOf(named, parts.now()) === undefined;
}

/** One step of one notice: written, handed over to a person after the last, or passed over because nothing is left to remind of. The clock moves last, so that a crash repeats the step. */
async function strike(clock: FollowUpClock, parts: RemindParts): Promise<string | undefined> {
  const { notices, platforms, followUps, now } = parts;
  const earlier = await notices.get(clock.noticeId);
  if (earlier?.state === 'queued') return undefined;
  const platform = earlier && platforms.get(earlier.source);
  if (earlier?.state !== 'delivered' || platform === undefined) return stop(clock, parts);
  const asked = await askedListings(earlier, parts);
  if (clock.step > (platform.followUps ?? standardFollowUps)) {
    await handOver(earlier, asked, parts);
    return stop(clock, parts);
  }
  const reminder = reminderOf(asked, now());
  const stored = reminder && (await write(clock, { earlier, platform, reminder }, parts));
  const dueAt = stored?.notice.request.respondBy ?? new Date(now().getTime() + platform.respondWithinHours * hourMs).toISOString();
  await followUps.advance(clock, { step: clock.step + 1, dueAt });
  return stored?.id;
}

async function stop(clock: FollowUpClock, { followUps }: RemindParts): Promise<undefined> {
  await followUps.end(clock);
}

/** The clock has done what it can. A listing that is still offered is the call that the looks make as well, so that a person is called once. */
async function handOver({ id, team, source, notice }: StoredNotice, asked: readonly NamedListing[], parts: RemindParts): Promise<void> {
  const { platform } = notice.recipient;
  const calling = { ...parts, actor: 'notify' };
  for (const { verification } of asked.filter((each) => stillAsked(each) === 'live')) {
    const why = `The listing is still offered: ${platform} has not acted on the notice and its reminders.`;
    await callPerson({ ...aboutListing(verification), kind: 'still-offered', occurrence: '', why }, calling);
  }
  const unanswered = asked.filter((each) => stillAsked(each) === 'unanswered').map(({ verification }) => verification.caseId);
  if (unanswered.length === 0) return;
  const why = `${platform} has answered neither the notice nor its reminders, and nobody could see the listings.`;
  await callPerson({ kind: 'unanswered', team, source, noticeId: id, caseIds: unanswered, occurrence: '', why }, calling);
}

interface NamedListing extends AskedListing {
  verification: Verification;
  /** Its place among the targets of the notice. */
  index: number;
}

/** Those that may still be asked for: their Case is confirmed, and their record looked for, at this moment. */
async function askedListings({ id, cases: noticed }: StoredNotice, parts: RemindParts): Promise<NamedListing[]> {
  const { verifications, answeredListings, cases, records, now } = parts;
  const looked = new Map((await verifications.ofNotice(id)).map((each) => [each.caseId, each]));
  const answers = await answeredListings(id);
  const asked: NamedListing[] = [];
  for (const [index, { caseId }] of noticed.entries()) {
    const verification = looked.get(caseId);
    const item = await cases.get(caseId);
    if (verification === undefined || item === undefined || confirmationOf(item, now()) === undefined) continue;
    const record = await records.get(item.match.recordReference);
    if (record && standingOf(record, now())) asked.push({ index, verification, answer: answers.get(caseId) });
  }
  return asked;
}

interface ToWrite {
  earlier: StoredNotice;
  platform: Platform;
  reminder: Reminder<NamedListing>;
}

/** The follow-up first, then its rows, then its delivery: what a crash left is gone on with, and the first that was written stands. */
async function write(
  clock: FollowUpClock,
  { earlier, platform, reminder }: ToWrite,
  parts: RemindParts,
): Promise<StoredNotice | undefined> {
  const { notices, audit, deliverQueue, authority, now } = parts;
  const noticeId = followUpId(clock);
  const named = reminder.named.flatMap(({ index }) => {
    const [target, noticed] = [earlier.notice.targets[index], earlier.cases[index]];
    return target && noticed ? [{ target, noticed }] : [];
  });
  const notice = draftFollowUp({ noticeId: earlier.id, targets: named.map(({ target }) => target) }, reminder.seen, {
    platform: noticePlatform(platform),
    authority,
    noticeId,
    at: now(),
  });
  await notices.create({
    id: noticeId,
    team: earlier.team,
    source: earlier.source,
    state: 'queued',
    notice,
    cases: named.map(({ noticed }) => noticed),
    left: [],
    attempts: [],
    createdAt: now().toISOString(),
  });
  const stored = await notices.get(noticeId);
  if (stored === undefined) return undefined;
  for (const { caseId } of stored.cases) {
    await audit.append({
      at: stored.createdAt,
      actor: 'notify',
      act: 'follow-up-written',
      subject: { kind: 'case', id: caseId },
      outcome: 'done',
      detail: { noticeId, refersTo: earlier.id, step: clock.step, still: reminder.seen.still },
    });
  }
  if (stored.state === 'queued') await deliverQueue.send([deliveryRequestFor(stored)]);
  return stored;
}
