/** What a character reference in a page (`&nbsp;`, `&#51;`) may mean to the reader of identifiers, told without decoding it. */

import { EXOTIC, JOINER, kindOfCodePoint, NOTHING, OTHER } from './character-kinds.ts';

/** From `&` to `;`, both included; what is longer is no reference worth telling apart. */
const longestReference = 11;

const joiners = new Set('nbsp ndash mdash hellip bull middot laquo raquo lsquo rsquo ldquo rdquo lsquor times rarr larr star'.split(' '));
const letters =
  /^(?:amp|lt|gt|quot|apos|copy|reg|trade|euro|pound|yen|deg|sect|\w+(?:acute|grave|circ|uml|cedil|tilde|ring|slash|lig|caron))$/;

/**
 * The kind of the reference with this name (`nbsp`, `#8217`, `#x2F`): `JOINER`, `NOTHING` or `OTHER`. `EXOTIC` says that it must be decoded:
 * it stands for a digit or a letter, or is not known here.
 */
export function kindOfReference(name: string): number {
  if (name.startsWith('#')) return kindOfNumber(name);
  return joiners.has(name) ? JOINER : letters.test(name) ? OTHER : EXOTIC;
}

function kindOfNumber(name: string): number {
  const codePoint = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (!(codePoint < 0x110000)) return OTHER;
  const kind = kindOfCodePoint(codePoint);
  if (kind === JOINER || kind === NOTHING) return kind;
  return kind === OTHER && !/[a-z]/i.test(String.fromCodePoint(codePoint)) ? OTHER : EXOTIC;
}

/** The `;` of the reference that starts at `at` and ends before `end`; `at` itself if none does. */
export function referenceEnd(text: string, at: number, end: number): number {
  const close = text.slice(at, Math.min(end, at + longestReference)).indexOf(';');
  return close < 0 ? at : at + close;
}
