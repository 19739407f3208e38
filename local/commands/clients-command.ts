/** `fencewatch clients`: who may ask the check API. */

import { type Command, InvalidArgumentError } from 'commander';
import * as z from 'zod';
import type { CheckClient } from '../../shared/domain/check/client.ts';
import { suspicionWords } from '../../shared/domain/check/enumeration.ts';
import { attach } from '../attach.ts';
import { type CheckClientParts, clientRow, declareClient, liftHold, revokeClient, rotateKey } from '../check-clients.ts';
import { existingDataFolder } from '../data-folder.ts';
import { dataOption, jsonOption, wholeNumber } from './data-option.ts';
import { plain } from './plain.ts';

interface Options {
  data: string;
  json?: boolean;
  by: string;
}

interface AddOptions extends Options {
  name: string;
  purpose: string;
  budget: number;
  burst: number;
  expires: string;
  row?: boolean;
}

export function registerClientsCommand(program: Command): void {
  const clients = program.command('clients').description('platforms and shops that may ask the check API');
  clients
    .command('add')
    .argument('<id>', 'in its keys and in the audit log: phone-hub', clientId)
    .requiredOption('--name <name>', 'who it is (required)')
    .requiredOption('--purpose <text>', 'what it asks for, as agreed with it (required)')
    .requiredOption('--by <name>', 'who says so, for the audit (required)')
    .option('--budget <count>', 'different devices a day', wholeNumber, 200)
    .option('--burst <count>', 'requests at once; one more each second', wholeNumber, 10)
    .requiredOption('--expires <day>', 'when its key ends, as that day begins in UTC: 2027-11-30 (required)', laterDay)
    .option('--row', 'write nothing here; print the row for `aws dynamodb put-item` beside the key')
    .description('declare a client and show its key, once')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(add);
  clients
    .command('list')
    .description('all clients, those that are held or revoked too')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((options: Options) => withParts(options, (parts) => list(options, parts)));
  clients
    .command('rotate')
    .argument('<id>')
    .requiredOption('--by <name>', 'who says so, for the audit (required)')
    .option('--overlap <hours>', 'how long the key before stays good; 0 for one that leaked', wholeNumber, 24)
    .description('show a new key, once')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((id: string, options: Options & { overlap: number }) =>
      withParts(options, async (parts) => {
        const key = await rotateKey(id, { by: options.by, overlapHours: options.overlap }, parts);
        say(options, { id, key }, shownOnce(id, key));
      }),
    );
  clients
    .command('revoke')
    .argument('<id>')
    .requiredOption('--by <name>', 'who says so, for the audit (required)')
    .description('answer it nothing any more')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((id: string, options: Options) =>
      withParts(options, async (parts) => {
        await revokeClient(id, options.by, parts);
        say(options, { id }, `${id} is answered nothing any more.`);
      }),
    );
  clients
    .command('lift')
    .argument('<id>')
    .requiredOption('--reason <text>', 'what you found (required)')
    .requiredOption('--by <name>', 'who says so, for the audit (required)')
    .description('answer a client again that is held because it seemed to go through numbers')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((id: string, options: Options & { reason: string }) =>
      withParts(options, async (parts) => {
        await liftHold(id, { by: options.by, reason: options.reason }, parts);
        say(options, { id }, `${id} is answered again.`);
      }),
    );
}

async function withParts({ data }: Options, act: (parts: CheckClientParts) => Promise<void>): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    await act({ ...attached.stores, now: () => new Date() });
  } finally {
    await attached.stop();
  }
}

async function add(id: string, options: AddOptions): Promise<void> {
  const { name, purpose, budget: dailyBudget, burst, expires: expiresAt, by, row } = options;
  if (dailyBudget === 0 || burst === 0) throw new Error('expected a budget and a burst of 1 or more, found 0');
  const declared = { id, name, purpose, dailyBudget, burst, expiresAt };
  if (row) {
    const made = clientRow(declared, new Date());
    return say(options, made, `${shownOnce(id, made.key)}\n${JSON.stringify(made.row)}`);
  }
  await withParts(options, async (parts) => {
    const key = await declareClient(declared, by, parts);
    say(options, { id, key }, shownOnce(id, key));
  });
}

async function list(options: Options, { checkClients }: CheckClientParts): Promise<void> {
  const found = await checkClients.list();
  say(options, found, found.length === 0 ? 'Nobody may ask the check API.' : found.map(clientLine).join('\n'));
}

function clientLine({ id, name, purpose, dailyBudget, burst, expiresAt, revokedAt, held }: CheckClient): string {
  const standing =
    revokedAt !== undefined
      ? `revoked ${revokedAt}`
      : held === undefined
        ? `until ${expiresAt.slice(0, 10)}`
        : `HELD since ${held.since}: ${suspicionWords[held.why]}`;
  return `${id.padEnd(20)}  ${standing}  ${dailyBudget} a day, ${burst} at once  ${plain(name)}: ${plain(purpose)}`;
}

function shownOnce(id: string, key: string): string {
  return `Key of ${id}, shown this once; only its hash is kept:\n${key}`;
}

function say({ json }: Options, value: unknown, text: string): void {
  console.log(json ? JSON.stringify(value, undefined, 2) : text);
}

function clientId(text: string): string {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(text))
    throw new InvalidArgumentError('Expected up to 40 small letters, digits and hyphens, such as phone-hub.');
  return text;
}

function laterDay(text: string): string {
  const day = z.iso.date().safeParse(text);
  if (!day.success || new Date(text) <= new Date()) throw new InvalidArgumentError('Expected a day to come, such as 2027-11-30.');
  return new Date(text).toISOString();
}
