/** `fencewatch receipt`: what a check was answered, verified offline; and the keys that sign. */

import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import * as z from 'zod';
import { commitmentTo, digestOf, receiptSchema, type Statement, verifyReceipt } from '../../shared/check-receipt.ts';
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
  answer: z.string().optional(),
  reference: z.string().optional(),
  askedKey: z.string().optional(),
  rows: z.array(z.object({ row: z.int(), asked: z.string().optional(), answer: z.string().optional() })).optional(),
});

type AnswerFile = z.infer<typeof fileSchema>;

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
  const answer = answerIn(await readFile(file, 'utf8'));
  const { receipt, askedKey } = answer;
  const statement = await verifyReceipt(receipt, await keysOf(keysFile, data)).catch((cause: unknown) => {
    throw new Error('The receipt is not genuine, or it was changed', { cause });
  });
  const faults = [
    ...faultsOfAnswer(statement, answer),
    ...faultsOfRows(statement, answer.rows),
    ...faultsOfDevice(statement, { identifier, askedKey }),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  console.log(`Genuine and unchanged: ${receipt.statement}`);
  if (identifier !== undefined) console.log('The device is the one that was asked about.');
}

function answerIn(text: string): AnswerFile {
  const file = fileSchema.safeParse(jsonIn(text));
  if (!file.success) throw new Error('expected an answer of the check API with its receipt, or the receipt, found other JSON');
  return file.data;
}

function jsonIn(text: string): unknown {
  try {
    const sent: unknown = JSON.parse(text);
    return receiptSchema.safeParse(sent).success ? { receipt: sent } : sent;
  } catch {
    const isBatch = /^\uFEFF?row,reference,answer,/.test(text);
    throw new Error(
      isBatch
        ? 'expected JSON, found a batch as CSV, which holds no receipt: that came in the header fencewatch-receipt, as JSON in base64url'
        : 'expected an answer of the check API as JSON, found something else',
    );
  }
}

/** What stands beside the receipt is what people read, and only the statement in it is signed. */
function faultsOfAnswer(statement: Statement, { answer, reference }: AnswerFile): string[] {
  if (answer === undefined) return [];
  if (!('answer' in statement)) return ['The file has one answer, and the rows of a batch were signed'];
  return [
    ...(answer === statement.answer ? [] : [`The answer beside the receipt was changed: ${statement.answer} was signed`]),
    ...(reference === statement.reference ? [] : ['The reference beside the receipt is not the one that was signed']),
  ];
}

function faultsOfRows(statement: Statement, rows: AnswerFile['rows']): string[] {
  if (rows === undefined) return [];
  if (!('answers' in statement)) return ['The file has rows, and the answer about one device was signed'];
  const unsigned = rows.filter(({ asked, answer }) => (asked === undefined) !== (answer === undefined));
  if (unsigned.length > 0) return unsigned.map(({ row }) => `Row ${row} has an answer that was not signed`);
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
