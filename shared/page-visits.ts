/** Where reading pages meets AWS: the guarded fetcher, with the pace of hosts kept in DynamoDB so that it holds across all functions. */

import { setTimeout as sleep } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Config } from './aws/config.ts';
import { Unprocessable } from './aws/errors.ts';
import { createHostStore, type HostStore } from './aws/host-store.ts';
import { createLog } from './aws/log.ts';
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
  /** The same for a message that is about one. Throws Unprocessable when there is none any more: nothing can be done about it. */
  sourceOf(message: { source: string }): Source;
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
  const log = createLog('visits');
  const hosts = createHostStore({
    client,
    table: config.LISTINGS_TABLE,
    onWrongClock: (host, aheadMs) => log.warn('A pace was kept by a wrong clock and does not count', { host, aheadMs }),
  });
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
  const sourceNamed = (id: string) => sources.find((source) => source.id === id);
  function sourceOf({ source: id }: { source: string }): Source {
    const source = sourceNamed(id);
    if (source === undefined) throw new Unprocessable(`There is no source ${id} any more`);
    return source;
  }
  return { sourceNamed, sourceOf, fetcher, holdOff: hosts.holdOff, userAgent };
}
