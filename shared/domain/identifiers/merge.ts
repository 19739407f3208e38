/** Makes one list of all finds in a text: each device once, pairs tied together, fragments of what is known whole dropped. */

import { comparisonKey, type Identifier } from '../identifier.ts';
import { isImei, namesNoDevice, reportingBody } from '../imei.ts';
import { confidenceOf } from './confidence.ts';
import type { Facts } from './find.ts';

/** Keeps the surest find of each identifier, in the order they stand, and notes how often it stood there. */
export function mergeFinds(finds: readonly Identifier[]): Identifier[] {
  if (finds.length < 2) return [...finds];
  const surest = new Map<string, Identifier>();
  const times = new Map<string, number>();
  for (const find of finds) {
    const key = comparisonKey(find) ?? `partial:${find.pattern}`;
    times.set(key, (times.get(key) ?? 0) + 1);
    const known = surest.get(key);
    if (known === undefined || isBetter(find, known)) surest.set(key, find);
  }
  const merged = [...surest].map(([key, find]) => ((times.get(key) ?? 1) > 1 ? noted(find, times.get(key) ?? 1) : find));
  return withoutFragments(withHalvesJoined(merged));
}

/** An IMEI with its check digit says more than the MEID of the same phone, whatever the confidence. */
function isBetter(find: Identifier, known: Identifier): boolean {
  const rank = ({ kind }: Identifier) => (kind === 'imei' ? 2 : kind === 'imeisv' ? 1 : 0);
  if (find.confidence >= 0.5 && known.confidence >= 0.5 && rank(find) !== rank(known)) return rank(find) > rank(known);
  return find.confidence > known.confidence;
}

function noted(find: Identifier, times: number): Identifier {
  return find.features === undefined ? find : { ...find, features: { ...find.features, times } };
}

/** A pattern that a whole number of the same listing fits is that number again. */
function withoutFragments(finds: readonly Identifier[]): Identifier[] {
  const whole = finds.flatMap(({ kind, value }) =>
    value !== undefined && (kind === 'imei' || kind === 'imeisv') ? [value.slice(0, 14)] : [],
  );
  const fitsOne = fitsOneOf(whole);
  return finds.filter(({ pattern, recovered }) => pattern === undefined || recovered || !fitsOne(pattern));
}

/** Listings show numbers in one or two shapes; a text with more than these was written to cost time, and keeps its fragments. */
const MOST_SHAPES = 20;

/**
 * A question that tells whether one of `values`, of 14 digits, has every digit that a pattern shows. For each shape, the places where
 * patterns show digits, what the values hold there is put down once: thousands of patterns are not compared with thousands of values.
 */
function fitsOneOf(values: readonly string[]): (pattern: string) => boolean {
  const shownByShape = new Map<string, Set<string>>();
  return (pattern) => {
    const shape = pattern.slice(0, 14).replace(/\d/g, '#');
    let shown = shownByShape.get(shape);
    if (shown === undefined) {
      if (shownByShape.size >= MOST_SHAPES) return false;
      shown = new Set(values.map((value) => shownIn(value, shape)));
      shownByShape.set(shape, shown);
    }
    return shown.has(pattern.slice(0, 14));
  };
}

function shownIn(value: string, shape: string): string {
  let shown = '';
  for (let place = 0; place < shape.length; place++) shown += shape.charAt(place) === '#' ? value.charAt(place) : '?';
  return shown;
}

/** "First 8 of the IMEI …, last 7 of the IMEI …": one beginning and one end that make a number which passes are that number. */
function withHalvesJoined(finds: readonly Identifier[]): Identifier[] {
  const beginnings = finds.filter(({ pattern }) => pattern !== undefined && /^\d+\?+$/.test(pattern));
  const endings = finds.filter(({ pattern }) => pattern !== undefined && /^\?+\d+$/.test(pattern));
  const [first, last] = [beginnings[0], endings[0]];
  if (beginnings.length !== 1 || endings.length !== 1 || first?.features === undefined || last?.features === undefined) return [...finds];
  const head = first.pattern?.replaceAll('?', '') ?? '';
  const tail = last.pattern?.replaceAll('?', '') ?? '';
  const joined = joinedHalves(head, tail, first.features);
  if (joined === undefined) return [...finds];
  const { pattern: _, value: _value, recovered: _recovered, ...stood } = standingTogether(first, last);
  const rest = finds.filter((find) => find !== first && find !== last);
  return [...rest, { ...stood, ...joined, confidence: confidenceOf(joined.features) }];
}

type Joined = Pick<Identifier, 'kind' | 'value' | 'pattern'> & { features: Facts };

/** Undefined when the two overlap in a number that cannot be. */
function joinedHalves(head: string, tail: string, facts: Facts): Joined | undefined {
  const length = head.length + tail.length;
  if (length < 15)
    return { kind: 'partial', pattern: head + '?'.repeat(15 - length) + tail, features: { ...facts, known: length, pieces: 2 } };
  const value = head + tail;
  if (!isImei(value) || namesNoDevice(value) !== undefined || reportingBody(value).status === 'none') return undefined;
  const { known: _known, shownBy: _shownBy, ...kept } = facts;
  return {
    kind: 'imei',
    value,
    features: { ...kept, digits: 15, checkDigit: 'right', doubtfulDigits: 0, readingsThatFit: 1, pieces: 2 },
  };
}

/** The earlier of the two, stretched over the later when both stood in one place. */
function standingTogether(a: Identifier, b: Identifier): Identifier {
  if (a.where !== b.where || a.span === undefined || b.span === undefined) return a;
  const earlier = a.span.start < b.span.start ? a : b;
  return { ...earlier, span: { start: Math.min(a.span.start, b.span.start), end: Math.max(a.span.end, b.span.end) } };
}

/** Two claimed IMEIs that stood together are the slots of one dual-SIM phone; lists of more are several phones. */
export function pairedUp(finds: readonly Identifier[]): Identifier[] {
  const claimed = finds.filter(({ kind, confidence, value }) => kind === 'imei' && confidence >= 0.5 && value !== undefined);
  const [one, two] = claimed;
  if (claimed.length !== 2 || one?.value === undefined || two?.value === undefined) return [...finds];
  const [valueOne, valueTwo] = [one.value, two.value];
  return finds.map((find) => (find === one ? { ...find, pairedWith: valueTwo } : find === two ? { ...find, pairedWith: valueOne } : find));
}
