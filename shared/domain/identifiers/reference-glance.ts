/** What a character reference in a page (`&nbsp;`, `&#51;`) may mean to the reader of identifiers, told without decoding it. */

import { AMPERSAND, EXOTIC, JOINER, kindOfCodePoint, LETTER_OF_LABEL, OTHER, OTHER_SCRIPT } from './character-kinds.ts';

/** From `&` to `;`, both included; what is longer is no reference worth telling apart. */
export const longestReference = 11;

const joiners = new Set('nbsp ndash mdash hellip bull middot laquo raquo lsquo rsquo ldquo rdquo lsquor times rarr larr star'.split(' '));
const letters =
  /^(?:amp|lt|gt|quot|apos|copy|reg|trade|euro|pound|yen|deg|sect|\w+(?:acute|grave|circ|uml|cedil|tilde|ring|slash|lig|caron))$/;

/** The kind of the reference with this name (`nbsp`, `#8217`, `#x2F`). What is not known here is exotic: a closer look decides. */
export function kindOfReference(name: string): number {
  if (name.startsWith('#')) return kindOfNumber(name);
  return joiners.has(name) ? JOINER : letters.test(name) ? OTHER : EXOTIC;
}

/** By the character it stands for; letters of "IMEI" in disguise are exotic, and so are those of other scripts, whose labels would have to be put together. */
function kindOfNumber(name: string): number {
  const codePoint = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  if (!(codePoint < 0x110000)) return OTHER;
  if (/[imed]/i.test(String.fromCodePoint(codePoint))) return EXOTIC;
  const kind = kindOfCodePoint(codePoint);
  if (kind === OTHER_SCRIPT) return EXOTIC;
  return kind === LETTER_OF_LABEL || kind === AMPERSAND ? OTHER : kind;
}
