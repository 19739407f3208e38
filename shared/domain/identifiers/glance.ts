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

/**
 * Characters beyond ASCII that need no closer look: letters with accents, typographic quotes and dashes, currency signs, emoji. What could
 * be a digit, a look-alike, an invisible character or a label of another script is not among them.
 */
function isOrdinary(text: string, at: number, code: number): boolean {
  if (code < 0x180) return code >= 0xa0 && !unusual.has(code);
  if (code >= 0x2010 && code <= 0x2027) return true;
  if (code >= 0x20a0 && code <= 0x20c0) return true;
  if (code === 0x2122 || code === 0x2190 || code === 0x2192 || code === 0x2b50) return true;
  // Pictures, but for circled digits and crosses and squares that mask digits.
  if (code >= 0x2600 && code <= 0x26ff) return true;
  if (code >= 0x2700 && code <= 0x2770) return true;
  if (code === 0xfe0f) return true;
  // Emoji stand in the planes of these surrogates, and so do enclosed digits and letters.
  if (code === 0xd83c) return text.charCodeAt(at + 1) >= 0xdf00;
  return (
    code === 0xd83d ||
    code === 0xd83e ||
    (code >= 0xdc00 && code <= 0xdfff && text.charCodeAt(at - 1) >= 0xd83c && text.charCodeAt(at - 1) <= 0xd83e)
  );
}

/** Soft hyphen, superscript digits, fractions, dotless i. */
const unusual = new Set([0xad, 0xb2, 0xb3, 0xb9, 0xbc, 0xbd, 0xbe, 0x131]);

/** `labels`: something spelled like IMEI, MEID or "serial" may stand here. `bare`: 15 digits hang together somewhere. */
export interface Glance {
  labels: boolean;
  bare: boolean;
  /** Characters that may be digits, letters or labels in disguise: nothing is known until the text has been made readable. */
  exotic: boolean;
}

/** One pass over the characters. Says yes too often rather than too rarely. */
export function glance(text: string): Glance {
  const seen: Glance = { labels: false, bare: false, exotic: false };
  let chained = 0;
  let between = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 && !isOrdinary(text, at, code)) {
      seen.exotic = true;
      return seen;
    }
    // Dashes and spaces hold a number together, a picture between digits may.
    const kind = code < 128 ? classes[code] : code > 0x17f || code === 0xa0 || code === 0xb7 ? JOINER : OTHER;
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
  // "serial", "serie", "seryjny"
  if (kind === R) return isLetter(text, at - 1, 'e') && isLetter(text, at - 2, 's') && 'iIyY'.includes(text.charAt(at + 1) || ' ');
  if (kind === N) return looksLikeShortLabel(text, at);
  return false;
}

/** "sn", "s/n", "esn" as words of their own. */
function looksLikeShortLabel(text: string, at: number): boolean {
  if (isAsciiLetter(text.charCodeAt(at + 1))) return false;
  if (text.charAt(at - 1) === '/') return isLetter(text, at - 2, 's');
  if (!isLetter(text, at - 1, 's')) return false;
  const before = isLetter(text, at - 2, 'e') ? at - 3 : at - 2;
  return !isAsciiLetter(text.charCodeAt(before));
}

/** The m of "imei", "imie", "imai", "immei", "emei", "meid", "iemi", "i.m.e.i" and their likes. */
function looksLikeImei(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const next = text.charCodeAt(at + 1);
  const afterNext = text.charCodeAt(at + 2);
  // "ímei", "mêid": letters with accents are folded later.
  if (next > 127) return accentedVowels.includes(text.charAt(at + 1));
  const afterEye = isEye(before) || before > 127;
  switch (next | 32) {
    case 101: // e
    case 51: // 3
      if (isEye(afterNext) && isLetter(text, at + 3, 'd')) return true;
      return (
        (afterEye || (before | 32) === 101) && (isEye(afterNext) || (afterNext | 32) === 121 || (afterNext | 32) === 117 || afterNext > 127)
      );
    case 105: // i
      return (afterEye && (afterNext | 32) === 101) || (isLetter(text, at - 1, 'e') && isLetter(text, at - 2, 'i'));
    case 97: // a
      return afterEye && isEye(afterNext);
    case 109: // m
      return afterEye && (afterNext | 32) === 101;
    default:
      return !isAsciiLetter(before) && !isAsciiLetter(next) && isLetter(text.slice(at + 2, at + 4).trim(), 0, 'e');
  }
}

const accentedVowels = 'èéêëēĕėęěìíîïĩīĭįÈÉÊËĒĔĖĘĚÌÍÎÏĨĪĬĮİ';

function isEye(code: number): boolean {
  return (code | 32) === 105 || code === 49 || (code | 32) === 108 || code === 124 || code === 33 || code === 0xa1;
}

function isAsciiLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function isLetter(text: string, at: number, letter: string): boolean {
  return (text.charCodeAt(at) | 32) === letter.charCodeAt(0);
}
