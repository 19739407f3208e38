/** The Sources that a data folder knows: those that run now, and those of former runs, about which messages may wait on the queues. */

import * as z from 'zod';
import { parseSource } from '../shared/sources/parse-source.ts';
import type { Source } from '../shared/sources/source.ts';
import type { DataFolder } from './data-folder.ts';

export const sourcesFile = 'sources.json';
const keptSchema = z.array(z.looseObject({ id: z.unknown() }));

/**
 * Keeps the given Sources in the place of those of former runs with the same ids. Returns the ids of former ones that this version cannot read
 * and that are forgotten therefore: what waits about them is parked.
 */
export async function keepSources(folder: DataFolder, given: readonly Source[]): Promise<string[]> {
  const ids = new Set<unknown>(given.map(({ id }) => id));
  const former = keptSchema.parse(JSON.parse((await folder.read(sourcesFile)) ?? '[]')).filter(({ id }) => !ids.has(id));
  const [readable, unreadable] = [former.filter(isReadable), former.filter((source) => !isReadable(source))];
  await folder.write(sourcesFile, JSON.stringify([...given, ...readable], undefined, 2));
  return unreadable.map(({ id }) => String(id));
}

function isReadable(definition: unknown): boolean {
  return parseSource(definition).ok;
}
