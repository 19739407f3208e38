/** Builds the check API from an environment. Shared by the Lambda handler and the one-machine server. */

import { randomUUID } from 'node:crypto';
import type { Hono } from 'hono';
import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createCheckClientStore } from '../../shared/aws/check-client-store.ts';
import { createCheckCounter } from '../../shared/aws/check-counter.ts';
import type { createDynamoClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { countedAudit } from '../../shared/aws/counted-audit.ts';
import { createIdentifierStore } from '../../shared/aws/identifier-store.ts';
import { type Metrics, uncounted } from '../../shared/aws/metrics.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { createCheckApi } from './app.ts';
import type { CheckParts } from './parts.ts';

const keys = ['CHECKS_TABLE', 'IDENTIFIERS_TABLE', 'RECORDS_TABLE', 'AUDIT_TABLE', 'IDENTIFIER_KEY', 'CHECK_SIGNING_KEYS'] as const;

export interface CheckWiring extends Pick<CheckParts, 'report'> {
  environment: Record<string, string | undefined>;
  client: ReturnType<typeof createDynamoClient>;
  metrics?: Pick<Metrics, 'add'>;
}

/** Throws with every key that the environment lacks. */
export function wireCheckApi({ environment, client, report, metrics = uncounted }: CheckWiring): Hono {
  const config = readConfig(environment, keys);
  return createCheckApi({
    clients: createCheckClientStore({ client, table: config.CHECKS_TABLE }),
    counter: createCheckCounter({ client, table: config.CHECKS_TABLE, key: config.IDENTIFIER_KEY }),
    identifiers: createIdentifierStore({ client, table: config.IDENTIFIERS_TABLE, key: config.IDENTIFIER_KEY }),
    records: createRecordStore({ client, table: config.RECORDS_TABLE }),
    audit: countedAudit(createAuditStore({ client, table: config.AUDIT_TABLE }), metrics),
    signingKeys: config.CHECK_SIGNING_KEYS,
    now: () => new Date(),
    makeId: randomUUID,
    report,
  });
}
