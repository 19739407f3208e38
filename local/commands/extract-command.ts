/** `fencewatch extract`: identifiers out of texts and pages, as a filter, so that anyone can measure the reading from outside. */

import type { Command } from 'commander';
import * as z from 'zod';
import { findIdentifiersInHtml } from '../../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../../shared/domain/identifiers/in-text.ts';
import { withShipped } from '../../shared/domain/tac/shipped-tacs.ts';
import type { TacDirectory } from '../../shared/domain/tac/tac-directory.ts';
import { describeFile, importTacs } from '../tacs/import-tacs.ts';
import { jsonLinesOf, writeJsonLine } from './json-lines.ts';

/** `model` is what the listing offers, for comparison with what a number's TAC names; left out, the text itself says it. */
const inputSchema = z.union([
  z.object({ id: z.string(), text: z.string(), model: z.string().optional() }),
  z.object({ id: z.string(), html: z.string(), model: z.string().optional() }),
]);

export function registerExtractCommand(program: Command): void {
  program
    .command('extract')
    .description('read identifiers: JSON Lines {"id","text"} or {"id","html"} on stdin, {"id","found":[…]} on stdout')
    .option('--tacs <file...>', 'tables of TACs as for `tac import`: finds say which model the number names, and whether "model" is it')
    .action(extract);
}

async function extract({ tacs: files }: { tacs?: string[] }): Promise<void> {
  const tacs = files === undefined ? undefined : await readTables(files);
  const bad = (line: number, reason: string) => {
    console.error(`line ${line}: ${reason}`);
    process.exitCode = 1;
  };
  for await (const { line, value } of jsonLinesOf(process.stdin, bad)) {
    const input = inputSchema.safeParse(value);
    if (!input.success) {
      bad(line, 'expected {"id","text"} or {"id","html"} with texts as values');
      continue;
    }
    const { id, model, ...rest } = input.data;
    const found =
      'html' in rest
        ? findIdentifiersInHtml(rest.html, { tacs, model })
        : findIdentifiersInText(rest.text, { tacs, model: model ?? rest.text });
    // The whole find: value or pattern, confidence and its features, what stood there and the span of it in the text or page given.
    await writeJsonLine({ id, found });
  }
}

/** Bad rows are named on stderr; a table of which no row can be taken is a failure, and the reading goes on without it. */
async function readTables(files: readonly string[]): Promise<TacDirectory> {
  const { tacs, reports } = await importTacs(files, undefined);
  for (const report of reports) {
    if (report.rejects.length > 0) console.error(describeFile(report));
    if (report.taken === 0) process.exitCode = 1;
  }
  return withShipped(tacs);
}
