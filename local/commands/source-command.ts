/** `fencewatch source`: tries pages as Fencewatch would read them, drafts definitions from them, and measures how well both go. */

import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { readPage } from '../../shared/sources/read-page.ts';
import { registry } from '../../shared/sources/registry.ts';
import { checkDraft } from '../source/draft-check.ts';
import { draftSource, readStrange } from '../source/draft-source.ts';
import { measurePages, measureText } from '../source/measure-pages.ts';
import { type ObtainedPage, obtainPage } from '../source/obtain-page.ts';
import { sourceTable } from '../source/source-table.ts';
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
  const source = program.command('source').description('try how pages would be read, draft a definition, measure how well pages are read');
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
    .command('draft')
    .argument(
      '<url|file...>',
      'a search page and a listing page of one site, or several: addresses, or pages saved with a browser (.gz allowed)',
    )
    .option('--url <url>', 'the address of a file that does not name its own; repeatable, in the order of the files', collect, [])
    .option('--out <file>', 'write the definition to FILE instead of stdout')
    .description('propose a source definition for a site that nobody has described')
    .addHelpText('after', '\nThe definition is disabled until a person has read the terms. What to look at is said on stderr.')
    .action(draft);
  source
    .command('list')
    .description('the sources of the registry: how each may be watched, and why it is not')
    .addOption(jsonOption())
    .action(({ json }: { json?: boolean }) => console.log(json ? JSON.stringify(registry, undefined, 2) : sourceTable(registry)));
  source
    .command('measure')
    .argument('<folder>', 'saved pages, each NAME.html (.gz, .json) with its NAME.truth.json')
    .option('--known', 'read by the sources of the registry; without it every page as one of a site that nobody has described')
    .description('how many listing pages and search pages are read right, against what a person read on them')
    .addOption(jsonOption())
    .action(measure);
}

async function draft(urlsOrFiles: string[], { url: addresses, out }: { url: string[]; out?: string }): Promise<void> {
  const pages: ObtainedPage[] = [];
  const given = [...addresses];
  for (const urlOrFile of urlsOrFiles) {
    const page = await obtainPage({ urlOrFile });
    const address = page.addressKnown ? undefined : given.shift();
    pages.push(address === undefined ? page : await obtainPage({ urlOrFile, address }));
  }
  const read = readStrange(pages);
  const drafted = draftSource(read);
  const text = `${JSON.stringify(drafted.definition, undefined, 2)}\n`;
  if (out === undefined) process.stdout.write(text);
  else await writeFile(out, text);
  for (const line of [...checkDraft(drafted, read), ...drafted.notes]) console.error(line);
  for (const { path, expected, found } of drafted.problems) console.error(`To be mended at ${path}: expected ${expected}; found ${found}`);
  if (drafted.problems.length > 0) process.exitCode = 1;
}

function collect(value: string, before: string[]): string[] {
  return [...before, value];
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
