/** The TAC directory as a file: gzipped JSON Lines, a head that says what it is and then a line a name. */

import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
import * as z from 'zod';
import type { PackedTacs, TacGroup } from './domain/tac/packed-tacs.ts';

const head = { format: 'fencewatch TACs', version: 1 } as const;
const headSchema = z.object({ format: z.literal(head.format), version: z.literal(head.version) });

const groupSchema = z.object({
  source: z.string().min(1),
  brand: z.string(),
  models: z.array(z.string()),
  otherNames: z.array(z.string()),
  tacs: z.array(z.int().min(0).max(99_999_999)).min(1),
});

const compress = promisify(gzip);

/** Some two megabytes for GSMA's 250,000 TACs. */
export async function encodeTacs(tacs: PackedTacs): Promise<Uint8Array> {
  const lines = [JSON.stringify(head)];
  for (const { source, brand, models, otherNames, tacs: list } of tacs.groups()) {
    lines.push(JSON.stringify({ source, brand, models, otherNames, tacs: list }));
  }
  return compress(lines.join('\n'));
}

/**
 * The groups of a directory's file, as they are read. Throws with line, expected and found when it is none or is damaged; what came before
 * must not be used then: half a directory may hide that tables contradict one another.
 */
export async function* decodeTacs(file: Readable): AsyncGenerator<TacGroup> {
  const unpacked = createGunzip();
  const unpacking = pipeline(file, unpacked);
  // Its failure ends the lines as well, and is thrown below.
  unpacking.catch(() => {});
  let line = 0;
  try {
    for await (const text of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      const value: unknown = JSON.parse(text);
      if (line === 1) headSchema.parse(value);
      else yield groupSchema.parse(value);
    }
    await unpacking;
    if (line === 0) throw new Error('the file is empty');
  } catch (cause) {
    throw new Error(`expected a TAC directory of version ${head.version}, found something else on line ${Math.max(1, line)}`, { cause });
  } finally {
    file.destroy();
  }
}
