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

  it('says what a file is that holds no receipt', async () => {
    await expect(verify(await write('other.json', { hello: 1 }))).rejects.toThrow('receipt');
  });
});
