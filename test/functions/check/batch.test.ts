import { Validator } from '@seriousme/openapi-schema-validator';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { batchSchema } from '../../../functions/check/schemas.ts';
import { commitmentTo, digestOf, verifyReceipt } from '../../../shared/check-receipt.ts';
import { type CheckDesk, openCheckDesk } from '../../support/check-desk.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { numbersOf } from '../../support/numbers-of-a-model.ts';

const aws = useEmbeddedAws();
const models = Array.from({ length: 40 }, (_, index) => numbersOf(`358${String(30_000 + index * 37)}`, 1, 1)).flat();
const [stolen = '', honest = ''] = models;

async function send(desk: CheckDesk, { key }: { key: string }, csv: string, accept = 'application/json') {
  return desk.post('/check/batch', csv, { authorization: `Bearer ${key}`, 'content-type': 'text/csv', accept });
}

describe('POST /check/batch', () => {
  it('answers each row, names what is wrong with the bad ones, and signs it all once', async () => {
    const desk = openCheckDesk(aws);
    await desk.file({ reference: 'B-1', imei: stolen });
    const client = await desk.declare();
    const csv = `\uFEFFReference;Identifier\r\nshelf 1;${stolen}\r\nshelf 2;"${honest.slice(0, 8)} ${honest.slice(8)}"\r\n;12345\r\nshelf 4;\r\n;;;\r\na;b;c\r\n${'x'.repeat(101)};${honest}\r\n`;
    const response = await send(desk, client, csv);
    expect(response.status).toBe(200);
    const { rows, receipt, askedKey } = batchSchema.parse(await response.json());
    expect(rows.map(({ row, reference, answer, error }) => [row, reference, answer, error])).toEqual([
      [1, 'shelf 1', 'reported', undefined],
      [2, 'shelf 2', 'not-reported', undefined],
      [3, undefined, 'cannot-say', { field: 'identifier', expected: expect.stringContaining('IMEI'), found: '5 digits' }],
      [4, 'shelf 4', undefined, { field: 'identifier', expected: 'an IMEI, a MEID or a serial number', found: 'nothing' }],
      [6, undefined, undefined, { field: 'row', expected: '2 cells as in the header', found: '3 cells' }],
      [7, undefined, undefined, { field: 'reference', expected: 'at most 100 characters', found: '101 characters' }],
    ]);
    const statement = await verifyReceipt(receipt, desk.parts.signingKeys);
    const answered = rows.flatMap(({ row, asked, answer }) => (asked === undefined || answer === undefined ? [] : { row, asked, answer }));
    expect(statement).toMatchObject({ client: client.id, rows: 6, answers: digestOf(answered) });
    expect(rows[0]?.asked).toBe(commitmentTo(`1:imei:${stolen.slice(0, 14)}`, askedKey));
    expect((await desk.hits.ofMonth('2026-11', { limit: 10, client: client.id })).map(({ records }) => records)).toEqual([['B-1']]);
  });

  it('gives CSV that no spreadsheet runs, with the receipt in a header', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare();
    const response = await send(desk, client, `identifier,reference\n${honest},"=HYPERLINK(""http://x"")"\n`, 'text/csv');
    const rows = parse(await response.text(), { columns: true, bom: true });
    expect(rows).toEqual([expect.objectContaining({ row: '1', reference: `'=HYPERLINK("http://x")`, answer: 'not-reported', field: '' })]);
    const { receipt } = JSON.parse(Buffer.from(response.headers.get('fencewatch-receipt') ?? '', 'base64url').toString());
    expect(await verifyReceipt(receipt, desk.parts.signingKeys)).toMatchObject({ rows: 1 });
  });

  it('takes its rows from the budget, and the rows beyond it are told so', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare({ dailyBudget: 25 });
    const { rows } = batchSchema.parse(await (await send(desk, client, `identifier\n${[...models, stolen].join('\n')}\n`)).json());
    expect(rows.filter(({ answer }) => answer !== undefined).length).toBeGreaterThanOrEqual(25);
    expect(rows.filter(({ error }) => error?.found === 'one more')).toHaveLength(15);
  });

  it('is held like single questions: what is answered of one model stays its share', async () => {
    const desk = openCheckDesk(aws);
    const client = await desk.declare();
    const { rows } = batchSchema.parse(
      await (await send(desk, client, `identifier\n${numbersOf('35824011', 100, 97).join('\n')}\n`)).json(),
    );
    expect(rows.filter(({ answer }) => answer !== undefined).length).toBeLessThanOrEqual(20);
    expect((await send(desk, client, `identifier\n${honest}\n`)).status).toBe(429);
  });

  it('answers nothing more from the row on at which the client is held', async () => {
    const desk = openCheckDesk(aws);
    const csv = `identifier\n${[...numbersOf('35824014', 60, 97), ...models].join('\n')}\n`;
    const { rows } = batchSchema.parse(await (await send(desk, await desk.declare(), csv)).json());
    expect(rows).toHaveLength(100);
    expect(rows.slice(60).filter(({ answer }) => answer !== undefined)).toEqual([]);
  });

  it.each([
    ['no header', `${honest}\n`, 422],
    ['a foreign column', `identifier,customer\n${honest},Jo\n`, 422],
    ['too many rows', `identifier\n${'1\n'.repeat(1001)}`, 422],
    ['nothing', '', 422],
    ['a header alone', 'identifier\n', 422],
    ['a workbook', 'PK\u0003\u0004', 422],
    ['too many bytes', `identifier\n${'9'.repeat(300_000)}`, 413],
  ])('refuses a file with %s as a whole', async (_what, csv, status) => {
    const desk = openCheckDesk(aws);
    const response = await send(desk, await desk.declare(), csv);
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json']);
  });

  it('answers the rows before a quotation mark that is never closed', async () => {
    const desk = openCheckDesk(aws);
    const response = await send(desk, await desk.declare(), `identifier\n${honest}\n"${stolen}\n${'x\n'.repeat(20)}`);
    const { rows } = batchSchema.parse(await response.json());
    expect(rows.map(({ row, answer, error }) => [row, answer ?? error])).toEqual([
      [1, 'not-reported'],
      [2, expect.objectContaining({ field: 'row', expected: 'a row that ends' })],
    ]);
  });
});

describe('the OpenAPI document', () => {
  it('is one', async () => {
    const document = JSON.parse(await (await openCheckDesk(aws).app.request('/openapi.json')).text());
    expect(await new Validator().validate(document)).toMatchObject({ valid: true });
    expect(Object.keys(document.paths)).toEqual(['/check', '/check/batch', '/.well-known/jwks.json']);
  });
});
