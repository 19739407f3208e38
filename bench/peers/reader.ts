/** What a reader under measurement is given on stdin and prints when done. Each runs in a process of its own, so that its CPU is its own. */

import { json } from 'node:stream/consumers';
import type { Source } from '../../shared/sources/source.ts';

export interface ReaderInput {
  sites: { source: Source; urls: string[] }[];
  /** Read first and not counted: what a process does in its first second it does once in months. */
  warmUp: number;
  /** Left out, only the fields that the peer reads as well are read. */
  identifiers?: boolean;
}

export interface ReaderResult {
  reader: string;
  pages: number;
  /** Pages on which a title and a price were found: both readers must do the same work. */
  complete: number;
  cpuSeconds: number;
}

/** Runs `read` over the input, which says how many pages it read completely, and prints the result. */
export async function measure(reader: string, read: (input: ReaderInput) => Promise<number>): Promise<void> {
  const input = (await json(process.stdin)) as ReaderInput;
  const share = Math.ceil(input.warmUp / input.sites.length);
  await read({ ...input, sites: input.sites.map((site) => ({ ...site, urls: site.urls.slice(0, share) })) });
  const before = process.cpuUsage();
  const complete = await read(input);
  const { user, system } = process.cpuUsage(before);
  const pages = input.sites.reduce((total, { urls }) => total + urls.length, 0);
  const result: ReaderResult = { reader, pages, complete, cpuSeconds: (user + system) / 1e6 };
  console.log(JSON.stringify(result));
}
