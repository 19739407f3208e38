import type { Delivery } from '../../shared/aws/batch.ts';
import { RetryLater } from '../../shared/aws/errors.ts';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import { confirmationOf } from '../../shared/domain/confirmation.ts';
import { draftRecall } from '../../shared/domain/notice/draft.ts';
import { groundKey } from '../../shared/domain/notice/ground-key.ts';
import type { Authority, RecallReason } from '../../shared/domain/notice/notice.ts';
import { isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
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
 * often it is asked for; a notice that was not delivered yet drops the listing by itself.
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
  for (const id of await notices.idsOfCase(caseId)) {
    const earlier = await notices.get(id);
    if (earlier?.notice.kind !== 'removal-notice' || earlier.state !== 'delivered') continue;
    await recall(earlier, { caseId, reason }, parts);
    await verifications.recall({ noticeId: earlier.id, caseId }, now().toISOString());
    await notices.freeGround(groundKey(item.listing, earlier.notice.ground.offence), earlier.id);
  }
}

function reasonOf(record: StolenRecord | undefined): RecallReason | undefined {
  if (record === undefined) return 'record-withdrawn';
  if (isLookedFor(record)) return undefined;
  return record.status === 'stolen' ? 'record-disputed' : `record-${record.status}`;
}

/** The recall first, then its delivery, then the row: a crash between is gone on with by the next delivery of the message. */
async function recall(
  earlier: StoredNotice,
  { caseId, reason }: { caseId: string; reason: RecallReason },
  { notices, platforms, authority, deliverQueue, audit, now }: RecallParts,
): Promise<void> {
  const platform = platforms.get(earlier.source);
  const at = earlier.cases.findIndex((each) => each.caseId === caseId);
  const [target, noticed] = [earlier.notice.targets[at], earlier.cases[at]];
  if (platform === undefined || authority === null || target === undefined || noticed === undefined) return;
  const noticeId = `${earlier.id}-R${at + 1}`;
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
  };
  await notices.create(stored);
  await deliverQueue.send([deliveryRequestFor(stored)]);
  const subject = { kind: 'case', id: caseId };
  await audit.append({
    at: stored.createdAt,
    actor: 'deliver',
    act: 'recall-written',
    subject,
    outcome: 'done',
    detail: { noticeId, refersTo: earlier.id, reason },
  });
}
