/** Reads the colour of a phone as the set of plain colours it may look like, because two people rarely choose the same word. */

import { colourNames, neighbours, shades } from './colour-names.ts';

/** Two readings agree when they share a plain colour. */
export interface ColourReading {
  /** What stood there: `phantom silver`. */
  said: string;
  /** `["silver", "white"]`, in the order of the table. */
  plain: string[];
}

const names = new Map(
  colourNames
    .trim()
    .split('\n')
    .map((line) => line.split('=').map((part) => part.trim()))
    .map(([name = '', plain = '']) => [name, plain.split(' ')]),
);
const longest = 3;

// A cover, a box or a light of some colour says nothing of the phone.
const notThePhone =
  /^(?:case|cover|covers|cases|bumper|sleeve|box|boxes|strap|skin|wrap|film|line|lines|stripe|tooth|tint|screen protector|button|cable|sticker|decal)$/;

/** The first colour named in a text that speaks of the phone: `green cover thrown in` names none. */
export function readColour(text: string): ColourReading | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  for (let at = 0; at < words.length; at++) {
    const found = nameAt(words, at);
    if (found && !notThePhone.test(words[at + found.length] ?? '')) return shaded(words, at, found);
    if (found) at += found.length;
  }
  return undefined;
}

/** A field that holds nothing but the colour; here one slip of the finger is forgiven. */
export function readColourField(text: string): ColourReading | undefined {
  return readColour(text) ?? readColour(text.replace(/\p{L}{4,}/gu, (word) => nearest(word.toLowerCase())));
}

interface Found {
  length: number;
  plain: string[];
}

function nameAt(words: string[], at: number): Found | undefined {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const plain = names.get(words.slice(at, at + length).join(' '));
    if (plain) return { length, plain };
  }
  return undefined;
}

/** `phantom blk titanium`: the colour words that follow narrow or join the first, the shades before it are shown. */
function shaded(words: string[], at: number, first: Found): ColourReading {
  let [end, plain] = [at + first.length, first.plain];
  for (let next = nameAt(words, end); next; next = nameAt(words, end)) {
    const both = next.plain.filter((colour) => plain.includes(colour));
    plain =
      both.length > 0
        ? both
        : isVague(words.slice(at, end))
          ? next.plain
          : isVague(words.slice(end, end + next.length))
            ? plain
            : [...plain, ...next.plain];
    end += next.length;
  }
  let start = at;
  while (start > 0 && shades.has(words[start - 1] ?? '')) start--;
  return { said: words.slice(start, end).join(' '), plain };
}

const vagueNames = new Set([
  'titanium',
  'titan',
  'space',
  'natural',
  'stone',
  'ice',
  'icy',
  'sky',
  'jet',
  'sea',
  'ocean',
  'lunar',
  'midnight',
  'forest',
  'cosmic',
]);

function isVague(words: string[]): boolean {
  return words.every((word) => vagueNames.has(word));
}

function nearest(word: string): string {
  if (names.has(word) || shades.has(word)) return word;
  for (const name of names.keys()) if (name.length >= 4 && isSlip(word, name)) return name;
  return word;
}

function isSlip(word: string, name: string): boolean {
  if (Math.abs(word.length - name.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === name[start]) start++;
  const [a, b] = [word.slice(start), name.slice(start)];
  if (a.length > b.length) return a.slice(1) === b;
  if (a.length < b.length) return a === b.slice(1);
  return a.slice(1) === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}

const close = new Set(neighbours.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));

/** `equal` when some plain colour fits both, `neighbour` when two are easily confused. */
export function compareColours(a: ColourReading, b: ColourReading): 'equal' | 'neighbour' | 'different' {
  if (a.plain.some((colour) => b.plain.includes(colour))) return 'equal';
  if (a.plain.some((one) => b.plain.some((other) => close.has(`${one} ${other}`)))) return 'neighbour';
  return 'different';
}
