/** Builds the portal from an environment. Shared by the Lambda handler and the one-machine server. */

import type { Hono } from 'hono';
import { createAnswerStore } from '../../shared/aws/answer-store.ts';
import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createCaptureArchive } from '../../shared/aws/capture-archive.ts';
import type { createDynamoClient, createS3Client } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { countedAudit } from '../../shared/aws/counted-audit.ts';
import { createEscalationStore } from '../../shared/aws/escalation-store.ts';
import { createEvidenceBucket } from '../../shared/aws/evidence-bucket.ts';
import { type Metrics, uncounted } from '../../shared/aws/metrics.ts';
import { createNoticeStore } from '../../shared/aws/notice-store.ts';
import { createPublicFigureStore } from '../../shared/aws/public-figure-store.ts';
import { createPortal } from './app.ts';
import { loadAssets } from './assets.ts';
import type { PortalParts } from './parts.ts';

export interface Wiring extends Pick<PortalParts, 'report'> {
  environment: Record<string, string | undefined>;
  client: ReturnType<typeof createDynamoClient>;
  s3: ReturnType<typeof createS3Client>;
  metrics?: Pick<Metrics, 'add'>;
}

/** Throws with every key that the environment lacks. */
export function wirePortal({ environment, client, s3, report, metrics = uncounted }: Wiring): Hono {
  const config = readConfig(environment, ['CASES_TABLE', 'AUDIT_TABLE', 'EVIDENCE_BUCKET', 'PORTAL_KEY']);
  const evidence = createEvidenceBucket({ client: s3, bucket: config.EVIDENCE_BUCKET });
  return createPortal({
    notices: createNoticeStore({ client, table: config.CASES_TABLE }),
    answers: createAnswerStore({ client, table: config.CASES_TABLE }),
    captures: createCaptureArchive({ client, table: config.CASES_TABLE, evidence }),
    escalations: createEscalationStore({ client, table: config.CASES_TABLE }),
    audit: countedAudit(createAuditStore({ client, table: config.AUDIT_TABLE }), metrics),
    figures: createPublicFigureStore({ client, table: config.CASES_TABLE }),
    keys: config.PORTAL_KEY,
    assets: loadAssets(),
    now: () => new Date(),
    report,
  });
}
