/** What a reader of photos under measurement is given (a folder of labelled photos) and prints when done. In a process of its own, as its memory is its own. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

export const truthSchema = z.array(
  z.object({ id: z.string(), level: z.enum(['easy', 'medium', 'hard']), visible: z.array(z.string()), hidden: z.array(z.string()) }),
);

export interface PhotoReaderResult {
  /** IMEIs told, by the photo's id. */
  found: Record<string, string[]>;
  /** Processor time of each photo, in milliseconds. */
  costs: number[];
  /** Resident memory in megabytes, after each photo. */
  memory: number[];
}

/** Reads every photo of the folder named on the command line, one after the other, and prints the result. Loading is not counted. */
export async function measurePhotos(read: (photo: Buffer) => Promise<string[]>): Promise<void> {
  const folder = process.argv[2] ?? '.';
  const truth = truthSchema.parse(JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')));
  const result: PhotoReaderResult = { found: {}, costs: [], memory: [] };
  for (const { id } of truth) {
    const photo = await readFile(join(folder, `${id}.jpg`));
    const before = process.cpuUsage();
    result.found[id] = await read(photo);
    const { user, system } = process.cpuUsage(before);
    result.costs.push((user + system) / 1000);
    result.memory.push(process.memoryUsage.rss() / 1e6);
  }
  console.log(JSON.stringify(result));
}
