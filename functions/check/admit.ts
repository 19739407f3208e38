/** Who asks, and whether it may just now. */

import type { Context } from 'hono';
import type { StoredClient } from '../../shared/aws/check-client-store.ts';
import { claimedClient, isKeyOf } from '../../shared/check-key.ts';
import { type CheckClient, isAdmitted } from '../../shared/domain/check/client.ts';
import type { CheckParts } from './parts.ts';
import { problem } from './problem.ts';

export type Admission = { client: CheckClient } | { refusal: Response };

/** Wrong, missing, revoked and expired keys are told apart by nobody: the refusal is one. */
export async function admit(
  context: Context,
  { clients, counter, now }: Pick<CheckParts, 'clients' | 'counter' | 'now'>,
): Promise<Admission> {
  const [, key = ''] = /^Bearer ([\w-]{1,120})$/.exec(context.req.header('authorization') ?? '') ?? [];
  const id = claimedClient(key);
  const client = id === undefined ? undefined : await clients.get(id);
  const isTheirs = isKeyInForce(key, client, now());
  if (client === undefined || !isTheirs || !isAdmitted(client, now())) return { refusal: unknownKey(context) };
  if (client.held !== undefined) return { refusal: held(context) };
  const wait = await counter.takeRequest({ client: client.id, burst: client.burst, now: now().getTime() });
  return wait === 0 ? { client } : { refusal: tooFast(context, wait) };
}

function isKeyInForce(key: string, client: StoredClient | undefined, now: Date): boolean {
  const { keyHash, former } = client ?? {};
  const isPresent = isKeyOf(key, keyHash);
  const isFormer = isKeyOf(key, former?.keyHash) && former !== undefined && new Date(former.until) > now;
  return isPresent || isFormer;
}

function unknownKey(context: Context): Response {
  const detail = 'Send `Authorization: Bearer` with your key. Keys expire and can be revoked: ask whoever gave it to you.';
  return problem(context, { status: 401, code: 'no-valid-key', title: 'No valid key', detail }, { 'www-authenticate': 'Bearer' });
}

export function held(context: Context): Response {
  const detail = 'What was asked looks like going through numbers. A person has to look at it first; waiting does not help.';
  return problem(context, { status: 429, code: 'held', title: 'Nothing is answered to this client for now', detail });
}

function tooFast(context: Context, seconds: number): Response {
  return problem(context, { status: 429, code: 'burst', title: 'Too many requests at once' }, { 'retry-after': String(seconds) });
}

/** Until midnight UTC, when the next day's budget begins. */
export function budgetUsedUp(context: Context, now: Date): Response {
  const seconds = 86_400 - (Math.floor(now.getTime() / 1000) % 86_400);
  const detail = 'Devices that were asked about today can be asked about again.';
  return problem(
    context,
    { status: 429, code: 'budget-used-up', title: 'The budget of the day is used up', detail },
    { 'retry-after': String(seconds) },
  );
}
