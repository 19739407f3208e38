/** Whole numbers and parts of numbers as keys of the index. */

import { comparisonKey } from '../identifier.ts';
import { checkDigit, isImei } from '../imei.ts';
import type { IndexKey, Keyed, Side } from './index-keys.ts';
import { matchLimits } from './match-limits.ts';
import { shapeOf } from './sketch.ts';

type Numbers = Pick<Keyed, 'identifiers' | 'make'>;

/** Comparison keys of the complete identifiers; each is one question, and answers for the number and for its siblings. */
export function exactKeys({ identifiers }: Pick<Keyed, 'identifiers'>): string[] {
  return [...new Set(identifiers.map(comparisonKey).filter((key) => key !== undefined))].slice(0, matchLimits.identifiers);
}

/** A record guesses its other slot only where it does not hold it. */
export function exactEntries(keyed: Numbers, side: Side): IndexKey[] {
  const guesses = side === 'listing' || imeisOf(keyed).length === 1;
  return exactKeys(keyed).flatMap((partition) => [
    { block: 'exact', partition, order: [] },
    ...(guesses ? siblingsOf(partition) : []).map<IndexKey>((sibling) => ({
      block: 'exact',
      partition: sibling,
      order: [],
      sibling: true,
    })),
  ]);
}

/** The serial numbers before and after, under the same TAC: `imei:35693803564379` and `imei:35693803564381`. */
function siblingsOf(key: string): string[] {
  const [, tac = '', serial = ''] = /^imei:(\d{8})(\d{6})$/.exec(key) ?? [];
  if (tac === '') return [];
  const next = [Number(serial) - 1, Number(serial) + 1].filter((each) => each >= 0 && each <= 999_999);
  return next.map((each) => `imei:${tac}${String(each).padStart(6, '0')}`);
}

/** Where a record waits for listings that show less than a whole number of it, or its other slot. */
export function partialEntries(keyed: Numbers): IndexKey[] {
  const imeis = imeisOf(keyed);
  const [only = ''] = imeis;
  const hasOtherSlot = imeis.length === 1 && mayBeSamsung(keyed);
  return [
    ...(hasOtherSlot ? [slotKey(only)] : []),
    ...imeis.map((imei) => ({ ...endsKey(imei, imei.slice(8, 11)), head: imei.slice(0, 8) })),
    ...imeis.map((imei) => startsKey(imei, imei.slice(8, 14))),
  ];
}

/** Parts of numbers by which a listing is filed and asks. Last digits first: four of them leave one record in ten thousand, a TAC one in hundreds. */
export function partialKeys(keyed: Numbers): IndexKey[] {
  const keys = keyed.identifiers.flatMap(({ kind, value, pattern }): IndexKey[] => {
    if (pattern !== undefined) return patternKeys(pattern);
    if (value === undefined || kind !== 'imei') return [];
    // One wrong digit leaves the first eleven whole, or the last four.
    const slips = isImei(value) ? [] : [endsKey(value, ''), startsKey(value, value.slice(8, 11))];
    const slots = mayBeSamsung(keyed) ? [slotKey(value)] : [];
    return [...slips.map((key) => ({ ...key, clue: 'slip' as const })), ...slots.map((key) => ({ ...key, clue: 'slot' as const }))];
  });
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()].slice(0, matchLimits.partials);
}

function patternKeys(pattern: string): IndexKey[] {
  if (pattern.length !== 15) return [];
  const clue = { shape: shapeOf(pattern) };
  const head = digitsAtStart(pattern.slice(0, 8));
  const [serial, tail] = [pattern.slice(8, 14), pattern.slice(11)];
  if (/^\d{4}$/.test(tail)) return [{ ...endsKey(pattern, digitsAtEnd(pattern.slice(8, 11))), head, clue }];
  return head.length === 8 ? [{ ...startsKey(pattern, digitsAtStart(serial)), clue }] : [];
}

/** Whether a partial number of this shape asks anything of the index: less than a TAC or four last digits fits too many. */
export function isAsked(shape: string): boolean {
  return patternKeys(shape).length > 0;
}

/** `before` are the digits before the last four, as far as they are known. */
function endsKey(imei: string, before: string): IndexKey {
  return { block: 'ends', partition: `ends:${imei.slice(11)}`, order: [], digits: [...before].toReversed().join('') };
}

function startsKey(imei: string, digits: string): IndexKey {
  return { block: 'starts', partition: `starts:${imei.slice(0, 8)}`, order: [], digits };
}

function slotKey(imei: string): IndexKey {
  return { block: 'slot', partition: `slot:${imei.slice(8, 14)}`, order: [] };
}

/** An unknown make may be any. */
function mayBeSamsung({ make }: Numbers): boolean {
  return make === undefined || /samsung/i.test(make);
}

/** With the check digit that follows, also where the number was written with its software version. */
function imeisOf({ identifiers }: Numbers): string[] {
  const bodies = identifiers.flatMap(({ kind, value }) => (value !== undefined && /^imei/.test(kind) ? value.slice(0, 14) : []));
  return [...new Set(bodies)].filter((body) => /^\d{14}$/.test(body)).map((body) => body + checkDigit(body));
}

function digitsAtStart(part: string): string {
  return part.split('?', 1)[0] ?? '';
}

function digitsAtEnd(part: string): string {
  return part.slice(part.lastIndexOf('?') + 1);
}
