import type { Delivery } from '../../shared/aws/batch.ts';
import { callOff, callPerson } from '../../shared/aws/call-person.ts';
import { RetryLater } from '../../shared/aws/errors.ts';
import { giveUpPrepared } from '../../shared/aws/give-up-prepared.ts';
import { type Ground, groundOf } from '../../shared/aws/ground-of-case.ts';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { Case } from '../../shared/domain/case.ts';
import { noWork, standingDecisions } from '../../shared/domain/case-work.ts';
import { confirmationOf } from '../../shared/domain/confirmation.ts';
import type { Call } from '../../shared/domain/escalation.ts';
import { draftRecall } from '../../shared/domain/notice/draft.ts';
import { groundKey } from '../../shared/domain/notice/ground-key.ts';
import type { Authority, RecallReason, RemovalNotice } from '../../shared/domain/notice/notice.ts';
import { recallIdOf } from '../../shared/domain/notice/recall-id.ts';
import { isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
import { callsOfListing } from '../../shared/domain/verification.ts';
import { deliveryRequestFor, type RecallNotices } from '../../shared/messages.ts';
import { noticePlatform } from '../../shared/platforms/declaration.ts';
import type { DeliverParts } from './deliver.ts';

export interface RecallParts extends DeliverParts {
  deliverQueue: QueueSender;
  /** In whose name it goes; without one no notice was ever sent. */
  authority: Authority | null;
}

/**
 * A confirmed Case lost its ground: takes back what platforms were told of its listing, and of no other listing of the same notice. Done once however
 * often it is asked for; a notice that was not delivered yet drops the listing by itself, and one that waits for an officer is not waited for any more.
 */
export async function recallNotices({ caseId }: RecallNotices, delivery: Delivery, parts: RecallParts): Promise<void> {
  const { cases, records, notices, verifications, now } = parts;
  const item = await cases.get(caseId);
  if (item === undefined) return;
  const record = await records.get(item.match.recordReference);
  // The message goes out before the Case is closed: what it says is looked up and not believed.
  const reason = reasonOf(record) ?? (confirmationOf(item, now()) === undefined ? 'decision-wrong' : undefined);
  if (reason === undefined) {
    if (delivery.lastAttempt) return;
    throw new RetryLater('The case is still confirmed', { afterSeconds: 5 });
  }
  const written = (await Promise.all((await notices.idsOfCase(caseId)).map(notices.get))).filter((each) => each !== undefined);
  // Where nobody was told, nothing is taken back that a person would have to look after.
  if (written.some(wasTold)) await callPerson(lostGround(item, reason), { ...parts, actor: 'deliver' });
  const recordStatusChangedAt = reason === 'decision-wrong' ? undefined : (await records.statusSet(item.match.recordReference))?.at;
  for (const earlier of written) {
    if (earlier.state === 'to-hand-in' && earlier.notice.kind !== 'recall') await dropPrepared(earlier, parts);
    if (!wasTold(earlier)) continue;
    await recall(earlier, { caseId, reason, recordStatusChangedAt }, parts);
    await verifications.recall({ noticeId: earlier.id, caseId }, now().toISOString());
    const looked = (await verifications.ofNotice(earlier.id)).filter((each) => each.caseId === caseId);
    await callOff(looked.flatMap(callsOfListing), 'The notice was taken back.', { ...parts, actor: 'deliver' });
    await notices.freeGround(groundKey(item.listing, earlier.notice.ground.offence), earlier.id);
  }
}

function wasTold(stored: StoredNotice): stored is StoredNotice & { notice: RemovalNotice } {
  return stored.state === 'delivered' && stored.notice.kind === 'removal-notice';
}

/** One that waits to be handed in leaves out what has lost its ground when an officer opens it; when nothing stands it need not be opened. */
async function dropPrepared(prepared: StoredNotice, parts: RecallParts): Promise<void> {
  const grounds = await Promise.all(prepared.cases.map(({ caseId }) => groundOf(caseId, parts)));
  if (grounds.some((ground) => 'item' in ground)) return;
  const left = prepared.cases.map(({ caseId }, index) => ({ caseId, why: whyNot(grounds[index]) }));
  await giveUpPrepared(prepared, left, { ...parts, actor: 'deliver' });
}

function whyNot(ground: Ground | { why: string } | undefined): string {
  return ground !== undefined && 'why' in ground ? ground.why : '';
}

const lossWords: Record<RecallReason, string> = {
  'record-withdrawn': 'The record was withdrawn',
  'record-recovered': 'The device was recovered',
  'record-lawfully-disposed': 'The device was lawfully disposed of',
  'record-disputed': 'The record is disputed',
  'decision-wrong': 'The confirmation was taken back, or the match no longer stands',
};

/** What two persons confirmed is not undone behind their backs. */
function lostGround({ id, team, listing: { source }, work = noWork }: Case, reason: RecallReason): Call {
  const why = `${lossWords[reason]}, after two persons confirmed the case. What platforms were told is taken back.`;
  return { kind: 'ground-lost', team, source, caseIds: [id], occurrence: standingDecisions(work).at(-1)?.at ?? '', why };
}

function reasonOf(record: StolenRecord | undefined): RecallReason | undefined {
  if (record === undefined) return 'record-withdrawn';
  if (isLookedFor(record)) return undefined;
  return record.status === 'stolen' ? 'record-disputed' : `record-${record.status}`;
}

/** The recall first, then its delivery, then the row: a crash between is gone on with by the next delivery of the message. */
async function recall(
  earlier: StoredNotice,
  { caseId, reason, recordStatusChangedAt }: { caseId: string; reason: RecallReason; recordStatusChangedAt: string | undefined },
  { notices, platforms, authority, deliverQueue, audit, now }: RecallParts,
): Promise<void> {
  const platform = platforms.get(earlier.source);
  const at = earlier.cases.findIndex((each) => each.caseId === caseId);
  const [target, noticed] = [earlier.notice.targets[at], earlier.cases[at]];
  if (platform === undefined || authority === null || target === undefined || noticed === undefined) return;
  const noticeId = recallIdOf(earlier.id, at + 1);
  const drafting = { platform: noticePlatform(platform), authority, noticeId, at: now() };
  const notice = draftRecall({ noticeId: earlier.id, targets: [target] }, reason, drafting);
  const stored: StoredNotice = {
    id: noticeId,
    team: earlier.team,
    source: earlier.source,
    state: 'queued',
    notice,
    cases: [noticed],
    left: [],
    attempts: [],
    createdAt: now().toISOString(),
    ...(recordStatusChangedAt !== undefined && { recordStatusChangedAt }),
  };
  await notices.create(stored);
  // The one that was written first, when this is done a second time: so its row is the same row.
  const { createdAt } = (await notices.get(noticeId)) ?? stored;
  await deliverQueue.send([deliveryRequestFor(stored)]);
  const subject = { kind: 'case', id: caseId };
  await audit.append({
    at: createdAt,
    actor: 'deliver',
    act: 'recall-written',
    subject,
    outcome: 'done',
    detail: { noticeId, refersTo: earlier.id, reason, ...(recordStatusChangedAt !== undefined && { recordStatusChangedAt }) },
  });
}
