import { describe, expect, it } from 'vitest';
import { hashOfKey, makeCheckKey } from '../../../shared/check-key.ts';
import { commitmentTo, verifyReceipt } from '../../../shared/check-receipt.ts';
import { publicOnly, signingKeysSchema } from '../../../shared/signing-keys.ts';
import { openCheckDesk } from '../../support/check-desk.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { numbersOf } from '../../support/numbers-of-a-model.ts';

const aws = useEmbeddedAws();
const [stolen = '', honest = '', doubted = '', disputed = '', other = ''] = numbersOf('35824005', 5, 7919);

async function deskWithRecords() {
  const desk = openCheckDesk(aws);
  await desk.file({ reference: 'C-1', imei: stolen });
  await desk.file({ reference: 'C-2', imei: doubted, grade: 'owner-reported' });
  await desk.file({ reference: 'C-3', imei: disputed, grade: 'disputed' });
  return desk;
}

describe('POST /check', () => {
  it('answers and says nothing else of a record', async () => {
    const desk = await deskWithRecords();
    const { key } = await desk.declare();
    const answers = await Promise.all([stolen, honest, doubted, disputed].map((number) => desk.ask(number, { key, reference: 'shelf 4' })));
    expect(answers.map(({ status, body }) => [status, body.answer])).toEqual([
      [200, 'reported'],
      [200, 'not-reported'],
      [200, 'cannot-say'],
      [200, 'cannot-say'],
    ]);
    expect(answers.map(({ body }) => Object.keys(body))).toEqual(
      answers.map(() => ['answer', 'meaning', 'reference', 'receipt', 'askedKey']),
    );
    const said = JSON.stringify(answers);
    for (const secret of ['C-1', 'C-2', 'Hackney', '2026-11-14', 'verified', 'iPhone', stolen, honest]) expect(said).not.toContain(secret);
    expect(answers[1]?.body.meaning).toContain('no guarantee');
  });

  it('takes the same calls and bytes whether a device is reported or not', async () => {
    const desk = await deskWithRecords();
    const calls: string[] = [];
    const listening = openCheckDesk(aws, {
      counter: recorded(desk.parts.counter, calls),
      identifiers: recorded(desk.parts.identifiers, calls),
      records: recorded(desk.parts.records, calls),
      audit: recorded(desk.parts.audit, calls),
    });
    const { key } = await listening.declare();
    const shapes = [];
    for (const number of [stolen, honest]) {
      calls.length = 0;
      const { length } = await listening.ask(number, { key, reference: 'r' });
      shapes.push({ length, calls: calls.map((call) => call.replace(/\d+ keys/, 'keys')) });
    }
    expect(shapes[0]).toEqual(shapes[1]);
    expect(shapes[0]?.calls).toContain('getMany 1');
  });

  it('says why a number is none, and asks for no budget', async () => {
    const desk = openCheckDesk(aws);
    const { key } = await desk.declare({ dailyBudget: 1 });
    const { body } = await desk.ask('35-824005-111111-9', { key });
    expect([body.answer, body.fault.found]).toEqual(['cannot-say', '15 digits whose check digit is 9 where 0 would be right']);
    expect((await desk.ask(honest, { key })).body.answer).toBe('not-reported');
  });

  it('gives a receipt that the public keys verify and that binds the number', async () => {
    const desk = await deskWithRecords();
    const { key, id } = await desk.declare();
    const { body } = await desk.ask(`IMEI ${stolen}`, { key, reference: 'till 2' });
    const keys = signingKeysSchema.parse(await (await desk.app.request('/.well-known/jwks.json')).json());
    expect(keys).toEqual(publicOnly(desk.parts.signingKeys));
    const statement = await verifyReceipt(body.receipt, keys);
    expect(statement).toEqual({
      id: 'receipt-1',
      client: id,
      checkedAt: '2026-11-27T10:00:00.000Z',
      reference: 'till 2',
      asked: commitmentTo(`imei:${stolen.slice(0, 14)}`, body.askedKey),
      answer: 'reported',
    });
  });

  it('leaves a row for each answer and one hit a client, device and day', async () => {
    const desk = await deskWithRecords();
    const { key, id } = await desk.declare();
    for (const form of [stolen, stolen.slice(0, 14), `${stolen.slice(0, 14)}01`]) await desk.ask(form, { key, reference: 'till 2' });
    desk.clock.now = new Date('2026-11-28T09:00:00.000Z');
    await desk.ask(stolen, { key });
    await desk.ask(honest, { key });
    const hits = await desk.hits.ofMonth('2026-11', { limit: 100, client: id });
    expect(hits.map(({ at, records, identifier, answer }) => [at.slice(0, 10), records, identifier, answer])).toEqual([
      ['2026-11-28', ['C-1'], `35824005*****${stolen.slice(13)}`, 'reported'],
      ['2026-11-27', ['C-1'], `35824005*****${stolen.slice(13)}`, 'reported'],
    ]);
    const rows = await desk.audit.ofSubject('record', 'C-1');
    expect(rows.filter(({ actor }) => actor === `check-client:${id}`)).toHaveLength(4);
    const others = await desk.audit.ofSubject('check-client', id);
    expect(others.map(({ act, detail }) => [act, detail?.['answer']])).toEqual([['device-checked', 'not-reported']]);
    expect(JSON.stringify([...rows, ...others, ...hits])).not.toMatch(new RegExp(`${stolen}|${honest}|${stolen.slice(0, 14)}`));
  });

  it('says not-reported from the moment a record is withdrawn, before any index hears of it', async () => {
    const desk = openCheckDesk(aws);
    await desk.file({ reference: 'C-9', imei: other });
    const { key } = await desk.declare();
    expect((await desk.ask(other, { key })).body.answer).toBe('reported');
    await desk.records.setStatus('C-9', 'withdrawn', 'found', desk.clock.now.toISOString());
    expect((await desk.ask(other, { key })).body.answer).toBe('not-reported');
  });

  it.each(['identifiers', 'records', 'audit'] as const)(
    'says cannot-say with 503 and never not-reported while %s cannot be reached',
    async (name) => {
      const throttled = () => Promise.reject(new Error('ProvisionedThroughputExceededException'));
      const broken = { identifiers: { lookUp: throttled }, records: { getMany: throttled }, audit: { append: throttled } };
      const desk = openCheckDesk(aws, { [name]: broken[name] });
      const { key } = await desk.declare();
      for (const number of [stolen, honest]) {
        const answer = await desk.ask(number, { key });
        expect([answer.status, answer.retryAfter, answer.body.answer, answer.body.receipt]).toEqual([503, '5', 'cannot-say', undefined]);
      }
      expect(desk.faults).toHaveLength(2);
    },
  );
});

describe('a key', () => {
  it('that is wrong, missing, revoked, expired or of nobody is refused in one form', async () => {
    const desk = openCheckDesk(aws);
    const revoked = await desk.declare();
    await desk.clients.revoke(revoked.id, desk.clock.now.toISOString());
    const expired = await desk.declare({ expiresAt: desk.clock.now.toISOString() });
    const good = await desk.declare();
    const keys = [revoked.key, expired.key, makeCheckKey(good.id), makeCheckKey('nobody'), 'fw_', '', `${good.key}x`];
    const refusals = await Promise.all(keys.map((key) => desk.ask(honest, { key })));
    const [first] = refusals;
    expect(first).toMatchObject({ status: 401, body: { code: 'no-valid-key' } });
    expect(refusals).toEqual(keys.map(() => first));
    const bare = await desk.post('/check', '{}', {});
    expect([bare.status, bare.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect((await desk.ask(honest, good)).status).toBe(200);
  });

  it('stands in the table as a hash alone, and the one before is good for its time', async () => {
    const desk = openCheckDesk(aws);
    const { id, key } = await desk.declare();
    const next = makeCheckKey(id);
    await desk.clients.rotate(id, hashOfKey(next), '2026-11-27T12:00:00.000Z');
    expect(JSON.stringify(await desk.clients.get(id))).not.toContain(key.slice(-43));
    expect([(await desk.ask(honest, { key })).status, (await desk.ask(honest, { key: next })).status]).toEqual([200, 200]);
    desk.clock.now = new Date('2026-11-27T12:00:01.000Z');
    expect([(await desk.ask(honest, { key })).status, (await desk.ask(honest, { key: next })).status]).toEqual([401, 200]);
  });
});

describe('a request that is none', () => {
  it.each([
    ['not JSON', '{', 'application/json', 400, 'not-json'],
    ['another type', 'identifier=1', 'application/x-www-form-urlencoded', 415, 'wrong-content-type'],
    ['no identifier', '{}', 'application/json', 422, 'wrong-field'],
    ['a number', '{"identifier":358240051111110}', 'application/json', 422, 'wrong-field'],
    ['a field more', '{"identifier":"358240051111110","customer":"Jo"}', 'application/json', 422, 'wrong-field'],
    [
      'a long reference',
      JSON.stringify({ identifier: '358240051111110', reference: 'x'.repeat(101) }),
      'application/json',
      422,
      'wrong-field',
    ],
    ['too large', JSON.stringify({ identifier: 'x'.repeat(5000) }), 'application/json', 413, 'too-large'],
  ])('because of %s is told so', async (_what, body, type, status, code) => {
    const desk = openCheckDesk(aws);
    const { key } = await desk.declare();
    const response = await desk.post('/check', body, { authorization: `Bearer ${key}`, 'content-type': type });
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
    expect(await response.json()).toMatchObject({ status, code });
  });
});

describe('a field that is wrong', () => {
  const imei = '358240051111110';
  it.each([
    [{}, 'identifier', 'an IMEI, a MEID or a serial number', 'nothing'],
    [{ identifier: '' }, 'identifier', 'an IMEI, a MEID or a serial number', 'nothing'],
    [{ identifier: Number(imei) }, 'identifier', 'a text: a number would lose the zeros it begins with', 'a number'],
    [{ identifier: imei, name: 'Jo' }, 'name', 'no field but identifier and reference', 'a field more'],
    [{ identifier: imei, reference: null }, 'reference', 'a text', 'null'],
    [{ identifier: imei, reference: 'x'.repeat(101) }, 'reference', 'at most 100 characters', 'a text of 101 characters'],
    [[imei], 'body', 'an object with identifier, and reference if you like', 'a list'],
  ])('in %j is told what was expected and found', async (body, field, expected, found) => {
    const desk = openCheckDesk(aws);
    const { key } = await desk.declare();
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const response = await desk.post('/check', JSON.stringify(body), headers);
    expect(await response.json()).toMatchObject({ code: 'wrong-field', errors: [{ field, expected, found }] });
  });
});

/** Notes the name of each call, and how many keys were asked for where it takes a list. */
function recorded<Part extends object>(part: Part, calls: string[]): Part {
  return new Proxy(part, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]) => {
        const [first] = given;
        calls.push(Array.isArray(first) ? `${String(name)} ${first.length}` : String(name));
        return value.apply(target, given);
      };
    },
  });
}
