/** Whether the model an advert or a record names is the one that the number's TAC names. */

import { catalogue } from '../matching/catalogue/catalogue.ts';
import { areRivals } from './makes.ts';
import { deviceOfEntry, deviceOfText, looselyCalled, type NamedDevice } from './named-device.ts';
import type { TacEntry } from './tac-directory.ts';

/**
 * Whether what the tables say of a TAC is what a text names: `iPhone 13 Pro Max` agrees with `13PM 256gb` and with `A2643`, differs from
 * `iPhone 11` and from `Galaxy S21`. Undefined when either says too little to tell (`iphone`, a code that the catalogue does not know, an
 * `iPhone 13` that may be a 13 Pro whose seller left that out), and when the tables contradict one another.
 */
export function modelAgrees(entries: readonly TacEntry[], said: string | undefined): boolean | undefined {
  if (said === undefined || entries.length === 0 || contradict(entries)) return undefined;
  const listed = deviceOfText(said);
  const answers = entries.map((entry) => {
    const answer = compare(deviceOfEntry(entry), listed);
    return answer === false && names(looselyCalled(entry), listed, 2) ? undefined : answer;
  });
  if (answers.includes(true)) return true;
  return answers.every((answer) => answer === false) ? false : undefined;
}

/** `Apple iPhone 6`, as a reviewer reads it, at most 80 characters; undefined when no table knows the TAC or they contradict one another. */
export function nameOfTac(entries: readonly TacEntry[]): string | undefined {
  if (entries.length === 0 || contradict(entries)) return undefined;
  const brand = entries[0]?.brand ?? '';
  const models = [...new Set(entries.flatMap((entry) => entry.models))].join(' / ');
  // `Xiaomi` `Xiaomi 13` is one Xiaomi too many.
  const saysBrand = brand === '' || models.toLowerCase().startsWith(`${brand.toLowerCase()} `);
  const name = saysBrand ? models : `${brand} ${models}`.trim();
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name;
}

const LONGEST_NAME = 80;

/**
 * Whether two tables, or two rows of one, cannot both be right: rival makes, or two tables that name no model in common. Several models
 * of one make in one table are variants. Tables in public code are often made up, and nothing tells which one of two is.
 */
export function contradict(entries: readonly TacEntry[]): boolean {
  if (entries.length < 2) return false;
  const devices = entries.map((entry) => ({ source: entry.source, device: deviceOfEntry(entry) }));
  const makes = devices.flatMap(({ device }) => device.make ?? []);
  if (makes.some((make) => makes.some((other) => areRivals(make, other)))) return true;
  const bySource = [...Map.groupBy(devices, ({ source }) => source).values()];
  return bySource.some((one, index) =>
    bySource.slice(index + 1).some((other) => one.every((a) => other.every((b) => compare(a.device, b.device) === false))),
  );
}

function compare(named: NamedDevice, listed: NamedDevice): boolean | undefined {
  // The reader of adverts may take a name it does not know for one it does (`SM-A5000` for OnePlus's A5000); word for word it is the table's.
  if (named.models.length === 0 && names(named, listed, 3)) return true;
  if (named.models.length > 0 && listed.models.length > 0) return compareModels(named.models, listed.models);
  if (named.make !== undefined && listed.make !== undefined && named.make !== listed.make) {
    return areRivals(named.make, listed.make) ? false : undefined;
  }
  if (names(named, listed, 2)) return true;
  return named.make === listed.make && isOtherNumber(named, listed) ? false : undefined;
}

function compareModels(named: readonly number[], listed: readonly number[]): boolean | undefined {
  if (named.some((model) => listed.includes(model))) return true;
  return named.some((model) => listed.some((other) => mayBeSaidFor(model, other) || mayBeSaidFor(other, model))) ? undefined : false;
}

/** People say "iPhone 13" of a 13 Pro and "S22" of an S22+, and tables do; nobody says "13 mini" of a 13 Pro. */
function mayBeSaidFor(plain: number, full: number): boolean {
  const [short, long] = [catalogue[plain], catalogue[full]];
  return short !== undefined && short.family === long?.family && `${short.make} ${short.name.toLowerCase()}` === short.family;
}

/** Words that make another model of the name before them: an `iPhone 4` is no `iPhone 4s`. */
const furtherWords = new Set([
  ...['s', 'c', 'e', 'g', 'gs', 'i', 'x', 'xl', 'se', 'plus', 'pro', 'max', 'mini', 'ultra', 'lite', 'neo', 'edge', 'active', 'duos', 'fe'],
  ...['note', 'play', 'power', 'compact', 'premium', 'classic', 'xpress', 'zoom', 'air', 'prime'],
]);

/** Whether the text has one of the names word for word. A name of fewer tokens than `alone` needs its make beside it: `6600` is no name. */
function names(named: NamedDevice, listed: NamedDevice, alone: number): boolean {
  return named.names.some((name) => {
    const tells = name.some((token) => /\d/.test(token)) && (name.length >= alone || mentions(listed, named));
    return tells && listed.names.some((said) => contains(said, name));
  });
}

function mentions(listed: NamedDevice, { make, makeWords }: NamedDevice): boolean {
  if (make !== undefined && listed.make === make) return true;
  return makeWords.some((word) => word.length > 1 && listed.names.some((said) => said.includes(word)));
}

function contains(said: readonly string[], name: readonly string[]): boolean {
  for (let at = 0; at + name.length <= said.length; at++) {
    if (!name.every((token, i) => said[at + i] === token)) continue;
    if (!furtherWords.has(said[at + name.length] ?? '')) return true;
  }
  return false;
}

/** Whether both name a phone of one line by number, and no number is the same: an `iPhone 4` is none of the iPhones 13. */
function isOtherNumber({ lines: ours }: NamedDevice, { lines: theirs }: NamedDevice): boolean {
  const shared = [...ours.keys()].filter((line) => theirs.has(line));
  return shared.length > 0 && shared.every((line) => ours.get(line)?.isDisjointFrom(theirs.get(line) ?? new Set()));
}
