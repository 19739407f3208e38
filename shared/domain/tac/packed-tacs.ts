/**
 * A TacDirectory that fits into a small function. GSMA's list has about 250,000 TACs. So many, under 100,000 names, take 14 MB as below
 * and 149 MB as a Map of objects; a file of them has 1.9 MB and loads in some 0.8 s, also within a heap of 40 MB (Node 24, November 2026).
 */

import type { TacDirectory, TacEntry } from './tac-directory.ts';

/** What one table says of one TAC. */
export interface NamedTac {
  tac: string;
  entry: TacEntry;
}

/** One name and the TACs that it stands under, as directories are kept and sent. */
export interface TacGroup extends TacEntry {
  tacs: readonly number[];
}

export interface PackedTacs extends TacDirectory {
  /** TACs that at least one table names. */
  readonly size: number;
  /** How many rows each table has, by its name. */
  readonly sources: ReadonlyMap<string, number>;
  /** Everything in it, a name at a time. */
  groups(): Generator<TacGroup>;
}

export function packTacs(rows: Iterable<NamedTac>): PackedTacs {
  const groups = new Map<string, { entry: TacEntry; tacs: Set<number> }>();
  for (const { tac, entry } of rows) {
    const key = JSON.stringify([entry.source, entry.brand, entry.models, entry.otherNames]);
    const group = groups.get(key) ?? { entry, tacs: new Set() };
    group.tacs.add(Number(tac));
    groups.set(key, group);
  }
  return packGroups([...groups.values()].map(({ entry, tacs }) => ({ ...entry, tacs: [...tacs] })));
}

export function packGroups(groups: Iterable<TacGroup>): PackedTacs {
  const packer = createTacPacker();
  for (const group of groups) packer.add(group);
  return packer.pack();
}

/**
 * Takes groups as they come, so that a file need not be held beside what is made of it: two sorted arrays of numbers, and a text a name
 * that is taken apart when somebody asks for it. Groups must not repeat one another.
 */
export function createTacPacker(): { add(group: TacGroup): void; pack(): PackedTacs } {
  const names: string[] = [];
  const sources = new Map<string, number>();
  const pairs: number[] = [];
  return {
    add({ tacs, source, brand, models, otherNames }) {
      for (const tac of tacs) pairs.push(tac * MOST_NAMES + names.length);
      names.push(JSON.stringify([source, brand, models, otherNames]));
      sources.set(source, (sources.get(source) ?? 0) + tacs.length);
    },
    pack: () => packed(pairs, names, sources),
  };
}

function packed(pairs: readonly number[], names: readonly string[], sources: ReadonlyMap<string, number>): PackedTacs {
  // One number a pair, 27 bits of TAC above 26 of name, so that they sort without a comparison of our own.
  const sorted = Float64Array.from(pairs).sort();
  const tacs = Uint32Array.from(sorted, (pair) => Math.floor(pair / MOST_NAMES));
  const nameOf = Uint32Array.from(sorted, (pair) => pair % MOST_NAMES);

  function find(tac: string): TacEntry[] {
    if (!/^\d{8}$/.test(tac)) return [];
    const wanted = Number(tac);
    const found: TacEntry[] = [];
    for (let at = firstAt(tacs, wanted); tacs[at] === wanted; at++) found.push(entryOf(names[nameOf[at] ?? 0] ?? ''));
    return found;
  }

  function* listed(): Generator<TacGroup> {
    const byName: number[][] = names.map(() => []);
    for (const [at, name] of nameOf.entries()) byName[name]?.push(tacs[at] ?? 0);
    for (const [at, name] of names.entries()) yield { ...entryOf(name), tacs: byName[at] ?? [] };
  }

  return { find, size: distinct(tacs), sources, groups: listed };
}

/** 2^26: more names than there are TACs. */
const MOST_NAMES = 67_108_864;

function entryOf(name: string): TacEntry {
  // Written by packGroups alone, a few lines above.
  const [source, brand, models, otherNames] = JSON.parse(name) as [string, string, string[], string[]];
  return { brand, models, otherNames, source };
}

/** Where the first of this value stands in a sorted array, or would stand. */
function firstAt(sorted: Uint32Array, wanted: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

function distinct(sorted: Uint32Array): number {
  let count = 0;
  for (const [at, tac] of sorted.entries()) if (at === 0 || tac !== sorted[at - 1]) count++;
  return count;
}
