/** `fencewatch figures`: what the public may know, counted anew from the audit. */

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { rebuildFigures } from '../../functions/figures/rebuild-figures.ts';
import { type FigurePeriod, quarterOf } from '../../shared/domain/figures/figure-period.ts';
import { figuresPage } from '../../shared/pages/figures-page.ts';
import { type FiguresView, type FigureView, presentFigures, type TimeView } from '../../shared/pages/present-figures.ts';
import { figureRules, govukStylesheet, sharedRules } from '../../shared/pages/stylesheets.ts';
import { attach } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import { dataOption, day, jsonOption } from './data-option.ts';

interface Options {
  data: string;
  from?: string;
  to?: string;
  json?: true;
  html?: string;
}

export function registerFiguresCommand(program: Command): void {
  program
    .command('figures')
    .description('count the public figures of a period anew from the audit, each with its rule, small counts hidden')
    .option('--from <day>', 'first day, such as 2026-10-01; left out, that of the quarter that runs', day)
    .option('--to <day>', 'last day; left out, that of the quarter in which the first day lies', day)
    .option('--html <file>', 'write them as a page that needs nothing beside it')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(figuresCommand);
}

async function figuresCommand(options: Options, command: Command): Promise<void> {
  const period = periodOf(options, new Date());
  if (period.to < period.from) return command.error('error: --to lies before --from');
  const attached = await attach(await existingDataFolder(options.data));
  try {
    const figures = await rebuildFigures(period, { log: attached.stores.auditLog, now: () => new Date() });
    const view = presentFigures(figures);
    if (options.html !== undefined) await writeFile(options.html, String(await figuresPage({ view }, { styles: ownStyles() })));
    if (options.json) console.log(JSON.stringify(figures, undefined, 2));
    else console.log(options.html === undefined ? [...lines(view)].join('\n') : `Written to ${options.html}.`);
  } finally {
    await attached.stop();
  }
}

/** What overlaps can be subtracted from one another, so the periods offered first are those that do not. */
function periodOf({ from, to }: Options, now: Date): FigurePeriod {
  const first = from ?? quarterOf(to === undefined ? now : new Date(to)).from;
  return { from: first, to: to ?? quarterOf(new Date(first)).to };
}

function ownStyles(): string {
  return [govukStylesheet().body, sharedRules(), figureRules()].join('\n');
}

function* lines({ period, countedAt, isOver, figures, times, suppression }: FiguresView): Generator<string> {
  yield `Figures, ${period}, counted ${countedAt.text} UTC`;
  if (!isOver) yield 'The period is not over: its figures change, and whoever compares two days of them may learn of a single case.';
  for (const figure of figures) yield* figureLines(figure);
  for (const time of times) yield* timeLines(time);
  yield `\n${suppression}`;
  yield 'Publish periods that do not overlap: small counts also follow from two totals that do.';
}

function* figureLines({ heading, total, rows, rule, missing }: FigureView): Generator<string> {
  yield `\n${heading}: ${total}`;
  const width = Math.max(0, ...rows.map(({ label }) => label.length));
  for (const { label, count, share } of rows) yield `  ${label.padEnd(width)}  ${count}${share === '' ? '' : ` (${share})`}`;
  yield `  Counted: ${rule}`;
  yield `  Missing: ${missing}`;
}

function* timeLines({ heading, value, rule, missing }: TimeView): Generator<string> {
  yield `\n${heading}: ${value}`;
  yield `  Counted: ${rule}`;
  yield `  Missing: ${missing}`;
}
