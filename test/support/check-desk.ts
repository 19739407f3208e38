/** The check API over an embedded DynamoDB, with a clock that tests turn. */

import { createCheckApi } from '../../functions/check/app.ts';
import type { CheckParts } from '../../functions/check/parts.ts';
import { tableName } from '../../local/embedded/aws-resources.ts';
import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createCheckClientStore, type StoredClient } from '../../shared/aws/check-client-store.ts';
import { createCheckCounter } from '../../shared/aws/check-counter.ts';
import { createCheckHits } from '../../shared/aws/check-hits.ts';
import { createIdentifierStore } from '../../shared/aws/identifier-store.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { hashOfKey, makeCheckKey } from '../../shared/check-key.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { withNewKey } from '../../shared/signing-keys.ts';
import { aRecord } from './console-data.ts';
import type { AwsUnderTest } from './embedded-aws.ts';
import { aRecordToFile } from './index-sides.ts';

const key = 'a key for tests, of thirty-two characters or more';
let desks = 0;

export type CheckDesk = ReturnType<typeof openCheckDesk>;

export function openCheckDesk({ dynamo }: AwsUnderTest, overrides: Partial<CheckParts> = {}) {
  desks += 1;
  const clock = { now: new Date('2026-11-27T10:00:00.000Z') };
  const clients = createCheckClientStore({ client: dynamo, table: tableName('checks') });
  const identifiers = createIdentifierStore({ client: dynamo, table: tableName('identifiers'), key });
  const records = createRecordStore({ client: dynamo, table: tableName('records') });
  const audit = createAuditStore({ client: dynamo, table: tableName('audit') });
  const faults: unknown[] = [];
  let ids = 0;
  const parts: CheckParts = {
    clients,
    counter: createCheckCounter({ client: dynamo, table: tableName('checks'), key }),
    identifiers,
    records,
    audit,
    signingKeys: withNewKey({ keys: [] }, clock.now),
    now: () => clock.now,
    makeId: () => {
      ids += 1;
      return `receipt-${ids}`;
    },
    report: (error) => void faults.push(error),
    ...overrides,
  };
  const app = createCheckApi(parts);
  let declared = 0;

  /** A client with its key; each test has its own. */
  async function declare(fields: Partial<StoredClient> = {}): Promise<{ id: string; key: string }> {
    declared += 1;
    const id = `shop-${desks}-${declared}`;
    const checkKey = makeCheckKey(id);
    await clients.add({
      id,
      name: 'Phone Hub',
      purpose: 'phones offered for buy-back',
      dailyBudget: 200,
      burst: 50,
      createdAt: clock.now.toISOString(),
      expiresAt: '2027-11-27T00:00:00.000Z',
      round: 0,
      keyHash: hashOfKey(checkKey),
      ...fields,
    });
    return { id, key: checkKey };
  }

  /** A record as it stands once it was matched. */
  async function file(fields: Partial<StolenRecord> & { reference: string; imei: string }): Promise<void> {
    const { imei, ...told } = fields;
    await records.upsert([aRecord({ identifiers: [{ kind: 'imei', value: imei }], ...told })], {
      id: `import-${fields.reference}`,
      at: '2026-11-20T09:00:00.000Z',
    });
    await identifiers.putRecords([aRecordToFile(fields.reference, { imei })]);
  }

  async function ask(identifier: unknown, { key: clientKey, reference }: { key: string; reference?: string }) {
    const body = JSON.stringify({ identifier, ...(reference !== undefined && { reference }) });
    const response = await post('/check', body, { authorization: `Bearer ${clientKey}`, 'content-type': 'application/json' });
    const text = await response.text();
    return { status: response.status, retryAfter: response.headers.get('retry-after'), length: text.length, body: JSON.parse(text) };
  }

  async function post(path: string, body: string, headers: Record<string, string>): Promise<Response> {
    return app.request(`http://check.example${path}`, { method: 'POST', body, headers });
  }

  return {
    app,
    parts,
    clock,
    clients,
    records,
    audit,
    hits: createCheckHits({ client: dynamo, table: tableName('checks') }),
    faults,
    declare,
    file,
    ask,
    post,
  };
}

/** A patient guesser, never faster than one a second; `atOnce` are sent together. */
export async function guess(desk: CheckDesk, client: { key: string }, numbers: readonly string[], atOnce = 1) {
  const answers = [];
  for (let from = 0; from < numbers.length; from += atOnce) {
    const sent = numbers.slice(from, from + atOnce);
    desk.clock.now = new Date(desk.clock.now.getTime() + sent.length * 1000);
    answers.push(...(await Promise.all(sent.map(async (number) => ({ number, ...(await desk.ask(number, client)) })))));
  }
  return answers;
}
