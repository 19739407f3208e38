/** A device as a text names it, be it a row of a TAC table or the title of an advert: read once, through the catalogue of models. */

import { catalogue } from '../matching/catalogue/catalogue.ts';
import { readModel } from '../matching/catalogue/read-model.ts';
import { tokensOf } from '../matching/catalogue/tokens.ts';
import { areRivals, makeOfBrand } from './makes.ts';
import type { TacEntry } from './tac-directory.ts';

export interface NamedDevice {
  make?: string;
  /** Words that name the make, as tokens: `["guangdong", "oppo", "mobile"]`. */
  makeWords: readonly string[];
  /** Places in the catalogue. */
  models: readonly number[];
  /** What is said of it, a row of tokens a name, for phones that the catalogue does not know: `[["iphone", "4", "s"]]`. */
  names: readonly (readonly string[])[];
  /** The numbers of a line of models: iphone → 4 in `iPhone 4s`, s → 21 in `Galaxy S21`. */
  lines: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Nobody needs more to name a phone, and who writes more may do so to keep us busy. */
const LONGEST_SAID = 300;

/** Reads `iPhone 13 Pro Max 256GB, boxed`. */
export function deviceOfText(text: string): NamedDevice {
  const said = text.slice(0, LONGEST_SAID);
  const reading = readModel(said);
  const tokens = tokensOf(said);
  return { ...reading, makeWords: [], names: [tokens], lines: linesOf(reading.models, [tokens], isLineInText) };
}

/**
 * Reads a row of a TAC table. Its other names count in place of a model that is a code of the maker's (`NHM-5`, also called `3315`). Beside
 * a plain name they do not: Osmocom's table gives ten other iPhones as other names of its `iPhone 4`.
 */
export function deviceOfEntry({ brand, models, otherNames }: TacEntry): NamedDevice {
  const named = readNames(brand, models);
  if (named.models.length > 0 || models.some(isPlainName)) return named;
  const besides = readNames(brand, otherNames);
  return { ...named, ...besides, names: [...named.names, ...besides.names] };
}

/** The other names that `deviceOfEntry` leaves out. */
export function looselyCalled(entry: TacEntry): NamedDevice {
  return readNames(entry.brand, entry.models.some(isPlainName) ? entry.otherNames : []);
}

/** `iPhone 6`, `One Touch 511` and `6600` are names; `SM-G973F`, `NHM-5(NY)` and `XT1622` are codes. */
function isPlainName(name: string): boolean {
  return /\p{Ll}{3}/u.test(name) || /^\d{3,4}[a-z]?$/.test(name);
}

/** A table of one make's codes has no brand column; `SM-A5000` is no OnePlus A5000. */
function isSamsungCode(name: string): boolean {
  return /^(?:SM|GT|SGH|SCH|SPH)-/.test(name);
}

function readNames(brand: string, names: readonly string[]): NamedDevice {
  const make = makeOfBrand(brand) ?? (names.some(isSamsungCode) ? 'samsung' : undefined);
  const models = new Set<number>();
  const makes = new Set<string>();
  for (const name of names) {
    const reading = readModel(`${make ?? brand} ${name}`);
    if (reading.make !== undefined) makes.add(reading.make);
    for (const model of reading.models) if (mayBe(make, model)) models.add(model);
  }
  const [named] = makes;
  const meant = make ?? (makes.size === 1 ? named : undefined);
  const plain = names.filter(isPlainName).map(tokensOf);
  return {
    ...(meant !== undefined && { make: meant }),
    makeWords: [...tokensOf(brand), ...(meant === undefined ? [] : [meant])],
    models: [...models],
    names: names.map(tokensOf),
    lines: linesOf([...models], plain, () => true),
  };
}

/** `Vivo A5` is no Galaxy A5: a name is looked up under the make that the brand means, or under any when the brand means none. */
function mayBe(make: string | undefined, model: number): boolean {
  const maker = catalogue[model]?.make;
  return make === undefined || (maker !== undefined && !areRivals(make, maker));
}

type IsLine = (word: string, number: string, next: string) => boolean;

function linesOf(models: readonly number[], names: readonly (readonly string[])[], isLine: IsLine): Map<string, Set<string>> {
  const lines = new Map<string, Set<string>>();
  const known = models.map((model) => tokensOf(catalogue[model]?.name ?? ''));
  for (const name of known.length > 0 ? known : names) {
    for (const [at, word] of name.entries()) {
      const number = name[at + 1] ?? '';
      if (!/^\d+$/.test(number) || /\d/.test(word)) continue;
      if (known.length > 0 || isLine(word, number, name[at + 2] ?? '')) lines.set(word, (lines.get(word) ?? new Set()).add(number));
    }
  }
  return lines;
}

const units = new Set(['gb', 'g', 'tb', 'mb', 'mp', 'mah', 'inch', 'in', 'percent', 'months', 'quid', 'pounds', 'euro', 'eur', 'gbp', 'x']);

/** In free text `iphone 64 gb` and `iphone 350` name no model, and the `s` of `s 16 gb` is no line. */
function isLineInText(word: string, number: string, next: string): boolean {
  return word.length >= 3 && number.length <= 2 && !units.has(next);
}
