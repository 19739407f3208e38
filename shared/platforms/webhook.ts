/** Sends by signed webhook and says what came of it; what follows is for the caller to decide. */

import { Webhook } from 'standardwebhooks';
import { Agent } from 'undici';
import type { Sent } from '../domain/notice/sent.ts';
import { AddressRefused, createAddressGuard } from '../sources/http/address-guard.ts';
import { download } from '../sources/http/download.ts';
import { retryAfterSeconds } from '../sources/http/retry-after.ts';

export interface WebhookMessage {
  /** The receiver takes a second message of the same id for the first one again: a crash after sending does no harm. */
  id: string;
  url: string;
  body: object;
  /** `whsec_…`, or its base64 alone. */
  secret: string;
}

export type WebhookSender = (message: WebhookMessage, signal?: AbortSignal) => Promise<Sent>;

export interface WebhookSenderParts {
  userAgent: string;
  /** CIDR blocks beside the public internet, as of `createPageFetcher`. */
  allowedPrivateNetworks: readonly string[];
  now: () => Date;
  timeoutMs?: number;
}

const receiptBytes = 2000;
/** How a receiver answers a signature that it does not take; Standard Webhooks has it refuse timestamps more than five minutes away from its own. */
const refusals = new Set([400, 401, 403]);
const toleranceMinutes = 5;
const laterStatuses = new Set([408, 425, 429]);

export function createWebhookSender({ userAgent, allowedPrivateNetworks, now, timeoutMs = 15_000 }: WebhookSenderParts): WebhookSender {
  const guard = createAddressGuard(allowedPrivateNetworks);
  const dispatcher = new Agent({ connect: { lookup: guard.lookup, timeout: 10_000 }, maxHeaderSize: 32_768 });

  return async ({ id, url, body: content, secret }, signal) => {
    const body = JSON.stringify(content);
    const at = now();
    const headers = {
      'user-agent': userAgent,
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(id, at, body),
    };
    try {
      const address = new URL(url);
      guard.checkHost(address.hostname);
      const limits = { timeoutMs, bodyBytes: receiptBytes, whenLonger: 'cut' } as const;
      const answer = await download({ url: address, dispatcher, headers, body, limits, signal });
      if (answer.status >= 200 && answer.status < 300) {
        return { outcome: 'taken', status: answer.status, receipt: new TextDecoder().decode(answer.body) };
      }
      const { status } = answer;
      const apart = refusals.has(status) ? clocksApart(answer.headers, now()) : undefined;
      if (apart !== undefined)
        return { outcome: 'later', status, why: `HTTP ${status}, and its clock and ours are ${apart} minutes apart` };
      if (status < 500 && !laterStatuses.has(status)) return { outcome: 'never', status, why: `HTTP ${status}` };
      const wait = retryAfterSeconds(answer.headers, now());
      return { outcome: 'later', status, why: `HTTP ${status}`, ...(wait !== undefined && { retryAfterSeconds: wait }) };
    } catch (error) {
      if (error instanceof AddressRefused) return { outcome: 'never', why: error.message };
      if (signal?.aborted) throw error;
      return { outcome: 'later', why: error instanceof Error ? error.message : String(error) };
    }
  };
}

/** Whole minutes, when a receiver that checks timestamps must refuse ours: a clock that is put right signs well the next time. */
function clocksApart(headers: Record<string, string>, at: Date): number | undefined {
  const theirs = Date.parse(headers['date'] ?? '');
  const minutes = Math.round(Math.abs(theirs - at.getTime()) / 60_000);
  return minutes > toleranceMinutes ? minutes : undefined;
}
