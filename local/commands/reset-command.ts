/** `fencewatch reset`: forgets everything in a data folder. */

import { rm } from 'node:fs/promises';
import type { Command } from 'commander';
import { findRunning } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import { dataOption } from './data-option.ts';

export function registerResetCommand(program: Command): void {
  program
    .command('reset')
    .description('delete everything in the data folder: records, listings, cases, evidence')
    .option('--yes', 'really delete')
    .addOption(dataOption())
    .action(async ({ data, yes }: { data: string; yes?: boolean }) => {
      const folder = await existingDataFolder(data);
      if (await findRunning(folder)) throw new Error(`Fencewatch is running in ${folder.path}. Stop it first.`);
      if (!yes) throw new Error(`This deletes ${folder.path} with all records, listings, cases and evidence in it. Say --yes to do it.`);
      await rm(folder.path, { recursive: true });
      console.log(`${folder.path} is deleted.`);
    });
}
