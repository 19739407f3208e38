/** Everything that writing and delivering notices needs, over one embedded DynamoDB, with scripted pages, a scripted platform and a clock to set. */

import { deliverNotice } from '../../functions/deliver/deliver.ts';
import type { RecallParts } from '../../functions/deliver/recall.ts';
import type { MatchParts } from '../../functions/match/parts.ts';
import { type NotifyParts, notify } from '../../functions/notify/notify.ts';
import type { RemindParts } from '../../functions/notify/remind.ts';
import type { ReadParts } from '../../functions/read/read.ts';
import type { VerifyParts } from '../../functions/verify/verify.ts';
import { createEscalationStore } from '../../shared/aws/escalation-store.ts';
import { createFollowUpStore } from '../../shared/aws/follow-up-store.ts';
import { createNoticeStore } from '../../shared/aws/notice-store.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { createRelistingWatch } from '../../shared/aws/relisting-watch.ts';
import { createVerificationStore } from '../../shared/aws/verification-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { ListingAnswer } from '../../shared/domain/notice/follow-up.ts';
import type { Sent } from '../../shared/domain/notice/sent.ts';
import type { ScanHealth } from '../../shared/domain/scan.ts';
import { standardLadder } from '../../shared/domain/verification.ts';
import { writeCapture } from '../../shared/evidence/write-capture.ts';
import type { Mail } from '../../shared/platforms/compose-mail.ts';
import type { Platform } from '../../shared/platforms/declaration.ts';
import { createNoticeSender } from '../../shared/platforms/send-notice.ts';
import type { WebhookMessage } from '../../shared/platforms/webhook.ts';
import { aDraft } from './captures.ts';
import { aCase, aListing, aMatch, aRevision, aScan } from './console-data.ts';
import type { AwsUnderTest } from './embedded-aws.ts';
import { aConfirmation, anAuthority, aPlatform } from './notices.ts';
import { aDelivery, aSourceOfItsOwn, createPipelineParts, listingPage } from './pipeline-parts.ts';
import { createRecordedQueue } from './recorded-queue.ts';
import { stolenRecord } from './written-records.ts';

export interface Noticed {
  desk: NoticeDesk;
  item: Case;
  noticeId: string;
}

/** A desk of its own whose platform took a notice about one confirmed Case. */
export async function aDeliveredNotice(aws: AwsUnderTest): Promise<Noticed> {
  const desk = createNoticeDesk(aws);
  const item = await desk.confirmed('1');
  const [noticeId = ''] = (await notify(desk.notify)).written;
  await deliverNotice({ type: 'notice-written', noticeId }, aDelivery(), desk.deliver);
  return { desk, item, noticeId };
}

export type NoticeDesk = ReturnType<typeof createNoticeDesk>;

const firstMoment = Date.parse('2026-11-22T12:00:00.000Z');

export function createNoticeDesk(aws: AwsUnderTest) {
  const source = aSourceOfItsOwn();
  const pipeline = createPipelineParts(aws, source);
  const { CASES_TABLE: casesTable = '', RECORDS_TABLE: recordsTable = '' } = aws.aws.environment;
  const { cases, captures, audit, fetcher } = pipeline.review;
  const { listings } = pipeline.read;
  const notices = createNoticeStore({ client: aws.dynamo, table: casesTable });
  const records = createRecordStore({ client: aws.dynamo, table: recordsTable });
  const verifications = createVerificationStore({ client: aws.dynamo, table: casesTable });
  const escalations = createEscalationStore({ client: aws.dynamo, table: casesTable });
  const followUps = createFollowUpStore({ client: aws.dynamo, table: casesTable });
  /** By Case. */
  const answered = new Map<string, ListingAnswer>();
  const answeredListings = async () => answered;
  const deliverQueue = createRecordedQueue();
  /** Of the newest scan. */
  const health: { is: ScanHealth; seenAt?: string } = { is: 'healthy' };
  const clock = { at: firstMoment };
  const now = () => new Date(clock.at);
  const { offers, links } = pipeline;
  const watch = { cases, listings, links, notices, verifications, offers, audit, ladder: standardLadder, now };
  const relistings = createRelistingWatch({ ...watch, actor: 'verify' });
  const sent: WebhookMessage[] = [];
  const mails: Mail[] = [];
  const answers: Sent[] = [];
  const { channel: _channel, ...declared } = aPlatform({ source: source.id });
  const platform: Platform = { ...declared, delivery: { how: 'webhook', url: 'https://marktplein.example/notices' } };
  const platforms = new Map([[source.id, platform]]);
  const team = source.id;
  const series = source.id.replace(/\D/g, '');
  const quiet = { debug() {}, info() {}, warn() {}, error() {} };

  const channels = {
    secrets: { [source.id]: 'whsec_c2VjcmV0c2VjcmV0c2VjcmV0' },
    sender: 'notices@police.example',
    async webhook(message: WebhookMessage): Promise<Sent> {
      sent.push(message);
      return answers.shift() ?? { outcome: 'taken', status: 202, receipt: 'ok' };
    },
    async mail(mail: Mail): Promise<Sent> {
      mails.push(mail);
      return answers.shift() ?? { outcome: 'taken', status: 200, receipt: 'SES 1' };
    },
  };

  /** The platform takes its notices on another channel. */
  function deliverBy(delivery: Platform['delivery']): void {
    platforms.set(source.id, { ...platform, delivery });
  }

  /** A Case that two persons confirmed, with its record, its listing and its captured page. */
  async function confirmed(itemId: string, { seller = 'seller-1', ...fields }: Partial<Case> & { seller?: string } = {}): Promise<Case> {
    const key = { source: source.id, itemId };
    const url = `https://market.example/item/phone/${itemId}`;
    const recordReference = fields.match?.recordReference ?? `${series}0${itemId}/26-F`;
    const item = aCase({
      id: `case-${source.id}-${itemId}`,
      team,
      state: 'confirmed',
      listing: { ...key, url, title: 'iPhone 13', revision: 1 },
      match: { ...aMatch(), recordReference },
      work: { version: 4, opened: [], decisions: [aConfirmation.first, aConfirmation.second] },
      ...fields,
    });
    const revision = { ...aRevision(), number: 1, seller: { id: seller, name: 'somebody' } };
    await records.upsert([stolenRecord({ reference: recordReference })], { id: 'test', at: '2026-11-22T12:00:00.000Z' });
    await listings.saveReading({ listing: aListing({ ...key, url, revision: 1 }), revision });
    await captures.keep(await writeCapture(aDraft({ caseId: item.id })));
    await cases.open(item);
    fetcher.answer(url, listingPage());
    return item;
  }

  return {
    source,
    clock,
    cases,
    records,
    notices,
    audit,
    captures,
    fetcher,
    deliverQueue,
    sent,
    mails,
    channels,
    deliverBy,
    /** What the platform answers next; without one it takes everything. */
    answers,
    platforms,
    verifications,
    listings,
    links,
    offers,
    relistings,
    match: { ...pipeline.match, relistings: createRelistingWatch({ ...watch, actor: 'match' }), now } satisfies MatchParts,
    followUps,
    escalations,
    answered,
    evidence: pipeline.evidence,
    health,
    confirmed,
    read: { ...pipeline.read, matchQueue: pipeline.queues.matchQueue, now } satisfies ReadParts,
    /** The captured page of a Case that was found by matching. */
    async keepCapture({ id }: Case): Promise<void> {
      await captures.keep(await writeCapture(aDraft({ caseId: id })));
    },
    notify: {
      ...{ cases, listings, records, captures, notices, offers, audit, deliverQueue, platforms, team, now },
      authority: anAuthority,
      log: quiet,
    } satisfies NotifyParts,
    remind: {
      ...{ notices, cases, records, audit, deliverQueue, platforms, team, now },
      ...{ followUps, verifications, escalations, answeredListings },
      authority: anAuthority,
      log: quiet,
    } satisfies RemindParts,
    deliver: {
      ...{ followUps, escalations, answeredListings },
      ...{ notices, cases, records, audit, verifications, fetcher, platforms, deliverQueue, now },
      ladder: standardLadder,
      authority: anAuthority,
      sourceNamed: (id) => (id === source.id ? source : undefined),
      send: createNoticeSender({ ...channels, now }),
    } satisfies RecallParts,
    verify: {
      ...{ verifications, relistings, escalations, audit, evidence: pipeline.evidence, fetcher, team, now },
      scans: { recent: async () => [aScan({ source: source.id, health: health.is, closedAt: health.seenAt ?? now().toISOString() })] },
      sourceNamed: (id) => (id === source.id ? source : undefined),
      ladder: standardLadder,
      log: quiet,
    } satisfies VerifyParts,
  };
}
