/** `fencewatch extract`: identifiers out of texts and pages, as a filter, so that anyone can measure the reading from outside. */

import type { Command } from 'commander';
import * as z from 'zod';
import { findIdentifiersInHtml } from '../../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../../shared/domain/identifiers/in-text.ts';
import { jsonLinesOf, writeJsonLine } from './json-lines.ts';

const inputSchema = z.union([z.object({ id: z.string(), text: z.string() }), z.object({ id: z.string(), html: z.string() })]);

export function registerExtractCommand(program: Command): void {
  program
    .command('extract')
    .description('read identifiers: JSON Lines {"id","text"} or {"id","html"} on stdin, {"id","found":[…]} on stdout')
    .action(extract);
}

async function extract(): Promise<void> {
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
    const { id, ...rest } = input.data;
    const found = 'html' in rest ? findIdentifiersInHtml(rest.html) : findIdentifiersInText(rest.text);
    // The whole find: value or pattern, confidence and its features, what stood there and the span of it in the text or page given.
    await writeJsonLine({ id, found });
  }
}
