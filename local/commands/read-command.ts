/** `fencewatch read`: what Fencewatch reads on a saved page, as a filter, so that anyone can measure the reading from outside. */

import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type Command, InvalidArgumentError } from 'commander';
import * as z from 'zod';
import type { Identifier } from '../../shared/domain/identifier.ts';
import { decodeBody } from '../../shared/sources/http/decode-body.ts';
import { type PageReading, readPage } from '../../shared/sources/read-page.ts';
import { registry } from '../../shared/sources/registry.ts';
import type { Source } from '../../shared/sources/source.ts';
import { sourceOfHost } from '../../shared/sources/source-hosts.ts';
import { jsonLinesOf, openFile, writeJsonLine } from './json-lines.ts';
import { chooseSource } from './source-choice.ts';

interface Options {
  url?: string;
  source?: string;
  list?: string;
}

const webAddressSchema = z.url({ protocol: /^https?$/ });
const listedSchema = z.object({ url: webAddressSchema, file: z.string().min(1) });

export function registerReadCommand(program: Command): void {
  program
    .command('read')
    .argument('[file]', 'saved page: HTML, or a JSON answer of the platform’s API; may be gzipped (.gz)')
    .option('--url <url>', 'the address the page was saved from', webAddress)
    .option('--source <id|file>', 'read as this source; left out, the source that has the host of the address, else none')
    .option('--list <file>', 'JSON Lines of {"url","file"} (may end in .gz), files relative to it; writes a line a page')
    .description('read a saved page: title, price, identifiers, links, and where each came from')
    .action(read);
}

async function read(file: string | undefined, options: Options, command: Command): Promise<void> {
  const source = options.source === undefined ? undefined : await chooseSource(options.source);
  if (options.list !== undefined) return readList(options.list, source);
  if (file === undefined || options.url === undefined) return command.error('error: give a FILE and its --url, or a --list');
  console.log(JSON.stringify(await readSaved(file, options.url, source)));
}

/** A page that cannot be read is named on stderr and has no line; the others go on. */
async function readList(list: string, source: Source | undefined): Promise<void> {
  const bad = (line: number, reason: string) => {
    console.error(`${list}, line ${line}: ${reason}`);
    process.exitCode = 1;
  };
  for await (const { line, value } of jsonLinesOf(openFile(list), bad)) {
    const entry = listedSchema.safeParse(value);
    if (!entry.success) {
      bad(line, 'expected {"url","file"} with an http or https address');
      continue;
    }
    const { url, file } = entry.data;
    try {
      await writeJsonLine({ url, file, ...(await readSaved(resolve(dirname(list), file), url, source)) });
    } catch (error) {
      bad(line, error instanceof Error ? error.message : String(error));
    }
  }
}

async function readSaved(file: string, url: string, chosen: Source | undefined) {
  const bytes = file.endsWith('.gz') ? await buffer(openFile(file)) : await readFile(file);
  const { text } = decodeBody(bytes);
  const contentType = /^\s*[[{]/.test(text) ? 'application/json' : 'text/html';
  const source = chosen ?? sourceOfHost(registry, url);
  return shown(readPage({ url, text, contentType, ...(source && { source }) }));
}

/** The fields of the filter's contract; what the page does not say is null. */
function shown({ kind, reason, title, price, description, seller, location, images, identifiers, cards, how, disagreements }: PageReading) {
  return {
    kind,
    ...(reason !== undefined && { reason }),
    title: title ?? null,
    price: price?.amount ?? null,
    currency: price?.currency ?? null,
    description: description ?? null,
    seller: seller?.name ?? seller?.id ?? null,
    location: location ?? null,
    images,
    identifiers: identifiers.map(shownFind),
    listingUrls: cards.map((card) => card.url),
    how,
    disagreements,
  };
}

function shownFind({ kind, value, pattern, confidence, raw, where }: Identifier) {
  return { kind, ...(value !== undefined && { value }), ...(pattern !== undefined && { pattern }), confidence, raw, where };
}

function webAddress(text: string): string {
  if (!webAddressSchema.safeParse(text).success) throw new InvalidArgumentError('Expected an http or https address.');
  return text;
}
