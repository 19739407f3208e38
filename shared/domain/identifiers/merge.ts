/** Makes one list of all finds in a text: each device once, pairs tied together, fragments of what is known whole dropped. */

import { comparisonKey, type Identifier } from '../identifier.ts';
import { isImei, namesNoDevice, reportingBody } from '../imei.ts';

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
  return { ...find, features: { ...find.features, times } };
}

/** A pattern that a whole number of the same listing fits is that number again. */
function withoutFragments(finds: readonly Identifier[]): Identifier[] {
  const whole = finds.flatMap(({ kind, value }) =>
    value !== undefined && (kind === 'imei' || kind === 'imeisv') ? [value.slice(0, 14)] : [],
  );
  return finds.filter(({ pattern, recovered }) => pattern === undefined || recovered || !whole.some((value) => fits(value, pattern)));
}

function fits(value: string, pattern: string): boolean {
  return [...value].every((digit, at) => pattern.charAt(at) === '?' || pattern.charAt(at) === digit);
}

/** "First 8 of the IMEI …, last 7 of the IMEI …": one beginning and one end that make a number which passes are that number. */
function withHalvesJoined(finds: readonly Identifier[]): Identifier[] {
  const beginnings = finds.filter(({ pattern }) => pattern !== undefined && /^\d+\?+$/.test(pattern));
  const endings = finds.filter(({ pattern }) => pattern !== undefined && /^\?+\d+$/.test(pattern));
  const [first, last] = [beginnings[0], endings[0]];
  if (beginnings.length !== 1 || endings.length !== 1 || first?.pattern === undefined || last?.pattern === undefined) return [...finds];
  const head = first.pattern.replaceAll('?', '');
  const tail = last.pattern.replaceAll('?', '');
  const rest = finds.filter((find) => find !== first && find !== last);
  if (head.length + tail.length < 15) {
    const pattern = head + '?'.repeat(15 - head.length - tail.length) + tail;
    return [
      ...rest,
      { ...first, pattern, confidence: Math.min(first.confidence, last.confidence), features: { ...first.features, pieces: 2 } },
    ];
  }
  const value = head + tail;
  if (!isImei(value) || namesNoDevice(value) !== undefined || reportingBody(value).status === 'none') return [...finds];
  const { pattern: _, ...joined } = first;
  return [
    ...rest,
    { ...joined, kind: 'imei', value, confidence: Math.min(first.confidence, last.confidence), features: { ...first.features, pieces: 2 } },
  ];
}

/** Two claimed IMEIs that stood together are the slots of one dual-SIM phone; lists of more are several phones. */
export function pairedUp(finds: readonly Identifier[]): Identifier[] {
  const claimed = finds.filter(({ kind, confidence, value }) => kind === 'imei' && confidence >= 0.5 && value !== undefined);
  const [one, two] = claimed;
  if (claimed.length !== 2 || one?.value === undefined || two?.value === undefined) return [...finds];
  const [valueOne, valueTwo] = [one.value, two.value];
  return finds.map((find) => (find === one ? { ...find, pairedWith: valueTwo } : find === two ? { ...find, pairedWith: valueOne } : find));
}
