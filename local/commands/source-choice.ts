/** Which Sources a command is to use: named in the registry, or defined in a file. */

import { existsSync } from 'node:fs';
import { loadSources } from '../../shared/sources/load-sources.ts';
import { registry } from '../../shared/sources/registry.ts';
import type { Source } from '../../shared/sources/source.ts';

/** The Source of this id in the registry, or the one that a JSON file defines. Throws naming what there is to choose from. */
export async function chooseSource(idOrFile: string): Promise<Source> {
  const [first] = await chooseSources(idOrFile);
  if (first === undefined) throw new Error(`${idOrFile} defines no source`);
  return first;
}

/** As `chooseSource`; a file may define several. */
export async function chooseSources(idOrFile: string): Promise<Source[]> {
  const named = registry.find(({ id }) => id === idOrFile);
  if (named !== undefined) return [named];
  if (existsSync(idOrFile)) return loadSources({ registry: [], files: [idOrFile] });
  const ids = registry.map(({ id }) => id).join(', ');
  throw new Error(`There is no source ${idOrFile} in the registry and no file of that name. The registry has: ${ids}.`);
}
