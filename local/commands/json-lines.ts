/** JSON Lines in and out: one value a line, a bad line is named and the rest goes on. */

import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export interface JsonLine {
  /** 1 for the first line of the input. */
  line: number;
  value: unknown;
}

/** Yields each line that is JSON; calls `onBad` for one that is not. Empty lines are passed over. */
export async function* jsonLinesOf(input: Readable, onBad: (line: number, reason: string) => void): AsyncGenerator<JsonLine> {
  let line = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (text.trim() === '') continue;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      onBad(line, `expected JSON, found ${JSON.stringify(text.slice(0, 60))}`);
      continue;
    }
    yield { line, value };
  }
}

/** A file as bytes, unpacked when its name ends in `.gz`. */
export function openFile(path: string): Readable {
  const file = createReadStream(path);
  if (!path.endsWith('.gz')) return file;
  const unpacked = createGunzip();
  file.on('error', (error) => unpacked.destroy(error)).pipe(unpacked);
  return unpacked;
}

/** Writes one line, waiting while the reader is behind: output of any size takes no memory. */
export async function writeJsonLine(value: unknown, output: NodeJS.WritableStream = process.stdout): Promise<void> {
  if (!output.write(`${JSON.stringify(value)}\n`)) await once(output, 'drain');
}
