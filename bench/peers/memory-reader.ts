/** Reads pages for a long time and says how much memory is held after so many: run with --expose-gc, so that only what is held counts. */

import { json } from 'node:stream/consumers';
import { readFencewatch } from './fencewatch-reader.ts';
import type { ReaderInput } from './reader.ts';

export interface MemoryInput extends ReaderInput {
  /** Pages read between two looks. */
  every: number;
  looks: number;
}

/** Megabytes of heap held, at each look. */
export type MemoryResult = number[];

const input = (await json(process.stdin)) as MemoryInput;
const { gc } = globalThis;
if (gc === undefined) throw new Error('run with --expose-gc');
const looked: MemoryResult = [];
for (let look = 0; look < input.looks; look += 1) {
  const share = Math.ceil(input.every / input.sites.length);
  await readFencewatch({
    ...input,
    identifiers: true,
    sites: input.sites.map(({ source, urls }) => ({
      source,
      urls: Array.from({ length: share }, (_, index) => urls[(look * share + index) % urls.length] ?? ''),
    })),
  });
  gc();
  looked.push(process.memoryUsage().heapUsed / 1e6);
}
console.log(JSON.stringify(looked));
process.exit();
