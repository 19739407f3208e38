/** Builds the console from an environment. Shared by the Lambda handler and the one-machine server, which differ in who may reach them. */

import type { Hono } from 'hono';
import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import type { createDynamoClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createListingStore } from '../../shared/aws/listing-store.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { createScanStore } from '../../shared/aws/scan-store.ts';
import { loadSources } from '../../shared/sources/load-sources.ts';
import { registry } from '../../shared/sources/registry.ts';
import type { ConsoleEnv } from './access.ts';
import { createConsole } from './app.ts';
import { loadAssets } from './assets.ts';
import type { ConsoleParts } from './parts.ts';

const keys = ['LISTINGS_TABLE', 'RECORDS_TABLE', 'CASES_TABLE', 'AUDIT_TABLE', 'SOURCE_FILES'] as const;

export interface Wiring extends Pick<ConsoleParts, 'access' | 'report' | 'deadLetters'> {
  environment: Record<string, string | undefined>;
  client: ReturnType<typeof createDynamoClient>;
}

/** Throws with every key that the environment lacks, and with every problem of a source file that is wrong. */
export async function wireConsole({ environment, client, access, report, deadLetters }: Wiring): Promise<Hono<ConsoleEnv>> {
  const config = readConfig(environment, keys);
  return createConsole({
    cases: createCaseStore({ client, table: config.CASES_TABLE }),
    listings: createListingStore({ client, table: config.LISTINGS_TABLE }),
    records: createRecordStore({ client, table: config.RECORDS_TABLE }),
    scans: createScanStore({ client, table: config.LISTINGS_TABLE }),
    audit: createAuditStore({ client, table: config.AUDIT_TABLE }),
    sources: await loadSources({ registry, files: config.SOURCE_FILES }),
    assets: loadAssets(),
    now: () => new Date(),
    access,
    report,
    deadLetters,
  });
}
