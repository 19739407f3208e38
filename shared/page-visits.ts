/** Where reading pages meets AWS: the guarded fetcher, with the pace of hosts kept in DynamoDB so that it holds across all functions. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Config } from './aws/config.ts';
import { createHostStore, type HostStore } from './aws/host-store.ts';
import { createPageFetcher, type GuardedFetcher, userAgentOf } from './sources/fetch-page.ts';
import { loadSources } from './sources/load-sources.ts';
import { registry } from './sources/registry.ts';
import type { Source } from './sources/source.ts';
import { version } from './version.ts';

/** What a function that visits platforms reads from its environment. */
export const visitConfigKeys = [
  'LISTINGS_TABLE',
  'OPERATOR_NAME',
  'OPERATOR_CONTACT',
  'SOURCE_FILES',
  'ALLOWED_PRIVATE_NETWORKS',
  'API_CREDENTIALS',
] as const;

export interface PageVisits {
  /** The Sources of the registry and of the operator's files. Throws with every problem of a file that is wrong. */
  sourceNamed(id: string): Source | undefined;
  fetcher: GuardedFetcher;
  userAgent: string;
  /** No visit of the host before then, by any function. */
  holdOff: HostStore['holdOff'];
}

export async function createPageVisits(
  config: Config<(typeof visitConfigKeys)[number]>,
  client: DynamoDBDocumentClient,
): Promise<PageVisits> {
  const sources = await loadSources({ registry, files: config.SOURCE_FILES });
  const hosts = createHostStore({ client, table: config.LISTINGS_TABLE });
  const userAgent = userAgentOf({ version, name: config.OPERATOR_NAME, contact: config.OPERATOR_CONTACT });
  const fetcher = createPageFetcher({
    userAgent,
    allowedPrivateNetworks: config.ALLOWED_PRIVATE_NETWORKS,
    now: () => new Date(),
    sleep: async (ms, signal) => sleep(ms, undefined, signal && { signal }),
    reserveVisit: hosts.reserveVisit,
    holdOff: hosts.holdOff,
    apis: { credentials: config.API_CREDENTIALS, takeCall: hosts.takeCall },
  });
  return { sourceNamed: (id) => sources.find((source) => source.id === id), fetcher, holdOff: hosts.holdOff, userAgent };
}
