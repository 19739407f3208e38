import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { Delivery } from '../../shared/aws/batch.ts';
import { beginToVerify } from '../../shared/aws/begin-to-verify.ts';
import { callPerson } from '../../shared/aws/call-person.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import { RetryLater, Unprocessable } from '../../shared/aws/errors.ts';
import type { EscalationStore } from '../../shared/aws/escalation-store.ts';
import type { FollowUpStore } from '../../shared/aws/follow-up-store.ts';
import type { NoticeChange, NoticeState, NoticeStore, StoredNotice } from '../../shared/aws/notice-store.ts';
import type { RecordStore } from '../../shared/aws/record-store.ts';
import type { VerificationStore } from '../../shared/aws/verification-store.ts';
import type { ListingAnswer } from '../../shared/domain/notice/follow-up.ts';
import { handInCall } from '../../shared/domain/notice/hand-in-call.ts';
import type { Sent } from '../../shared/domain/notice/sent.ts';
import type { Ladder } from '../../shared/domain/verification.ts';
import type { DeliverNotice } from '../../shared/messages.ts';
import { readNotice } from '../../shared/notice-schema.ts';
import type { Platform } from '../../shared/platforms/declaration.ts';
import type { NoticeSender } from '../../shared/platforms/send-notice.ts';
import { type Portal, portalLink } from '../../shared/portal-link.ts';
import type { PageFetcher } from '../../shared/sources/fetch-page.ts';
import type { Source } from '../../shared/sources/source.ts';
import { type Looked, lookOnceMore } from './look-once-more.ts';

export interface DeliverParts {
  notices: NoticeStore;
  cases: CaseStore;
  records: RecordStore;
  audit: AuditStore;
  verifications: Pick<VerificationStore, 'open' | 'recall' | 'ofNotice'>;
  followUps: Pick<FollowUpStore, 'open'>;
  /** Work for a person. */
  escalations: Pick<EscalationStore, 'raise' | 'get' | 'save'>;
  /** By Case, what the platform answered to a notice. */
  answeredListings(noticeId: string): Promise<ReadonlyMap<string, ListingAnswer>>;
  ladder: Ladder;
  fetcher: PageFetcher;
  sourceNamed: (id: string) => Source | undefined;
  /** By Source. */
  platforms: ReadonlyMap<string, Platform>;
  send: NoticeSender;
  /** Where platforms answer; without one notices carry no link. */
  portal?: Portal | undefined;
  now: () => Date;
}

type Attempted = Exclude<Sent, { outcome: 'by-hand' }>;

const firstWaitSeconds = 15;
const longestWaitSeconds = 900;

/**
 * Delivers one notice: looks once more whether it is still right, checks that it is complete, sends it on its platform's channel. Ends in delivered,
 * dropped, put before a person, tried again or parked, once; a second delivery of the message, or of the notice, changes nothing.
 */
export async function deliverNotice({ noticeId }: DeliverNotice, delivery: Delivery, parts: DeliverParts): Promise<void> {
  const stored = await parts.notices.get(noticeId);
  if (stored?.state !== 'queued') return;

  const looked = await lookOnceMore(stored, delivery, parts);
  if (looked.cases.length === 0)
    return settle(stored, { change: { ...looked, state: 'dropped', stateBecause: 'nothing is left to ask' } }, parts);
  const answerAt = parts.portal && portalLink({ source: stored.source, noticeId }, parts.portal, parts.now());
  const read = readNotice({ ...looked.notice, ...(answerAt !== undefined && { answerAt }) });
  if (!read.complete) return giveUp(stored, { change: looked, why: `it is not complete: ${read.problems}` }, parts);
  const platform = parts.platforms.get(stored.source);
  if (platform === undefined) return giveUp(stored, { change: looked, why: `${stored.source} is not declared as a recipient` }, parts);

  // A platform may open its portal before the notice is settled, and sees there what is sent and no listing that was left out.
  if (looked.left.length > stored.left.length) await parts.notices.change(stored.id, looked);
  const sent = await parts.send(read.notice, platform, delivery.signal);
  if (sent.outcome === 'by-hand') return putBeforePerson(stored, { looked, url: sent.url }, parts);
  const attempts = [...stored.attempts, attemptOf(withoutLink(sent, answerAt), parts.now())];
  switch (sent.outcome) {
    case 'taken': {
      const deliveredAt = parts.now().toISOString();
      await beginToVerify({ ...stored, ...looked, deliveredAt }, parts);
      return settle(stored, { change: { ...looked, attempts, state: 'delivered', deliveredAt } }, parts);
    }
    case 'never':
      return giveUp(stored, { change: { ...looked, attempts }, why: sent.why }, parts);
    case 'later':
      if (delivery.lastAttempt) return giveUp(stored, { change: { ...looked, attempts }, why: sent.why }, parts);
      await parts.notices.change(stored.id, { attempts });
      throw new RetryLater(sent.why, { afterSeconds: sent.retryAfterSeconds ?? waitAfter(delivery.attempt) });
  }
}

function waitAfter(attempt: number): number {
  return Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (attempt - 1));
}

/** A receipt may repeat what it received; the link is kept nowhere. */
function withoutLink(sent: Attempted, answerAt: string | undefined): Attempted {
  if (sent.outcome !== 'taken' || answerAt === undefined) return sent;
  return { ...sent, receipt: sent.receipt.replaceAll(answerAt, '(link)') };
}

function attemptOf(sent: Attempted, at: Date): StoredNotice['attempts'][number] {
  const said = sent.outcome === 'taken' ? sent.receipt : sent.why;
  return { at: at.toISOString(), outcome: sent.outcome, said, ...(sent.status !== undefined && { status: sent.status }) };
}

/** The call first, so that no crash leaves a notice that nobody knows of. */
async function putBeforePerson(stored: StoredNotice, { looked, url }: { looked: Looked; url: string }, parts: DeliverParts): Promise<void> {
  await callPerson(handInCall({ ...stored, ...looked }), { ...parts, actor: 'deliver' });
  await settle(stored, { change: { ...looked, state: 'to-hand-in', handIn: { url, preparedAt: parts.now().toISOString() } } }, parts);
}

interface GivenUp {
  change: NoticeChange;
  why: string;
  /** What it stood as until now; `queued` where nothing is said. */
  from?: readonly NoticeState[];
}

/** A person is called first, so that no crash leaves it to nobody; then it is seen as undeliverable, and parked with its reason like any message that cannot be done. */
export async function giveUp(stored: StoredNotice, given: GivenUp, parts: DeliverParts): Promise<never> {
  const { change, why, from = ['queued'] } = given;
  const { id: noticeId, team, source, cases, notice, attempts } = stored;
  // A person may send it again, and then it may fail again.
  const occurrence = String(attempts.length);
  const call = { kind: 'undeliverable', team, source, noticeId, caseIds: cases.map(({ caseId }) => caseId), occurrence } as const;
  await callPerson({ ...call, why: `${notice.recipient.platform} was not told: ${why}.` }, { ...parts, actor: 'deliver' });
  await settle(stored, { change: { ...change, state: 'undeliverable', stateBecause: why }, from }, parts);
  throw new Unprocessable(`Notice ${stored.id} was not delivered: ${why}`);
}

interface Settled {
  change: NoticeChange & Pick<StoredNotice, 'state'>;
  from?: readonly NoticeState[];
}

/** Disclosure is an act on personal data: who was told what about which Case (product rule 6). */
async function settle(stored: StoredNotice, { change, from = ['queued'] }: Settled, parts: DeliverParts): Promise<void> {
  if (!(await parts.notices.change(stored.id, change, from))) return;
  const { recipient, kind } = stored.notice;
  const sentTo = change.cases ?? stored.cases;
  const detail = { noticeId: stored.id, kind, recipient: recipient.platform, channel: recipient.channel };
  for (const { caseId } of stored.cases) {
    const isIn = sentTo.some((each) => each.caseId === caseId);
    await parts.audit.append({
      at: parts.now().toISOString(),
      actor: 'deliver',
      act: isIn ? `notice-${change.state}` : 'notice-dropped',
      subject: { kind: 'case', id: caseId },
      outcome: change.state === 'undeliverable' ? 'refused' : 'done',
      detail,
    });
  }
}
