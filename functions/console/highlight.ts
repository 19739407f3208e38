/**
 * Finds again, in the text that is shown, what an Identifier was read from. An Identifier's span counts in the page as fetched, tags and all,
 * so its `raw` is what can be looked for here.
 */

import type { Identifier, Span } from '../../shared/domain/identifier.ts';

/** A stretch of the text; `find` is the number of the find that it shows, counted from 1. */
export interface MarkedSegment {
  text: string;
  find?: number;
}

/** A raw text of fewer letters and digits than this stands everywhere by chance when punctuation is ignored. */
const SHORTEST_FOLDED = 6;
/** A text that repeats one number thousands of times is not worth thousands of marks. */
const MOST_MARKS = 50;

/** Cuts the text at the places where the finds stand; joined again, the segments are the text. `raws[0]` belongs to find 1. */
export function markFinds(text: string, raws: readonly (readonly string[])[]): MarkedSegment[] {
  const marks = raws
    .flatMap((ofOneFind, index) => ofOneFind.flatMap((raw) => placesOf(raw, text).map((span) => ({ ...span, find: index + 1 }))))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const segments: MarkedSegment[] = [];
  let position = 0;
  for (const { start, end, find } of marks) {
    if (start < position) continue;
    if (start > position) segments.push({ text: text.slice(position, start) });
    segments.push({ text: text.slice(start, end), find });
    position = end;
  }
  if (position < text.length) segments.push({ text: text.slice(position) });
  return segments;
}

/** Whether what the Identifier was read from can be seen in this text. */
export function standsIn(text: string, identifier: Pick<Identifier, 'raw'>): boolean {
  return placesOf(identifier.raw, text).length > 0;
}

/** First exactly as written; failing that by its letters and digits alone, because tags and white space around them do not survive extraction. */
function placesOf(raw: string, text: string): Span[] {
  if (raw === '') return [];
  const exact = occurrences(raw, text);
  if (exact.length > 0) return exact;
  const needle = fold(raw.replace(/<[^<>]*>/g, '')).folded;
  if (needle.length < SHORTEST_FOLDED) return [];
  const { folded, offsets } = fold(text);
  return occurrences(needle, folded).map(({ start, end }) => ({
    start: offsets[start] ?? 0,
    end: (offsets[end - 1] ?? 0) + 1,
  }));
}

function occurrences(needle: string, text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(needle); at !== -1 && found.length < MOST_MARKS; at = text.indexOf(needle, at + needle.length)) {
    found.push({ start: at, end: at + needle.length });
  }
  return found;
}

/** Letters and digits in their plain form (full-width `３` is `3`), each with the offset of the last code unit it came from. */
function fold(text: string): { folded: string; offsets: number[] } {
  let folded = '';
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    const plain = character.normalize('NFKC').toLowerCase();
    if (/[\p{L}\p{N}]/v.test(plain)) {
      folded += plain;
      for (let unit = 0; unit < plain.length; unit += 1) offsets.push(offset);
    }
    offset += character.length;
  }
  return { folded, offsets };
}
