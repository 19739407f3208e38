/** A first look at a text, cheap enough for every listing: whether anything in it is worth reading closely. */

const OTHER = 0;
const DIGIT = 1;
const JOINER = 2;
const M = 3;
const E = 4;
const HASH = 5;
const R = 6;
const N = 7;

const classes = new Uint8Array(128);
for (let code = 48; code < 58; code++) classes[code] = DIGIT;
for (const joiner of " -./_|:~+=*,'()[]\\") classes[joiner.charCodeAt(0)] = JOINER;
for (const [letters, kind] of [
  ['mM', M],
  ['eE', E],
  ['#', HASH],
  ['rR', R],
  ['nN', N],
] as const) {
  for (const letter of letters) classes[letter.charCodeAt(0)] = kind;
}

/** `labels`: something spelled like IMEI, MEID or "serial" may stand here. `bare`: 15 digits hang together somewhere. */
export interface Glance {
  labels: boolean;
  bare: boolean;
  /** Characters beyond ASCII: nothing is known until the text has been made readable. */
  exotic: boolean;
}

/** One pass over the characters. Says yes too often rather than too rarely. */
export function glance(text: string): Glance {
  const seen: Glance = { labels: false, bare: false, exotic: false };
  let chained = 0;
  let between = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) {
      seen.exotic = true;
      return seen;
    }
    const kind = classes[code];
    if (kind === DIGIT) {
      chained = between > 3 ? 1 : chained + 1;
      between = 0;
      if (chained >= 15) seen.bare = true;
    } else if (kind === JOINER) between++;
    else {
      between = 4;
      if (kind !== OTHER && !seen.labels) seen.labels = mayStartLabel(text, at, kind ?? OTHER);
    }
  }
  return seen;
}

function mayStartLabel(text: string, at: number, kind: number): boolean {
  if (kind === M) return looksLikeImei(text, at);
  if (kind === HASH) return text.startsWith('#06#', at) || text.startsWith('#6#', at);
  if (kind === R) return isLetter(text, at - 1, 'e') && isLetter(text, at - 2, 's');
  if (kind === N)
    return (
      (isLetter(text, at - 1, 's') && !/[a-z]/i.test(text.charAt(at - 2))) ||
      (text.charAt(at - 1) === '/' && isLetter(text, at - 2, 's')) ||
      (isLetter(text, at - 1, 's') && isLetter(text, at - 2, 'e'))
    );
  return false;
}

/** An m with an e or i close behind and an i, l or 1 before or behind. */
function looksLikeImei(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const behind = text.charCodeAt(at + 1) | 32;
  // i m e i, imie, emei, meid, i.m.e.i
  if (behind === 101 || behind === 51 || behind === 105 || behind === 109 || behind === 97)
    return isEye(before) || isEye(text.charCodeAt(at + 2)) || (before | 32) === 101 || (before | 32) === 109;
  return !isAsciiLetter(before) && !isAsciiLetter(text.charCodeAt(at + 1)) && (text.charCodeAt(at + 2) | 32) === 101;
}

function isEye(code: number): boolean {
  return (code | 32) === 105 || code === 49 || (code | 32) === 108 || code === 124 || code === 33;
}

function isAsciiLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function isLetter(text: string, at: number, letter: string): boolean {
  return (text.charCodeAt(at) | 32) === letter.charCodeAt(0);
}
