import { Agent } from 'undici';
import { AddressRefused, createAddressGuard } from './http/address-guard.ts';
import { type ApiAccessParts, createApiAccess, hasApi } from './http/api-access.ts';
import { decodeBody } from './http/decode-body.ts';
import { BodyTooLarge, type Download, type DownloadLimits, download, type WireAnswer } from './http/download.ts';
import { InflateFailed } from './http/inflate.ts';
import { retryAfterSeconds } from './http/retry-after.ts';
import { createRobots, type RobotsAnswer, robotsBytes } from './robots.ts';
import type { Source } from './source.ts';
import { isOnHosts } from './source-hosts.ts';

/**
 * What came of a visit.
 *
 * - `page`: an answer to be read, of any status that says something about the page: 2xx, and 4xx but for those below. Whether it is a
 *   listing, a block page or gone is for `readPage` to say.
 * - `not-modified`: 304 to a conditional request.
 * - `refused`: final, do not retry: the address is not one we visit (host not of the Source, private address, robots.txt, redirect
 *   outside, too many redirects).
 * - `failed`: may go better later: no answer, time or size limit, 408, 425, 429, 5xx. With `retryAfterSeconds` not before then; with
 *   `isOurWait` nothing was asked, since the host's turn is too far away.
 */
export type FetchOutcome =
  | FetchedPage
  | { outcome: 'not-modified'; url: string }
  | { outcome: 'refused'; why: string }
  | { outcome: 'failed'; why: string; status?: number; retryAfterSeconds?: number; isOurWait?: boolean };

export interface FetchedPage {
  outcome: 'page';
  /** The address that was asked for. */
  url: string;
  /** The address that answered, after redirects. */
  finalUrl: string;
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  contentType: string;
  /** Decompressed, at most 5 MB. */
  body: Uint8Array;
  /** Decoded; empty for what is no text (a photo, a PDF). */
  text: string;
  /** ISO 8601. */
  fetchedAt: string;
  wire: WireAnswer;
}

/** Admitted: how long after the last visit, and with what beside the usual headers. */
interface Entry {
  gapSeconds: number;
  headers: Record<string, string>;
}

export interface FetchOptions {
  /** From the last answer, for a conditional request. */
  etag?: string | undefined;
  lastModified?: string | undefined;
  signal?: AbortSignal;
  /** A picture: its host may have a pace of its own. */
  isPhoto?: boolean;
}

export interface PageFetcher {
  fetch(url: string, source: Source, options?: FetchOptions): Promise<FetchOutcome>;
  close(): Promise<void>;
}

/** The fetcher with what the rendered reader needs beside it. */
export interface GuardedFetcher extends PageFetcher {
  /**
   * A script or an answer that a page asks for while it is drawn: same hosts, addresses and limits, but without a turn of its own,
   * since the page that needs it has had one. Throws when it may not or cannot be had.
   */
  fetchPart(url: string, source: Source, signal?: AbortSignal): Promise<Download>;
}

export interface PageFetcherParts {
  /** From `userAgentOf`. */
  userAgent: string;
  /** CIDR blocks beside the public internet: `['127.0.0.0/8', '::1/128']` for the one-machine run, none on AWS. */
  allowedPrivateNetworks: readonly string[];
  now: () => Date;
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Books the next visit of a host, `gapMs` after the one before, across all machines; returns the epoch millisecond of its slot. */
  reserveVisit: (visit: { host: string; gapMs: number; now: number }) => Promise<number>;
  /** No visit of the host before this epoch millisecond: it said "too many". */
  holdOff: (hold: { host: string; untilMs: number; now: number }) => Promise<void>;
  /** Keys to official APIs and the count of their calls; left out, Sources with an API are refused. */
  apis?: Pick<ApiAccessParts, 'credentials' | 'takeCall'>;
  /** In [0, 1). */
  random?: () => number;
  limits?: Partial<Pick<DownloadLimits, 'timeoutMs' | 'bodyBytes'>>;
}

/** Longest wait for a slot before the message goes back to its queue instead of a Lambda sleeping for money. */
const longestWaitMs = 20_000;
const mostRedirects = 5;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);
const retryStatuses = new Set([408, 425, 429]);
const assumedHoldOffSeconds = 60;

/** `Fencewatch/0.1.0 (+mailto:desk@force.example; Example Police)`: says who visits and whom to ask (product rule 4). */
export function userAgentOf(operator: { version: string; contact: string; name: string }): string {
  const plain = (text: string) => text.replace(/[^\x20-\x7e]|[();]/g, ' ').trim();
  return `Fencewatch/${operator.version} (+${plain(operator.contact)}; ${plain(operator.name)})`;
}

/** Of a host that serves search pages too, a photo is a visit like any other. */
function secondsBetween(url: URL, { pace, searches }: Source, isPhoto: boolean): number {
  const servesPages = searches.some((search) => URL.parse(search.url)?.host === url.host);
  return (isPhoto && !servesPages ? pace.secondsBetweenPhotos : undefined) ?? pace.secondsBetweenRequests;
}

/** The one way pages are fetched by HTTP: listed hosts, public addresses, robots.txt, pace and limits, in that order. */
export function createPageFetcher(parts: PageFetcherParts): GuardedFetcher {
  const { now, sleep, random = Math.random } = parts;
  const guard = createAddressGuard(parts.allowedPrivateNetworks);
  const limits: DownloadLimits = { timeoutMs: 30_000, bodyBytes: 5_000_000, whenLonger: 'fail', ...parts.limits };
  const dispatcher = new Agent({ connect: { lookup: guard.lookup, timeout: 10_000 }, maxHeaderSize: 32_768, connections: 4 });
  const robots = createRobots(fetchRobots, now);
  const api = createApiAccess({
    now,
    ...(parts.apis ?? { credentials: {}, takeCall: async () => false }),
    async post({ url, headers, body, signal }) {
      guard.checkHost(url.hostname);
      return download({ url, dispatcher, headers: { 'user-agent': parts.userAgent, ...headers }, body, limits, signal });
    },
  });

  async function waitForTurn(url: URL, gapSeconds: number, signal?: AbortSignal): Promise<number> {
    const asked = now().getTime();
    const slot = await parts.reserveVisit({ host: url.host, gapMs: Math.round(gapSeconds * 1000 * (1 + random() / 10)), now: asked });
    const waitMs = slot - asked;
    if (waitMs > longestWaitMs) return Math.ceil(waitMs / 1000);
    if (waitMs > 0) await sleep(waitMs, signal);
    return 0;
  }

  async function fetchRobots(url: URL): Promise<RobotsAnswer> {
    let current = url;
    try {
      for (let hop = 0; hop <= mostRedirects; hop += 1) {
        guard.checkHost(current.hostname);
        const answer = await download({
          url: current,
          dispatcher,
          headers: { 'user-agent': parts.userAgent },
          limits: { timeoutMs: Math.min(15_000, limits.timeoutMs), bodyBytes: robotsBytes, whenLonger: 'cut' },
        });
        const next = redirectOf(answer, current);
        if (next === undefined) return { status: answer.status, text: decodeBody(answer.body).text };
        if (next.hostname !== url.hostname) return { status: 'unreachable', why: `redirected to ${next.hostname}` };
        current = next;
      }
      return { status: 'unreachable', why: `more than ${mostRedirects} redirects` };
    } catch (error) {
      if (error instanceof AddressRefused) throw error;
      return { status: 'unreachable', why: reasonOf(error) };
    }
  }

  /** One hop: the checks that stand before every request, then the request. */
  async function visit(url: URL, source: Source, options: FetchOptions): Promise<Download | FetchOutcome> {
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return { outcome: 'refused', why: `${url.protocol} is not fetched` };
    if (!isOnHosts(source, url)) return { outcome: 'refused', why: `${url.host} is not a host of ${source.id}` };
    guard.checkHost(url.hostname);

    const entry = hasApi(source) ? await enterApi(source, options.signal) : await enterPages(url, source, options);
    if ('outcome' in entry) return entry;
    const tooFarSeconds = await waitForTurn(url, entry.gapSeconds, options.signal);
    if (tooFarSeconds > 0)
      return { outcome: 'failed', why: `${url.host} is visited again later`, retryAfterSeconds: tooFarSeconds, isOurWait: true };

    const headers = { ...headersOf(parts.userAgent, source, options), ...entry.headers };
    const answer = await download({ url, dispatcher, headers, limits, signal: options.signal });
    if (answer.status !== 401 || !hasApi(source)) return answer;
    api.forget(source);
    return { outcome: 'failed', why: 'HTTP 401: the API did not take our token', status: 401, retryAfterSeconds: 30 };
  }

  /** What robots.txt says to everybody. */
  async function enterPages(url: URL, source: Source, { isPhoto = false }: FetchOptions): Promise<Entry | FetchOutcome> {
    const rules = await robots.judge(url);
    if (rules.verdict === 'disallowed') return { outcome: 'refused', why: `robots.txt of ${url.host} disallows ${url.pathname}` };
    if (rules.verdict === 'unreachable') return { outcome: 'failed', why: rules.why, retryAfterSeconds: rules.retryAfterSeconds };
    return { gapSeconds: Math.max(secondsBetween(url, source, isPhoto), rules.crawlDelaySeconds ?? 0), headers: {} };
  }

  /** An API is entered by its contract and its key; robots.txt speaks of pages. */
  async function enterApi(source: Parameters<typeof api.turn>[0], signal?: AbortSignal): Promise<Entry | FetchOutcome> {
    const turn = await api.turn(source, signal);
    if ('headers' in turn) return { gapSeconds: source.pace.secondsBetweenRequests, headers: turn.headers };
    const { why, retryAfterSeconds } = turn;
    return retryAfterSeconds === undefined ? { outcome: 'refused', why } : { outcome: 'failed', why, retryAfterSeconds };
  }

  async function fetchPage(address: string, source: Source, options: FetchOptions): Promise<FetchOutcome> {
    let url = URL.parse(address);
    if (url === null) return { outcome: 'refused', why: 'not an address' };
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const answer = await visit(url, source, options);
      if ('outcome' in answer) return answer;
      const next = redirectOf(answer, url);
      if (next === undefined) return outcomeOf(answer, { address, url });
      url = next;
    }
    return { outcome: 'refused', why: `more than ${mostRedirects} redirects` };
  }

  async function outcomeOf(answer: Download, { address, url }: { address: string; url: URL }): Promise<FetchOutcome> {
    const { status, headers, body, wire } = answer;
    if (status === 304) return { outcome: 'not-modified', url: address };
    if (status >= 500 || retryStatuses.has(status)) {
      const asked = retryAfterSeconds(headers, now());
      const wait = asked ?? (status === 429 ? assumedHoldOffSeconds : undefined);
      const at = now().getTime();
      if (wait !== undefined) await parts.holdOff({ host: url.host, untilMs: at + wait * 1000, now: at });
      return { outcome: 'failed', why: `HTTP ${status}`, status, ...(wait !== undefined && { retryAfterSeconds: wait }) };
    }
    const contentType = headers['content-type'] ?? '';
    const text = isText(contentType) ? decodeBody(body, contentType).text : '';
    const fetchedAt = now().toISOString();
    return { outcome: 'page', url: address, finalUrl: url.href, status, headers, contentType, body, text, fetchedAt, wire };
  }

  return {
    async fetch(url, source, options = {}) {
      try {
        return await fetchPage(url, source, options);
      } catch (error) {
        if (error instanceof AddressRefused) return { outcome: 'refused', why: error.message };
        if (options.signal?.aborted) throw error;
        return { outcome: 'failed', why: reasonOf(error) };
      }
    },
    async fetchPart(address, source, signal) {
      const url = new URL(address);
      if (!isOnHosts(source, url)) throw new AddressRefused(`${url.host} is not a host of ${source.id}`);
      guard.checkHost(url.hostname);
      return download({ url, dispatcher, headers: headersOf(parts.userAgent, source, {}), limits, signal });
    },
    close: () => dispatcher.close(),
  };
}

function headersOf(userAgent: string, source: Source, { etag, lastModified }: FetchOptions): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: 'text/html,application/xhtml+xml,application/json;q=0.9,*/*;q=0.5',
    'accept-language': `${source.language},en;q=0.3`,
    ...(etag !== undefined && { 'if-none-match': etag }),
    ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
  };
}

function redirectOf({ status, headers }: Download, from: URL): URL | undefined {
  const location = headers['location'];
  if (!redirectStatuses.has(status) || location === undefined) return undefined;
  return URL.parse(location, from.href) ?? undefined;
}

function isText(contentType: string): boolean {
  return contentType === '' || /^(?:text\/|application\/(?:xhtml|json|ld\+json|xml|[\w.-]+\+(?:json|xml)))/i.test(contentType);
}

function reasonOf(error: unknown): string {
  if (error instanceof BodyTooLarge || error instanceof InflateFailed) return error.message;
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'no complete answer in time';
  return 'code' in error && typeof error.code === 'string' ? `${error.code}: ${error.message}` : error.message;
}
