/** `fencewatch model`: the weights behind a probability, and their estimation from what is known to be one device. */

import { readFile, writeFile } from 'node:fs/promises';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { currentModel, modelOfVersion, modelVersions } from '../../shared/domain/matching/matching-model.ts';
import { attach } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import { fitModel } from '../fit/fit-model.ts';
import { fitText } from '../fit/fit-text.ts';
import { type LabelledSet, readLabelledSet } from '../fit/labelled-set.ts';
import { modelSource, versionPattern } from '../fit/model-source.ts';
import { modelText } from '../fit/model-text.ts';
import { readStoredSet } from '../fit/stored-set.ts';
import { withMeasured, writtenBy } from '../measure/measured-block.ts';
import { dataOption, jsonOption, wholeNumber } from './data-option.ts';

interface FitOptions {
  data: string;
  share: number;
  folds: number;
  seed: number;
  write?: string;
  name?: string;
  json?: boolean;
}

export function registerModelCommand(program: Command): void {
  const model = program.command('model').description('the weights of matching: show them, estimate them again');
  model
    .command('show')
    .argument('[version]', 'a version of the model; left out, the one in force')
    .option('--write <page>', 'put it into this Markdown page, between its comments "measured: model"')
    .addOption(jsonOption())
    .description('every level of every field with its weight')
    .action(show);
  model
    .command('fit')
    .argument('[files...]', 'JSON Lines of the types stolen, listing, truth and decision (.gz allowed); left out, the tables of --data')
    .addOption(dataOption())
    .addOption(
      new Option('--share <share>', 'share of offers that are a phone on the list')
        .argParser(shareOf)
        .default(currentModel.prior.listedShare),
    )
    .option('--folds <n>', 'parts of which each is judged by a fit that has not seen it', foldsOf, 5)
    .option('--seed <n>', 'another number draws other strangers and folds', wholeNumber, 1)
    .option('--write <file>', 'write the new model as a source file of its own, if it is better; a person puts it in force')
    .option('--name <version>', 'name of the new model: a day; left out, today', versionOf)
    .addOption(jsonOption())
    .description('estimate the weights again and report what would change, and whether it would be better')
    .action(fit);
}

async function show(version: string | undefined, { json, write }: { json?: boolean; write?: string }): Promise<void> {
  const model = version === undefined ? currentModel : modelOfVersion(version);
  const versions = modelVersions.map((each) => each.version);
  if (model === undefined) throw new Error(`expected a version of the model (${versions.join(', ')}), found ${version}`);
  const text = modelText(model, { inForce: currentModel.version, versions });
  if (write === undefined) console.log(json ? JSON.stringify(model, shown, 2) : text);
  else await writeFile(write, withMeasured(await readFile(write, 'utf8'), 'model', writtenBy(`model show --write ${write}`, text)));
}

/** JSON has no word for what is without limit. */
function shown(_key: string, value: unknown): unknown {
  return value === Number.POSITIVE_INFINITY ? 'no limit' : value;
}

async function fit(files: string[], options: FitOptions): Promise<void> {
  const version = options.name ?? new Date().toISOString().slice(0, 10);
  if (modelOfVersion(version) && (options.name ?? options.write) !== undefined)
    throw new Error(`expected a new version, found ${version}, which is known already: give another with --name`);
  const set = files.length > 0 ? await readLabelledSet(files, { bad, doubt: console.error }) : await setOfFolder(options.data);
  checkEnough(set);
  const { share, folds, seed } = options;
  const outcome = fitModel(set, { from: currentModel, version, share, folds, seed });
  console.log(options.json ? JSON.stringify(outcome, shown, 2) : fitText(outcome, currentModel.version));
  if (options.write === undefined) return;
  if (!outcome.better) throw new Error('nothing written: on listings it has not seen this model is no better than the one in force');
  // An old version is never edited: Matches were made with it.
  await writeFile(options.write, modelSource(outcome, currentModel), { flag: 'wx' });
  console.error(`${options.write} written. To put it in force, name it in shared/domain/matching/matching-model.ts.`);
}

function bad(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

async function setOfFolder(data: string): Promise<LabelledSet> {
  const attached = await attach(await existingDataFolder(data));
  try {
    return await readStoredSet(attached.stores);
  } finally {
    await attached.stop();
  }
}

function checkEnough({ records, listings }: LabelledSet): void {
  if (records.length === 0 || listings.length === 0)
    throw new Error(`expected stolen records and listings, found ${records.length} and ${listings.length}`);
}

function shareOf(text: string): number {
  const share = Number(text);
  if (!(share > 0 && share < 1)) throw new InvalidArgumentError('Expected a share between 0 and 1.');
  return share;
}

function foldsOf(text: string): number {
  const folds = wholeNumber(text);
  if (folds < 2 || folds > 20) throw new InvalidArgumentError('Expected 2 to 20.');
  return folds;
}

function versionOf(text: string): string {
  if (!versionPattern.test(text))
    throw new InvalidArgumentError('Expected a day, and a letter where a day has several: 2026-12-01, 2026-12-01b.');
  return text;
}
