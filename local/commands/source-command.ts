/** `fencewatch source`: tries pages as Fencewatch would read them, and measures how well. */

import type { Command } from 'commander';
import { readPage } from '../../shared/sources/read-page.ts';
import { measurePages, measureText } from '../source/measure-pages.ts';
import { obtainPage } from '../source/obtain-page.ts';
import { reportOf } from '../source/try-report.ts';
import { tryText } from '../source/try-text.ts';
import { jsonOption } from './data-option.ts';
import { chooseSource } from './source-choice.ts';

interface TryOptions {
  url?: string;
  source?: string;
  json?: boolean;
}

export function registerSourceCommand(program: Command): void {
  const source = program.command('source').description('try how pages would be read, and measure how well');
  source
    .command('try')
    .argument('<url|file>', 'a listing or search page: its address, or a page saved with a browser (.gz allowed)')
    .option('--url <url>', 'the address a file was saved from; left out, the one the page names')
    .option('--source <id|file>', 'read as this source; left out, the source that has the host of the address, else none')
    .description('what would be read on a page, field by field with its origin, and what is missing')
    .addOption(jsonOption())
    .addHelpText('after', '\nA page is visited by robots.txt and once. Exit code 1 when it is neither a listing nor a search.')
    .action(tryPage);
  source
    .command('measure')
    .argument('<folder>', 'saved pages, each NAME.html (.gz, .json) with its NAME.truth.json')
    .option('--known', 'read by the sources of the registry; without it every page as one of a site that nobody has described')
    .description('how many listing pages and search pages are read right, against what a person read on them')
    .addOption(jsonOption())
    .action(measure);
}

async function measure(folder: string, { known = false, json }: { known?: boolean; json?: boolean }): Promise<void> {
  const pages = await measurePages(folder, known);
  console.log(json ? JSON.stringify(pages, undefined, 2) : measureText(pages));
}

async function tryPage(urlOrFile: string, { url, source, json }: TryOptions): Promise<void> {
  const page = await obtainPage({ urlOrFile, address: url, source: source === undefined ? undefined : await chooseSource(source) });
  const report = reportOf(page, readPage(page));
  console.log(json ? JSON.stringify(report, undefined, 2) : tryText(report));
  if (report.kind !== 'listing' && report.kind !== 'search') process.exitCode = 1;
}
