/** The parts of a docs page that a command writes: they stand between two comments and are replaced as a whole. */

import type { ReadingReport } from './reading-report.ts';
import { tablesOf } from './report-tables.ts';

/** What stands between the comments: the command to run again, and its tables. */
export function measuredText(command: string, report: ReadingReport): string {
  return writtenBy(`identifiers ${command}`, tablesOf(report));
}

/** The same for any command's text. */
export function writtenBy(command: string, text: string): string {
  return `\n\`npm run -s fencewatch -- ${command}\` wrote this:\n\n${text}\n`;
}

/** `<!-- measured: generated -->` … `<!-- end of generated -->` in the page's own line each. */
export function withMeasured(page: string, name: string, content: string): string {
  const [begin, end] = [`<!-- measured: ${name} -->`, `<!-- end of ${name} -->`];
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`expected the lines ${begin} and ${end} in the page, found ${from < 0 ? 'no' : 'only'} ${begin}`);
  return `${page.slice(0, from + begin.length)}\n${content}\n${page.slice(to)}`;
}
