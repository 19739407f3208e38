/**
 * Text made readable: digits of every script in ASCII, invisible characters gone, what is shown backwards turned round,
 * and for every remaining character the place in the original it came from.
 */

import { digitValue } from './digit-characters.ts';
import { foldCharacter } from './letters.ts';

export interface Readable {
  /** Digits in ASCII, spaces as ` `, dashes as `-`, masks and symbols as `•`; letters as written. */
  text: string;
  /** The same, letter by letter, in lower case without accents (`folded.length === text.length`). */
  folded: string;
  /** Where each character of `text` starts and ends in the original; absent when nothing moved. */
  origin?: { starts: Int32Array; ends: Int32Array };
}

/** The stretch of the original behind `text.slice(start, end)`. Characters that were dropped inside it are part of it. */
export function originalSpan(readable: Readable, start: number, end: number): { start: number; end: number } {
  if (readable.origin === undefined || end <= start) return { start, end };
  const { starts, ends } = readable.origin;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (let i = start; i < end; i++) {
    first = Math.min(first, starts[i] ?? first);
    last = Math.max(last, ends[i] ?? last);
  }
  return { start: first, end: last };
}

/** Control characters show nothing, but for tabs and line ends; vertical tab and form feed end a line too. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const beyondPlainAscii = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\uffff]/;

/** Takes any string; pure ASCII costs next to nothing, the rest a look-up a character. */
export function makeReadable(source: string): Readable {
  if (!beyondPlainAscii.test(source)) return { text: source, folded: source.toLowerCase() };
  return new Reading(source).readable();
}

/** A word as it is looked up in word lists: folded as text is, without apostrophes. `п'ять` and `пять` are one word. */
export function foldWord(word: string): string {
  return makeReadable(word).folded.replace(/['’ʼ`´]/g, '');
}

/** U+202E makes what follows run right to left whatever it is, until U+202C or the end of the line (UAX #9, X5). */
const RIGHT_TO_LEFT_OVERRIDE = 0x202e;
const OTHER_BIDI_EMBEDDINGS = new Set([0x202a, 0x202b, 0x202d]);
const POP_DIRECTION = 0x202c;

class Reading {
  private readonly source: string;
  /** What is written since the last override began or ended; all before is finished, so that turning a stretch costs no more than its length. */
  private text = '';
  private folded = '';
  private readonly finished = { text: '', folded: '' };
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;
  /** For each open embedding the length at which a backwards stretch began, or -1 for one that keeps the order. */
  private readonly embeddings: number[] = [];

  constructor(source: string) {
    this.source = source;
    this.starts = new Int32Array(source.length);
    this.ends = new Int32Array(source.length);
  }

  readable(): Readable {
    const { source } = this;
    for (let at = 0; at < source.length; ) {
      const plainEnd = this.embeddings.length === 0 ? asciiRunEnd(source, at) : at;
      if (plainEnd > at) {
        this.takeAscii(at, plainEnd);
        at = plainEnd;
        continue;
      }
      const codePoint = source.codePointAt(at) ?? 0;
      const length = codePoint > 0xffff ? 2 : 1;
      this.take(codePoint, at, at + length);
      at += length;
    }
    this.closeEmbeddings();
    this.finish();
    return { ...this.finished, origin: { starts: this.starts, ends: this.ends } };
  }

  /** Most of any text: nothing changes but the case. */
  private takeAscii(start: number, end: number): void {
    const run = this.source.slice(start, end);
    const place = this.length - start;
    for (let at = start; at < end; at++) {
      this.starts[place + at] = at;
      this.ends[place + at] = at + 1;
    }
    this.text += run;
    this.folded += run.toLowerCase();
  }

  private get length(): number {
    return this.finished.text.length + this.text.length;
  }

  private finish(): void {
    this.finished.text += this.text;
    this.finished.folded += this.folded;
    this.text = '';
    this.folded = '';
  }

  private take(codePoint: number, start: number, end: number): void {
    if (codePoint === RIGHT_TO_LEFT_OVERRIDE) this.openEmbedding(this.length);
    else if (OTHER_BIDI_EMBEDDINGS.has(codePoint)) this.openEmbedding(-1);
    else if (codePoint === POP_DIRECTION) this.closeEmbedding();
    else {
      const seen = characterOf(codePoint);
      if (seen === invisible) return;
      if (seen.text === '\n') this.closeEmbeddings();
      this.starts[this.length] = start;
      this.ends[this.length] = end;
      this.text += seen.text;
      this.folded += seen.folded;
    }
  }

  /** UAX #9 allows 125 levels; deeper ones are not honoured there either. One inside a stretch that runs backwards keeps its order. */
  private openEmbedding(from: number): void {
    if (this.embeddings.length >= 125) return;
    const turns = from >= 0 && !this.embeddings.some((open) => open >= 0);
    this.embeddings.push(turns ? from : -1);
    if (turns) this.finish();
  }

  private closeEmbedding(): void {
    const from = this.embeddings.pop();
    if (from === undefined || from < 0) return;
    const end = this.length;
    this.text = turned(this.text);
    this.folded = turned(this.folded);
    this.starts.subarray(from, end).reverse();
    this.ends.subarray(from, end).reverse();
    this.finish();
  }

  private closeEmbeddings(): void {
    while (this.embeddings.length > 0) this.closeEmbedding();
  }
}

function asciiRunEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && isPlainAscii(source.charCodeAt(at))) at++;
  return at;
}

function isPlainAscii(code: number): boolean {
  return code < 0x7f && (code >= 0x20 || code === 10 || code === 9 || code === 13);
}

/** Every character of a readable text is one unit long, so no pair is torn apart. */
function turned(text: string): string {
  let backwards = '';
  for (let at = text.length - 1; at >= 0; at--) backwards += text.charAt(at);
  return backwards;
}

interface Character {
  text: string;
  folded: string;
}

/** Stands for a character that leaves no mark on the screen between two others. */
const invisible: Character = { text: '', folded: '' };

const known = new Map<number, Character>();

function characterOf(codePoint: number): Character {
  const cached = known.get(codePoint);
  if (cached !== undefined) return cached;
  const character = lookUp(codePoint);
  // Bounded: a page can hold every code point once, not more.
  known.set(codePoint, character);
  return character;
}

/** The order matters: digits before compatibility forms, which turn `⑴` into `(1)` (UTS #39, Unicode 17). */
function lookUp(codePoint: number): Character {
  const character = String.fromCodePoint(codePoint);
  const digit = digitValue(codePoint);
  if (digit !== undefined) return same(String(digit));
  if (codePoint === 0x0b || codePoint === 0x0c) return same('\n');
  if (codePoint < 0xa0 && !isPlainAscii(codePoint) && codePoint !== 0x85) return invisible;
  if (codePoint < 0x80) return { text: character, folded: character.toLowerCase() };
  if (isInvisible(character)) return invisible;
  if (/\p{Zl}|\p{Zp}|\u0085/u.test(character)) return same('\n');
  if (/\p{Zs}/u.test(character)) return same(' ');
  if (/[\p{Pd}\u2212\u2043\u02d7\u2796\u30fc]/u.test(character)) return same('-');
  // NFKD makes two letters of it, and the digits behind would belong to a word.
  if (character === '№') return same(character);
  if (character === '…' || character === '⋯') return same('…');
  if (isSymbol(character)) return same('•');
  const punctuation = punctuationOf(codePoint, character);
  if (punctuation !== undefined) return same(punctuation);
  const compatible = character.normalize('NFKC');
  const text = compatible.length === 1 ? compatible : character.length === 1 ? character : '〓';
  return { text, folded: foldCharacter(text) };
}

/** Stops and commas of other scripts as those the reader of words knows: `۔` and `।` end a sentence, `،` and `་` keep words apart. */
function punctuationOf(codePoint: number, character: string): string | undefined {
  if (codePoint < 0x370 || codePoint >= 0x2000 || !/\p{P}/u.test(character)) return undefined;
  return punctuation[character] ?? ',';
}

const punctuation: Record<string, string> = { '؟': '?', '՞': '?', ';': ';', '؛': ';', '۔': '.', '։': '.', '।': '。', '॥': '。', '။': '。', '።': '。', '។': '。' }; // biome-ignore format: a table

function same(character: string): Character {
  return { text: character, folded: character };
}

/** Accents, vowel signs and other marks that are piled on digits and letters without changing them, as ranges of code points. */
// biome-ignore format: a table
const marks: readonly (readonly [from: number, to: number])[] = [
  [0x300, 0x36f], [0x483, 0x489], [0x640, 0x640], [0x64b, 0x65f], [0x670, 0x670], [0x93c, 0x93c], [0x9bc, 0x9bc], [0xa3c, 0xa3c], [0xabc, 0xabc],
  [0x1ab0, 0x1aff], [0x1dc0, 0x1dff], [0x20d0, 0x20ff], [0xfe20, 0xfe2f], [0x1f3fb, 0x1f3ff],
];

/** Default-ignorable and format characters (zero-width, soft hyphen, joiners, tags), keycap and emphasis marks. */
function isInvisible(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  return /[\p{Default_Ignorable_Code_Point}\p{Cf}]/u.test(character) || marks.some(([from, to]) => codePoint >= from && codePoint <= to);
}

/** Bullets, boxes, crosses, emoji: used to mask digits or to keep them apart, which the reader of numbers decides. */
function isSymbol(character: string): boolean {
  return /[\p{So}\p{Extended_Pictographic}•·∙‧・×∗⁎※†‡◦\u2022\uff0a]/u.test(character) && !/[°№℃℉™©®]/u.test(character);
}
