import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerReceiptCommand } from '../../../local/commands/receipt-command.ts';
import { commitmentTo, digestOf, makeAskedKey, signReceipt } from '../../../shared/check-receipt.ts';
import { publicOnly, signingKeyOf, withNewKey } from '../../../shared/signing-keys.ts';

const keys = withNewKey({ keys: [] }, new Date());
const common = { id: 'r1', client: 'phone-hub', checkedAt: '2026-11-27T10:00:00.000Z' };
const askedKey = makeAskedKey();
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'receipts-'));
  await write('jwks.json', publicOnly(keys));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(name: string, content: object): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return path;
}

function verify(file: string, ...options: string[]): Promise<unknown> {
  const program = new Command().exitOverride();
  registerReceiptCommand(program);
  return program.parseAsync(['receipt', 'verify', file, '--keys', join(folder, 'jwks.json'), ...options], { from: 'user' });
}

function signed(statement: Parameters<typeof signReceipt>[0]) {
  const key = signingKeyOf(keys);
  if (key === undefined) throw new Error('no key');
  return signReceipt(statement, key);
}

describe('receipt verify', () => {
  it('takes an answer as it came, or its receipt alone, and compares the device in any form', async () => {
    const receipt = await signed({ ...common, asked: commitmentTo('imei:35824005111111', askedKey), answer: 'reported' });
    const answer = await write('answer.json', { answer: 'reported', meaning: '…', receipt, askedKey });
    await verify(answer);
    await verify(answer, '--identifier', '35-824005-111111-0');
    await verify(await write('receipt.json', receipt));
    await expect(verify(answer, '--identifier', '358240051111128')).rejects.toThrow('Another device was asked about');
    await expect(verify(join(folder, 'receipt.json'), '--identifier', '358240051111110')).rejects.toThrow('with its askedKey');
    const forged = await write('forged.json', {
      receipt: { ...receipt, statement: receipt.statement.replace('reported', 'not-reported') },
    });
    await expect(verify(forged)).rejects.toThrow('not genuine, or it was changed');
  });

  it('fails where a row of a batch is another than was signed', async () => {
    const rows = [{ row: 1, asked: 'abc', answer: 'reported' as const }];
    const receipt = await signed({ ...common, rows: 2, answers: digestOf(rows) });
    await verify(await write('batch.json', { receipt, askedKey, rows: [...rows, { row: 2, error: {} }] }));
    const changed = await write('changed.json', { receipt, askedKey, rows: [{ ...rows[0], answer: 'not-reported' }] });
    await expect(verify(changed)).rejects.toThrow('The rows are not those that were signed');
  });

  it('fails where the answer or the reference beside the receipt is another than was signed', async () => {
    const receipt = await signed({
      ...common,
      reference: 'shelf 4',
      asked: commitmentTo('imei:35824005111111', askedKey),
      answer: 'reported',
    });
    const answer = { answer: 'reported', reference: 'shelf 4', receipt, askedKey };
    await verify(await write('whole.json', answer));
    const said = async (changed: object) => verify(await write('said.json', { ...answer, ...changed }));
    await expect(said({ answer: 'not-reported' })).rejects.toThrow('The answer beside the receipt was changed: reported was signed');
    await expect(said({ reference: 'shelf 5' })).rejects.toThrow('reference');
    await expect(said({ rows: [] })).rejects.toThrow('one device was signed');
  });

  it('fails where a row that was not answered is given an answer', async () => {
    const receipt = await signed({ ...common, rows: 1, answers: digestOf([]) });
    const file = await write('given.json', { receipt, askedKey, rows: [{ row: 1, answer: 'not-reported' }] });
    await expect(verify(file)).rejects.toThrow('Row 1 has an answer that was not signed');
    await expect(verify(await write('one.json', { receipt, askedKey, answer: 'not-reported' }))).rejects.toThrow(
      'rows of a batch were signed',
    );
  });

  it('says where the receipt of a batch as CSV is, and of other files that they are none', async () => {
    await writeFile(join(folder, 'batch.csv'), '\uFEFFrow,reference,answer,asked,field,expected,found\r\n1,,reported,abc,,,\r\n');
    await expect(verify(join(folder, 'batch.csv'))).rejects.toThrow('in the header fencewatch-receipt');
    await writeFile(join(folder, 'letter.txt'), 'Dear officer');
    await expect(verify(join(folder, 'letter.txt'))).rejects.toThrow('as JSON, found something else');
  });

  it('says what a file is that holds no receipt', async () => {
    await expect(verify(await write('other.json', { hello: 1 }))).rejects.toThrow('receipt');
  });
});
