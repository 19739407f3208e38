import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createBasisArchive } from '../../shared/aws/basis-archive.ts';
import { createBatchHandler } from '../../shared/aws/batch.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createDynamoClient, createS3Client, createSqsClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createCurrentMarket } from '../../shared/aws/current-market.ts';
import { createEvidenceBucket } from '../../shared/aws/evidence-bucket.ts';
import { createIdentifierStore } from '../../shared/aws/identifier-store.ts';
import { createLinkStore } from '../../shared/aws/link-store.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { createNoticeStore } from '../../shared/aws/notice-store.ts';
import { createOfferedAgainStore } from '../../shared/aws/offered-again-store.ts';
import { createPhotoIndex } from '../../shared/aws/photo-index.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { createRelistingWatch } from '../../shared/aws/relisting-watch.ts';
import { queues } from '../../shared/aws/resources.ts';
import { createSurveyBucket } from '../../shared/aws/survey-bucket.ts';
import { createVerificationStore } from '../../shared/aws/verification-store.ts';
import { currentModel } from '../../shared/domain/matching/matching-model.ts';
import { matchRequestSchema } from '../../shared/messages.ts';
import { loadSources } from '../../shared/sources/load-sources.ts';
import { registry } from '../../shared/sources/registry.ts';
import { match } from './match.ts';
import type { MatchParts } from './parts.ts';

const config = readConfig(process.env, [
  ...(['LISTINGS_TABLE', 'IDENTIFIERS_TABLE', 'RECORDS_TABLE', 'CASES_TABLE', 'AUDIT_TABLE', 'SURVEYS_BUCKET', 'EVIDENCE_BUCKET'] as const),
  ...([
    'MATCH_QUEUE_URL',
    'MATCH_DLQ_URL',
    'REVIEW_QUEUE_URL',
    'DELIVER_QUEUE_URL',
    'IDENTIFIER_KEY',
    'TEAM',
    'SOURCE_FILES',
    'STAGE',
  ] as const),
  'VERIFICATION_LADDER',
]);
const client = createDynamoClient();
const sqs = createSqsClient();
const sources = await loadSources({ registry, files: config.SOURCE_FILES });
/** For a Source that has left the registry while its listings are still about. */
const fallbackRetentionDays = 30;

const log = createLog('match');
const metrics = createMetrics({ stage: config.STAGE });
const now = () => new Date();
const s3 = createS3Client();
const surveys = createSurveyBucket({ client: s3, bucket: config.SURVEYS_BUCKET });
const records = createRecordStore({ client, table: config.RECORDS_TABLE });
const listings = createListingStore({ client, table: config.LISTINGS_TABLE });
const cases = createCaseStore({ client, table: config.CASES_TABLE });
const audit = createAuditStore({ client, table: config.AUDIT_TABLE });
const links = createLinkStore({
  client,
  listingsTable: config.LISTINGS_TABLE,
  identifiersTable: config.IDENTIFIERS_TABLE,
  key: config.IDENTIFIER_KEY,
});

const parts: MatchParts = {
  listings,
  identifiers: createIdentifierStore({ client, table: config.IDENTIFIERS_TABLE, key: config.IDENTIFIER_KEY }),
  links,
  photos: createPhotoIndex({ client, table: config.IDENTIFIERS_TABLE }),
  records,
  cases,
  relistings: createRelistingWatch({
    ...{ cases, listings, links, audit, now },
    notices: createNoticeStore({ client, table: config.CASES_TABLE }),
    verifications: createVerificationStore({ client, table: config.CASES_TABLE }),
    offers: createOfferedAgainStore({ client, table: config.CASES_TABLE }),
    ladder: config.VERIFICATION_LADDER,
    actor: 'match',
  }),
  audit,
  bases: createBasisArchive({ evidence: createEvidenceBucket({ client: s3, bucket: config.EVIDENCE_BUCKET }) }),
  reviewQueue: createQueueSender({ client: sqs, url: config.REVIEW_QUEUE_URL, fifo: true }),
  deliverQueue: createQueueSender({ client: sqs, url: config.DELIVER_QUEUE_URL, fifo: true }),
  model: currentModel,
  market: createCurrentMarket({ surveys, records, model: currentModel, log, now }),
  team: config.TEAM,
  retentionDays: (source: string) => sources.find(({ id }) => id === source)?.retentionDays ?? fallbackRetentionDays,
  now,
  searched: (search) => (search.narrowed > 0 ? log.info('Narrowed a search', { ...search }) : log.debug('Searched', { ...search })),
};

export const handler = createBatchHandler({
  schema: matchRequestSchema,
  queue: queues.match,
  queueUrl: config.MATCH_QUEUE_URL,
  deadLetterUrl: config.MATCH_DLQ_URL,
  sqs,
  log,
  metrics,
  work: (request) => match(request, parts),
});
