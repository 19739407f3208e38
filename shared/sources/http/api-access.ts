/** The key to an official API: an application token by OAuth 2.0 client credentials (RFC 6749 section 4.4), kept while it is good, and the day's calls. */

import * as z from 'zod';
import type { Source } from '../source.ts';
import { decodeBody } from './decode-body.ts';
import type { Download } from './download.ts';

/** What a platform gave the deploying force: never in a Source, never in a log. */
export interface ApiCredentials {
  clientId: string;
  clientSecret: string;
}

/** Headers for one call; or why there is none, and when there may be. */
export type ApiTurn = { headers: Record<string, string> } | { why: string; retryAfterSeconds?: number };

export interface ApiAccessParts {
  /** By Source id. */
  credentials: Readonly<Record<string, ApiCredentials>>;
  now: () => Date;
  /** One form to the token endpoint, through the guarded client. */
  post: (call: { url: URL; headers: Record<string, string>; body: string; signal?: AbortSignal | undefined }) => Promise<Download>;
  /** Takes one of a Source's calls of a day (`2026-11-22`), across all machines; false when `allowed` are taken. */
  takeCall: (call: { source: string; day: string; allowed: number }) => Promise<boolean>;
}

type ApiSource = Source & { api: NonNullable<Source['api']> };

/** RFC 6749 section 5.1; eBay's tokens are good for two hours (7200). */
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** A token is renewed this long before it runs out, so that none runs out on its way. */
const renewBeforeMs = 60_000;

export function createApiAccess({ credentials, now, post, takeCall }: ApiAccessParts) {
  const tokens = new Map<string, { value: string; goodUntilMs: number }>();

  /** A turn at the API of a Source. A token is fetched at most once while it is good; a call that is not made is lost, never given twice. */
  async function turn(source: ApiSource, signal?: AbortSignal): Promise<ApiTurn> {
    const at = now();
    const day = at.toISOString().slice(0, 10);
    const token = await tokenOf(source, signal);
    if ('why' in token) return token;
    if (!(await takeCall({ source: source.id, day, allowed: source.api.callsPerDay })))
      return { why: `the ${source.api.callsPerDay} calls of ${day} are used up`, retryAfterSeconds: secondsToMidnight(at) };
    return { headers: { ...source.api.headers, accept: 'application/json', authorization: `Bearer ${token.value}` } };
  }

  /** The platform did not take the token: the next turn fetches another. */
  function forget(source: Source): void {
    tokens.delete(source.id);
  }

  async function tokenOf(
    source: ApiSource,
    signal?: AbortSignal,
  ): Promise<{ value: string } | { why: string; retryAfterSeconds?: number }> {
    const kept = tokens.get(source.id);
    if (kept !== undefined && now().getTime() < kept.goodUntilMs) return kept;
    const own = credentials[source.id];
    if (own === undefined) return { why: `API_CREDENTIALS names no application key for ${source.id}` };
    const answer = await post({ url: new URL(source.api.tokenUrl), ...tokenRequest(source, own), signal });
    if (answer.status !== 200) return { why: `the token endpoint answered HTTP ${answer.status}`, retryAfterSeconds: 60 };
    const parsed = tokenSchema.safeParse(jsonOf(answer.body));
    if (!parsed.success) return { why: 'the token endpoint answered without a token', retryAfterSeconds: 60 };
    const { access_token: value, expires_in: seconds } = parsed.data;
    tokens.set(source.id, { value, goodUntilMs: now().getTime() + seconds * 1000 - renewBeforeMs });
    return { value };
  }

  return { turn, forget };
}

/** Client id and secret go into the header of HTTP Basic (RFC 6749 section 2.3.1), as eBay asks for. */
function tokenRequest(source: ApiSource, { clientId, clientSecret }: ApiCredentials) {
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return {
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: source.api.scope }).toString(),
  };
}

function secondsToMidnight(at: Date): number {
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() + 1);
  return Math.ceil((midnight - at.getTime()) / 1000);
}

function jsonOf(body: Uint8Array): unknown {
  try {
    return JSON.parse(decodeBody(body).text);
  } catch {
    return undefined;
  }
}

export function hasApi(source: Source): source is ApiSource {
  return source.api !== undefined;
}
