/** Reads the colour of a phone as the set of plain colours it may look like, because two people rarely choose the same word. */

import { isOneSlip } from '../catalogue/spellings.ts';
import { colourNames, elsewhereAnotherWord, neighbours, notAColourIn, onlyAmongOthers, shades, things } from './colour-names.ts';
import { colourWords, translatedNames } from './colour-words.ts';

/** Two readings agree when they share a plain colour. */
export interface ColourReading {
  /** What stood there: `phantom silver`. */
  said: string;
  /** `["silver", "white"]`, in the order of the table. */
  plain: string[];
}

const names = new Map(
  `${colourNames}\n${translatedNames}`
    .split('\n')
    .map((line) => line.split('=').map((part) => part.trim()))
    .flatMap(([name = '', plain = '']) => (plain === '' ? [] : [[name, plain.split(' ')] as const])),
);
const longest = 3;

/** `negr` gives `black`; looked up with the endings cut off, four letters at most. */
const stems = new Map<string, string[]>();
for (const [plain, words] of colourWords) {
  for (const word of words.split(' ')) {
    if (word.endsWith('*')) stems.set(word.slice(0, -1), [plain]);
    else if (!names.has(word)) names.set(word, [plain]);
  }
}
const longestEnding = 4;

const compound =
  /^.{3,}(black|white|grey|gray|silver|gold|blue|green|pink|purple|violet|yellow|orange|brown|schwarz|weiß|weiss|blau|grün|grau|gelb|silber|lila|violett|braun|zwart|blauw|groen|grijs)(?:e[nrs]?)?$/;

/** Where a colour stands: the more else may be said there, the fewer words are taken for one. */
type Place = 'field' | 'title' | 'text';

/**
 * The first colour named in a text that speaks of the phone: `green cover thrown in` names none. In running text words that are
 * colours among other things ("space", "bay", "natural") count only beside another colour, and so do, outside a field for colours, those
 * that mean something else in another language.
 */
export function readColour(text: string, place: Place = 'field'): ColourReading | undefined {
  const words = wordsOf(place === 'field' ? text : text.toLowerCase().replace(notAColourIn, (said) => '·'.repeat(said.length)));
  for (let at = 0; at < words.length; at++) {
    const found = nameAt(words, at);
    if (!found) continue;
    const reading = isOfAThing(words, at, found.length) ? undefined : shaded(words, at, found, place);
    if (reading) return reading;
    at += found.length - 1;
  }
  return undefined;
}

/** Every plain colour named, whatever it is the colour of: `a gold tray` gives `["gold"]`. */
export function plainColoursIn(text: string): string[] {
  const words = wordsOf(text);
  const found = new Set<string>();
  for (let at = 0; at < words.length; at++) {
    const name = nameAt(words, at);
    // A vague name ("space", "titanium") adds nothing to a part's colour.
    if (name && name.plain.length === 1) for (const plain of name.plain) found.add(plain);
  }
  return [...found];
}

/** A field that holds nothing but the colour; here one slip of the finger is forgiven, and the French "or" is gold. */
export function readColourField(text: string): ColourReading | undefined {
  if (/^\s*or\s*$/i.test(text)) return { said: 'or', plain: ['gold'] };
  return readColour(text) ?? readColour(text.replace(/\p{L}{4,}/gu, (word) => nearest(word.toLowerCase())));
}

/** A word, and whether a full stop or comma parts it from the one before. */
interface Word {
  text: string;
  parted: boolean;
}

function wordsOf(text: string): Word[] {
  const lower = text.toLowerCase();
  let end = 0;
  return [...lower.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map((match) => {
    const parted = /[.,;:!?\n•|]/.test(lower.slice(end, match.index));
    end = match.index + match[0].length;
    return { text: match[0], parted };
  });
}

interface Found {
  length: number;
  plain: string[];
}

function nameAt(words: Word[], at: number): Found | undefined {
  for (let length = Math.min(longest, words.length - at); length > 0; length--) {
    const span = words.slice(at, at + length);
    if (span.slice(1).some(({ parted }) => parted)) continue;
    const plain = names.get(span.map(({ text }) => text).join(' '));
    if (plain) return { length, plain };
  }
  const plain = plainOf(words[at]?.text ?? '');
  return plain && { length: 1, plain };
}

function plainOf(word: string): string[] | undefined {
  for (let length = word.length; length >= Math.max(2, word.length - longestEnding); length--) {
    const plain = stems.get(word.slice(0, length));
    // Chinese writes one sign for a colour; a stem of two or three letters is too short to end as it likes.
    if (plain && (length > 3 || length >= word.length - 2)) return plain;
  }
  const first = stems.get(word[0] ?? '');
  if (first) return first;
  const ending = compound.exec(word)?.[1];
  return ending === undefined ? undefined : (names.get(ending) ?? plainOf(ending));
}

/** A cover, a line or a button of some colour says nothing of the phone: `red case`, `funda roja`, `SIM tray is gold`. */
function isOfAThing(words: Word[], at: number, length: number): boolean {
  const [before, after] = [words.slice(Math.max(0, at - 3), at), words.slice(at + length, at + length + 2)];
  if (after[0] && !after[0].parted && things.has(after[0].text)) return true;
  if (
    after[1] &&
    !after[0]?.parted &&
    !after[1].parted &&
    things.has(after[1].text) &&
    !/^(?:with|in|mit|con|avec|and|und)$/.test(after[0]?.text ?? '')
  )
    return true;
  const parting = before.findLastIndex(({ parted }) => parted);
  return !words[at]?.parted && before.slice(Math.max(0, parting)).some(({ text }) => things.has(text));
}

/** `phantom blk titanium`: the colour words that follow narrow or join the first, the shades before it are shown. */
function shaded(words: Word[], at: number, first: Found, place: Place): ColourReading | undefined {
  let [end, plain] = [at + first.length, first.plain];
  for (let next = nameAt(words, end); next && !words[end]?.parted; next = nameAt(words, end)) {
    const both = next.plain.filter((colour) => plain.includes(colour));
    if (both.length > 0) plain = both;
    else if (isVague(words.slice(at, end))) plain = next.plain;
    else if (!isVague(words.slice(end, end + next.length))) plain = [...plain, ...next.plain];
    end += next.length;
  }
  const said = words.slice(at, end).map(({ text }) => text);
  if (said.length === 1 && isAnotherWord(said[0] ?? '', place)) return undefined;
  let start = at;
  while (start > 0 && !words[start]?.parted && shades.has(words[start - 1]?.text ?? '')) start--;
  return { said: [...words.slice(start, at).map(({ text }) => text), ...said].join(' '), plain };
}

function isAnotherWord(word: string, place: Place): boolean {
  if (place === 'field') return false;
  return elsewhereAnotherWord.has(word) || (place === 'text' && onlyAmongOthers.has(word));
}

const vagueNames = new Set(
  'titanium titan titane titanio titanyum tytan титан space natural stone ice icy sky jet sea ocean lunar midnight forest cosmic starry sunrise'.split(
    ' ',
  ),
);

function isVague(words: Word[]): boolean {
  return words.every(({ text }) => vagueNames.has(text));
}

function nearest(word: string): string {
  if (names.has(word) || shades.has(word) || plainOf(word)) return word;
  for (const name of names.keys()) if (name.length >= 4 && isOneSlip(word, name)) return name;
  return word;
}

const close = new Set(neighbours.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));

/** `equal` when some plain colour fits both, `neighbour` when two are easily confused. */
export function compareColours(a: ColourReading, b: ColourReading): 'equal' | 'neighbour' | 'different' {
  if (a.plain.some((colour) => b.plain.includes(colour))) return 'equal';
  if (a.plain.some((one) => b.plain.some((other) => close.has(`${one} ${other}`)))) return 'neighbour';
  return 'different';
}
