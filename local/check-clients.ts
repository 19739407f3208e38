/** Who may ask the check API: declared, given a new key, revoked, lifted; each act leaves its row. */

import type { AuditStore } from '../shared/aws/audit-store.ts';
import { type CheckClientStore, clientItem, type StoredClient } from '../shared/aws/check-client-store.ts';
import { hashOfKey, makeCheckKey } from '../shared/check-key.ts';
import type { CheckClient } from '../shared/domain/check/client.ts';

export interface CheckClientParts {
  checkClients: Omit<CheckClientStore, 'hold'>;
  audit: Pick<AuditStore, 'append'>;
  now(): Date;
}

export type Declared = Pick<CheckClient, 'id' | 'name' | 'purpose' | 'dailyBudget' | 'burst' | 'expiresAt'>;

/** The key, which is shown now and never again. Throws when the id is taken. */
export async function declareClient(declared: Declared, by: string, parts: CheckClientParts): Promise<string> {
  const { key, client } = newClient(declared, parts.now());
  if (!(await parts.checkClients.add(client)))
    throw new Error(`There is a client ${declared.id}, revoked or not; an id is never given to another`);
  const { id, ...detail } = declared;
  await leaveRow(id, { act: 'check-client-declared', by, detail }, parts);
  return key;
}

/** The key, and the row that makes its client known, as `aws dynamodb put-item` takes it. */
export function clientRow(declared: Declared, now: Date): { key: string; row: Record<string, { S: string } | { N: string }> } {
  const { key, client } = newClient(declared, now);
  const written = (value: unknown) => (typeof value === 'number' ? { N: String(value) } : { S: String(value) });
  return { key, row: Object.fromEntries(Object.entries(clientItem(client)).map(([name, value]) => [name, written(value)])) };
}

function newClient(declared: Declared, now: Date): { key: string; client: StoredClient } {
  const key = makeCheckKey(declared.id);
  return { key, client: { ...declared, createdAt: now.toISOString(), round: 0, keyHash: hashOfKey(key) } };
}

/** A new key; the one before is good for so many hours more. */
export async function rotateKey(
  id: string,
  { by, overlapHours }: { by: string; overlapHours: number },
  parts: CheckClientParts,
): Promise<string> {
  const key = makeCheckKey(id);
  const until = new Date(parts.now().getTime() + overlapHours * 3_600_000).toISOString();
  if (!(await parts.checkClients.rotate(id, hashOfKey(key), until))) throw new Error(`There is no client ${id} that is not revoked`);
  await leaveRow(id, { act: 'check-client-key-rotated', by, detail: { formerUntil: until } }, parts);
  return key;
}

export async function revokeClient(id: string, by: string, parts: CheckClientParts): Promise<void> {
  if (!(await parts.checkClients.revoke(id, parts.now().toISOString()))) throw new Error(`There is no client ${id} that is not revoked`);
  await leaveRow(id, { act: 'check-client-revoked', by }, parts);
}

/** A person has looked at why it was held, and says what was found. */
export async function liftHold(id: string, { by, reason }: { by: string; reason: string }, parts: CheckClientParts): Promise<void> {
  if (reason.trim() === '') throw new Error('expected a reason, which is what you found, found nothing');
  if (!(await parts.checkClients.lift(id))) throw new Error(`The client ${id} is not held`);
  await leaveRow(id, { act: 'check-client-lifted', by, detail: { reason } }, parts);
}

async function leaveRow(
  id: string,
  { act, by, detail }: { act: string; by: string; detail?: Record<string, unknown> },
  { audit, now }: CheckClientParts,
): Promise<void> {
  const subject = { kind: 'check-client', id };
  await audit.append({ at: now().toISOString(), actor: by, act, subject, outcome: 'done', ...(detail && { detail }) });
}
