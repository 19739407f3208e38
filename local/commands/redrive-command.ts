/** `fencewatch redrive`: what could not be worked on, why, and once more. */

import { Argument, type Command } from 'commander';
import type { QueueName } from '../../shared/aws/resources.ts';
import { attach, findRunning } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import { type DeadLetter, deadLettersOn, heldSeconds, type Redriven, redrive, type WorkedQueue } from '../dead-letters.ts';
import type { Stores } from '../stores.ts';
import { dataOption, jsonOption } from './data-option.ts';
import { plain } from './plain.ts';
import { startProgress } from './progress.ts';
import { everyQueue } from './scan-command.ts';

interface Options {
  data: string;
  dryRun?: boolean;
  json?: boolean;
}

/** Of each queue on the terminal; `--json` has them all. */
const lettersShown = 20;
const longestMessage = 300;

export function registerRedriveCommand(program: Command): void {
  program
    .command('redrive')
    .addArgument(new Argument('[queue]', 'only the dead letters of this queue').choices(everyQueue))
    .description('show dead letters with their reason, and put them back on their queue')
    .option('--dry-run', 'only show them')
    .addOption(dataOption())
    .addOption(jsonOption())
    .addHelpText('after', '\nExit code 1 when some could not be put back. On AWS: docs/operating.md, "Dead letters".')
    .action(redriveCommand);
}

async function redriveCommand(only: QueueName | undefined, { data, dryRun = false, json = false }: Options): Promise<void> {
  const folder = await existingDataFolder(data);
  const running = (await findRunning(folder)) !== undefined;
  const attached = await attach(folder);
  try {
    const found: [WorkedQueue, DeadLetter[]][] = [];
    for (const queue of workedQueues(attached.stores, only)) found.push([queue, await deadLettersOn(queue)]);
    const letters = found.flatMap(([, each]) => each);
    if (!json) console.log(found.flatMap(([{ name }, each]) => letterLines(name, each)).join('\n') || 'There are no dead letters.');
    const outcome = dryRun ? { redriven: 0, left: letters.length } : await redriveAll(found, attached.stores);
    if (json) console.log(JSON.stringify({ letters: letters.map(shown), ...outcome }, undefined, 2));
    else if (letters.length > 0 && !dryRun) console.log(outcomeText(outcome, running));
    if (!dryRun && outcome.left > 0) process.exitCode = 1;
  } finally {
    await attached.stop();
  }
}

async function redriveAll(found: readonly [WorkedQueue, DeadLetter[]][], { sqs }: Stores): Promise<Redriven> {
  const total = { redriven: 0, left: 0 };
  const all = found.reduce((sum, [, letters]) => sum + letters.length, 0);
  const progress = startProgress('Dead letters put back');
  let done = 0;
  const onRedriven = () => progress.update(++done, all);
  try {
    for (const [queue, letters] of found) {
      const { redriven, left } = await redrive(letters, { queue, sqs, onRedriven });
      total.redriven += redriven;
      total.left += left;
    }
  } finally {
    progress.stop();
  }
  return total;
}

function workedQueues(stores: Stores, only: QueueName | undefined): WorkedQueue[] {
  return everyQueue.filter((name) => only === undefined || name === only).map((name) => ({ name, ...stores.queues[name] }));
}

/** Whole messages and reasons may quote a listing: masked, and without what steers a terminal. */
function shown({ queue, messageId, body, reason, failedAt }: DeadLetter) {
  return {
    queue,
    messageId,
    ...(failedAt !== undefined && { failedAt: plain(failedAt) }),
    ...(reason !== undefined && { reason: plain(reason) }),
    message: plain(body),
  };
}

export function letterLines(queue: QueueName, letters: readonly DeadLetter[]): string[] {
  if (letters.length === 0) return [];
  const more = letters.length - lettersShown;
  return [
    `${queue}: ${letters.length} ${letters.length === 1 ? 'dead letter' : 'dead letters'}`,
    ...letters.slice(0, lettersShown).flatMap((letter) => {
      const { failedAt, reason = 'no reason: SQS parked it after its last delivery', message } = shown(letter);
      return [`  ${failedAt ?? 'time unknown'}  ${reason}`, `    ${message.slice(0, longestMessage)}`];
    }),
    ...(more > 0 ? [`  and ${more} more: --json has them all`] : []),
  ];
}

function outcomeText({ redriven, left }: Redriven, running: boolean): string {
  const works = running ? 'the running Fencewatch works on them' : 'the next start works on them';
  const rest =
    left === 0 ? '' : ` ${left} are left, in the hand of another redrive or of one that was cut off: try again in ${heldSeconds} seconds.`;
  return `${redriven} put back: ${works}.${rest}`;
}
