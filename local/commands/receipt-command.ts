/** `fencewatch receipt`: what a check was answered, verified offline; and the keys that sign. */

import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import * as z from 'zod';
import { commitmentTo, digestOf, receiptSchema, type Statement, verifyReceipt } from '../../shared/check-receipt.ts';
import { checkAnswers } from '../../shared/domain/check/answer.ts';
import { readAskedDevice } from '../../shared/domain/check/asked-device.ts';
import { type SigningKeys, signingKeysSchema, withNewKey } from '../../shared/signing-keys.ts';
import { existingDataFolder } from '../data-folder.ts';
import { dataOption } from './data-option.ts';

interface VerifyOptions {
  data: string;
  keys?: string;
  identifier?: string;
}

/** An answer as it came, or the receipt out of it. */
const fileSchema = z.object({
  receipt: receiptSchema,
  askedKey: z.string().optional(),
  rows: z.array(z.object({ row: z.int(), asked: z.string().optional(), answer: z.enum(checkAnswers).optional() })).optional(),
});

export function registerReceiptCommand(program: Command): void {
  const receipt = program.command('receipt').description('receipts of the check API');
  receipt
    .command('verify')
    .argument('<file>', 'JSON answer of the check API as it came, or its receipt')
    .option('--keys <file>', 'public keys, from /.well-known/jwks.json of the check API; those of the data folder when left out')
    .option('--identifier <number>', 'also say whether this is the device that was asked about')
    .description('whether a receipt is genuine and unchanged; exit code 0 or 1')
    .addOption(dataOption())
    .action(verifyCommand);
  receipt
    .command('new-key')
    .argument('[file]', 'the key set in force, whose receipts stay verifiable')
    .description('print a key set with a new key that signs, for CHECK_SIGNING_KEYS')
    .action(newKeyCommand);
}

async function verifyCommand(file: string, { data, keys: keysFile, identifier }: VerifyOptions): Promise<void> {
  const sent: unknown = JSON.parse(await readFile(file, 'utf8'));
  const { receipt, askedKey, rows } = fileSchema.parse(receiptSchema.safeParse(sent).success ? { receipt: sent } : sent);
  const statement = await verifyReceipt(receipt, await keysOf(keysFile, data)).catch((cause: unknown) => {
    throw new Error('The receipt is not genuine, or it was changed', { cause });
  });
  const faults = [...faultsOfRows(statement, rows), ...faultsOfDevice(statement, { identifier, askedKey })];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  console.log(`Genuine and unchanged: ${receipt.statement}`);
  if (identifier !== undefined) console.log('The device is the one that was asked about.');
}

function faultsOfRows(statement: Statement, rows: z.infer<typeof fileSchema>['rows']): string[] {
  if (!('answers' in statement) || rows === undefined) return [];
  const answered = rows.flatMap(({ row, asked, answer }) => (asked === undefined || answer === undefined ? [] : { row, asked, answer }));
  return rows.length === statement.rows && digestOf(answered) === statement.answers ? [] : ['The rows are not those that were signed'];
}

function faultsOfDevice(
  statement: Statement,
  { identifier, askedKey }: { identifier: string | undefined; askedKey: string | undefined },
): string[] {
  if (identifier === undefined) return [];
  if (!('asked' in statement) || askedKey === undefined)
    return ['What was asked can be compared in an answer about one device, with its askedKey'];
  const device = readAskedDevice(identifier);
  const isSame = device.ok && commitmentTo(device.key, askedKey) === statement.asked;
  return isSame ? [] : ['Another device was asked about'];
}

async function newKeyCommand(file: string | undefined): Promise<void> {
  const before = file === undefined ? { keys: [] } : signingKeysSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  console.log(JSON.stringify(withNewKey(before, new Date())));
}

async function keysOf(file: string | undefined, data: string): Promise<SigningKeys> {
  const text = file === undefined ? (await existingDataFolder(data)).checkSigningKeys : await readFile(file, 'utf8');
  return signingKeysSchema.parse(JSON.parse(text));
}
