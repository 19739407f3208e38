/** `fencewatch identifiers`: how well identifiers are read, measured on labelled texts, and the weights behind a confidence. */

import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { weights } from '../../shared/domain/identifiers/confidence-weights.ts';
import { generatedCases } from '../measure/generated-cases.ts';
import { type LabelledCase, readCase, readLabelledCases } from '../measure/labelled-case.ts';
import { measuredText, withMeasured } from '../measure/measured-block.ts';
import { type ReadingReport, reportOn } from '../measure/reading-report.ts';
import { refit } from '../measure/refit.ts';
import { refitText } from '../measure/refit-text.ts';
import { tablesOf } from '../measure/report-tables.ts';
import { withWeights } from '../measure/weights-source.ts';
import { jsonOption, wholeNumber } from './data-option.ts';

/** Texts of each way of writing: enough that one miss shows in a row, few enough for a few seconds. */
const EACH = 60;
const SEED = 1;

/** On the terminal; `--json` has them all. */
const ERRORS_SHOWN = 20;

interface Made {
  each: number;
  seed: number;
}

interface MeasureOptions extends Made {
  json?: boolean;
  write?: string;
}

interface FitOptions extends Made {
  write?: boolean;
}

const weightsFile = new URL('../../shared/domain/identifiers/confidence-weights.ts', import.meta.url);

export function registerIdentifiersCommand(program: Command): void {
  const identifiers = program.command('identifiers').description('measure how well identifiers are read');
  identifiers
    .command('measure')
    .argument(
      '[file]',
      'labelled cases, JSON Lines {"id","text" or "html","expected":[{"imei","kind"}],"class","lang"} (.gz allowed); left out, made-up ones',
    )
    .option('--each <n>', 'made-up texts of each way of writing', wholeNumber, EACH)
    .option('--seed <n>', 'another number makes other texts', wholeNumber, SEED)
    .option('--write <page>', 'put the tables into this Markdown page, between its comments "measured: generated" or "measured: sample"')
    .addOption(jsonOption())
    .description('recall and false alarms by way of writing, and whether the confidences are probabilities')
    .action(measure);
  identifiers
    .command('fit')
    .argument('[files...]', 'labelled cases as for measure; made-up ones are added')
    .option('--each <n>', 'made-up texts of each way of writing; 0 for none', wholeNumber, EACH)
    .option('--seed <n>', 'another number makes other texts', wholeNumber, SEED)
    .option('--write', 'put the new weights into the source, if they are better on cases they have not seen')
    .description('estimate the weights behind the confidences again, and say whether they would be better')
    .action(fit);
}

async function measure(file: string | undefined, options: MeasureOptions): Promise<void> {
  const report = reportOn(file === undefined ? generatedCases(options) : await casesOf(file), readCase);
  if (options.write !== undefined) {
    const command = ['measure', ...(file === undefined ? [] : [basename(file)]), '--write', options.write].join(' ');
    const page = await readFile(options.write, 'utf8');
    await writeFile(options.write, withMeasured(page, file === undefined ? 'generated' : 'sample', measuredText(command, report)));
  }
  if (options.json) console.log(JSON.stringify(report, undefined, 2));
  else if (options.write === undefined) console.log([tablesOf(report), ...errorLines(report)].join('\n\n'));
}

function errorLines({ errors }: ReadingReport): string[] {
  const lines = errors.slice(0, ERRORS_SHOWN).map(({ id, way, missed, falseClaims }) => {
    const parts = [...missed.map((each) => `missed ${each}`), ...falseClaims.map((each) => `claimed ${each}`)];
    return `  ${id} (${way}): ${parts.join(', ')}`;
  });
  return lines.length === 0 ? [] : [`Not read as labelled (${errors.length}):\n${lines.join('\n')}`];
}

async function fit(files: string[], options: FitOptions): Promise<void> {
  const made = options.each === 0 ? [] : [{ name: 'made-up texts', cases: generatedCases(options) }];
  const sets = [...(await Promise.all(files.map(async (file) => ({ name: basename(file), cases: await casesOf(file) })))), ...made];
  if (sets.length === 0) throw new Error('expected labelled cases, found neither a file nor made-up ones');
  const outcome = refit(sets, weights);
  console.log(refitText(outcome, weights));
  if (!options.write) return;
  if (!outcome.judgement.better)
    throw new Error('nothing written: on cases they have not seen these weights are no better than those in force');
  await writeFile(weightsFile, withWeights(await readFile(weightsFile, 'utf8'), outcome.weights));
}

async function casesOf(file: string): Promise<LabelledCase[]> {
  return readLabelledCases(file, (line, reason) => {
    console.error(`${file} line ${line}: ${reason}`);
    process.exitCode = 1;
  });
}
