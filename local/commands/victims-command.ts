/** `fencewatch victims`: what victims are owed to hear, and by when. */

import type { Command } from 'commander';
import { standsFor } from '../../shared/aws/victim-update-standing.ts';
import { updateWords } from '../../shared/domain/victims/update-words.ts';
import { isOverdue, type VictimUpdate } from '../../shared/domain/victims/victim-update.ts';
import { workingDaysAfter } from '../../shared/domain/victims/working-days.ts';
import { attach } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import { dataOption, jsonOption } from './data-option.ts';
import { plain } from './plain.ts';

type Due = VictimUpdate & { stands: boolean };

const mostShown = 1000;

export function registerVictimsCommand(program: Command): void {
  program
    .command('victims')
    .description('what victims are owed to hear')
    .command('due')
    .description('updates that nobody has told yet, soonest first, with the words for them')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(dueCommand);
}

async function dueCommand({ data, json }: { data: string; json?: true }): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    const { victimUpdates, cases, team } = attached.stores;
    const due: Due[] = [];
    for (const update of await victimUpdates.ofTeam(team, 'due', mostShown))
      due.push({ ...update, stands: await standsFor(update, { cases }) });
    if (json)
      console.log(
        JSON.stringify(
          due.map((update) => ({ ...update, words: updateWords(update) })),
          undefined,
          2,
        ),
      );
    else console.log(due.length === 0 ? 'Nobody is to be told anything.' : due.map((update) => dueText(update, new Date())).join('\n\n'));
  } finally {
    await attached.stop();
  }
}

function dueText(update: Due, now: Date): string {
  const { reference, dueOn, dueOnEnhanced, unknownYears, stands } = update;
  const { subject, whatHappened, whatHappensNext, whatNotToDo } = updateWords(update);
  const head = `${plain(reference)}: ${subject}`;
  if (!stands) return `${head}\n  No longer so: do not tell.`;
  const late = isOverdue(update, workingDaysAfter(now, 0).day) ? ' (overdue)' : '';
  const unknown = unknownYears.length === 0 ? '' : `; bank holidays of ${unknownYears.join(', ')} are not known`;
  return [
    head,
    `  Tell by ${dueOn}${late}, by ${dueOnEnhanced} with enhanced rights${unknown}.`,
    ...[whatHappened, whatHappensNext, whatNotToDo].map((line) => `  ${line}`),
  ].join('\n');
}
