/** Asks timestamp authorities for their word on a manifest. Nothing waits for them: who has no timestamp in time has none. */

import { Agent } from 'undici';
import { acceptTimestamp, timestampRequest } from './evidence/timestamp.ts';
import { createAddressGuard } from './sources/http/address-guard.ts';
import { download } from './sources/http/download.ts';

export interface TimestampsParts {
  /** Asked in this order until one answers; none asks nobody. */
  addresses: readonly string[];
  userAgent: string;
  allowedPrivateNetworks: readonly string[];
  timeoutMs?: number;
}

/** Undefined where no authority is configured; otherwise its answer (`.tsr`), or why none gave one. */
export type Timestamps = (manifest: Uint8Array) => Promise<Uint8Array | { why: string } | undefined>;

/** A token with its certificates is some 5 kB. */
const longestAnswer = 100_000;

export function createTimestamps({ addresses, userAgent, allowedPrivateNetworks, timeoutMs = 4000 }: TimestampsParts): Timestamps {
  const guard = createAddressGuard(allowedPrivateNetworks);
  const dispatcher = new Agent({ connect: { lookup: guard.lookup, timeout: 5000 } });

  async function ask(address: string, request: Uint8Array): Promise<Uint8Array> {
    const url = new URL(address);
    guard.checkHost(url.hostname);
    const headers = { 'user-agent': userAgent, 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' };
    const limits = { timeoutMs, bodyBytes: longestAnswer, whenLonger: 'fail' } as const;
    const { status, body } = await download({ url, dispatcher, headers, body: request, limits });
    if (status !== 200) throw new Error(`HTTP ${status}`);
    await acceptTimestamp(body, request);
    return body;
  }

  return async (manifest) => {
    const problems: string[] = [];
    for (const address of addresses) {
      try {
        return await ask(address, await timestampRequest(manifest));
      } catch (error) {
        problems.push(`${address}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return problems.length === 0 ? undefined : { why: problems.join('; ') };
  };
}
