import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createDynamoClient, createS3Client } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createEscalationStore } from '../../shared/aws/escalation-store.ts';
import { createEvidenceBucket } from '../../shared/aws/evidence-bucket.ts';
import { createIndexRows } from '../../shared/aws/index-rows.ts';
import { createLinkReader } from '../../shared/aws/link-store.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { createNoticeStore } from '../../shared/aws/notice-store.ts';
import { createOfferedAgainStore } from '../../shared/aws/offered-again-store.ts';
import { createRelistingWatch } from '../../shared/aws/relisting-watch.ts';
import { createScanStore } from '../../shared/aws/scan-store.ts';
import { createVerificationStore } from '../../shared/aws/verification-store.ts';
import { clockEventSchema } from '../../shared/messages.ts';
import { createPageVisits, visitConfigKeys } from '../../shared/page-visits.ts';
import { verify } from './verify.ts';

const config = readConfig(process.env, [
  ...visitConfigKeys,
  ...(['CASES_TABLE', 'AUDIT_TABLE', 'EVIDENCE_BUCKET', 'TEAM', 'VERIFICATION_LADDER', 'STAGE'] as const),
]);
const client = createDynamoClient();
const log = createLog('verify');
const metrics = createMetrics({ stage: config.STAGE });
const { sourceNamed, fetcher } = await createPageVisits(config, client);
const now = () => new Date();
const verifications = createVerificationStore({ client, table: config.CASES_TABLE });
const audit = createAuditStore({ client, table: config.AUDIT_TABLE });
const parts = {
  verifications,
  relistings: createRelistingWatch({
    ...{ verifications, audit, now },
    cases: createCaseStore({ client, table: config.CASES_TABLE }),
    listings: createListingStore({ client, table: config.LISTINGS_TABLE }),
    links: createLinkReader(createIndexRows({ client, table: config.LISTINGS_TABLE })),
    notices: createNoticeStore({ client, table: config.CASES_TABLE }),
    offers: createOfferedAgainStore({ client, table: config.CASES_TABLE }),
    ladder: config.VERIFICATION_LADDER,
    actor: 'verify',
  }),
  scans: createScanStore({ client, table: config.LISTINGS_TABLE }),
  evidence: createEvidenceBucket({ client: createS3Client(), bucket: config.EVIDENCE_BUCKET }),
  escalations: createEscalationStore({ client, table: config.CASES_TABLE }),
  audit,
  fetcher,
  sourceNamed,
  team: config.TEAM,
  ladder: config.VERIFICATION_LADDER,
  log,
  now,
};

/** The function has ten minutes; one visit may take one. */
const longestRunMs = 8 * 60_000;

/** Fired by EventBridge Scheduler. A run that fails is tried again, and the next one does what it left. */
export async function handler(event: unknown): Promise<void> {
  const { scheduledAt } = clockEventSchema.parse(event);
  const looks = await verify(parts, AbortSignal.timeout(longestRunMs));
  metrics.add('Looks', looks);
  metrics.publish();
  log.info('Listings under notice looked at', { scheduledAt, looks });
}
