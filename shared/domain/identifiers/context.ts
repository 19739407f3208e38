/** What the words beside a number say it is. */

import { type Meaning, meaningsInUnspaced, meaningsOf } from './vocabulary.ts';

export interface Context {
  /** What the nearest naming word calls the number; `unknown` is "membership number" where nobody knows the first word. */
  named?: 'other' | 'vague' | 'unknown' | 'device' | 'serial' | 'contact' | 'price';
  /** The naming word itself, for the reasons shown to a reviewer. */
  namedBy?: string;
  /** Cues seen anywhere in the stretch: `last`, `backwards`, `part`, … */
  cues: ReadonlySet<Meaning>;
  words: number;
  /** Words that neither name, number, tie nor fill: "clean", "unlocked". */
  content: number;
  lineBreaks: number;
  /** A sentence ended in between. */
  sentenceEnded: boolean;
}

const functional: readonly Meaning[] = ['numbering', 'device', 'serial', 'place', 'last', 'first', 'backwards', 'part', 'vague'];

function isFunctional(meanings: ReadonlySet<Meaning>): boolean {
  return functional.some((meaning) => meanings.has(meaning));
}

/** Words that name the number name it as no device's. */
export function isForeign({ named }: Context): boolean {
  return named === 'other' || named === 'price' || named === 'contact';
}

const naming = new Set<Meaning>(['other', 'vague', 'device', 'serial', 'contact', 'price']);
/** Words that stand between a name and its number without changing what it names. */
const fillers = new Set(
  'is are was the a an my our your this that for of to it its be and as with ist sind der die das den ein eine mein meine lautet est le la les un une mon votre es el los mi su son sono il i lo gli suo to jest moj o os e seu este al ale se ma hai hain ka ki ke da det er ar har on is: vom den dem for'.split(
    ' ',
  ),
);

/** Reads the words of `folded` between two places, `to` being where the number starts. Looks at no more than 120 characters. */
export function contextBetween(folded: string, from: number, to: number): Context {
  const start = Math.max(from, to - 120);
  const cues = new Set<Meaning>();
  const context: Context = { cues, words: 0, content: 0, lineBreaks: 0, sentenceEnded: false };
  let wordsSinceName = 0;
  let wordsInLine = 0;
  let previous = '';
  let beforePrevious = '';
  let previousEnd = -1;
  let unspaced = false;
  let bracketOpen = false;
  for (let at = start; at < to; ) {
    const code = folded.charCodeAt(at);
    if (!isLetter(code)) {
      if (code === 0x2116 || code === 35) cues.add('numbering');
      if (endsThought(folded, at, wordsInLine, previous)) {
        if (code === 10) context.lineBreaks++;
        else context.sentenceEnded = true;
        forget(context);
      } else if (code === 10) context.lineBreaks++;
      if (code === 10) wordsInLine = 0;
      // What stands in closed brackets comments on the label, it does not name what follows: "IMEI (see invoice): 35…".
      if (code === 40) bracketOpen = true;
      else if (code === 41 && bracketOpen) forget(context);
      at++;
      continue;
    }
    const end = wordEnd(folded, at, to);
    const word = withoutArticle(folded.slice(at, end));
    if (code > 0x2e00) unspaced = true;
    const meanings = meaningsOf(word);
    // "market.example" is an address, no example.
    const inAddress = folded.charCodeAt(at - 1) === 46;
    for (const meaning of meanings) if (!(inAddress && meaning === 'example')) cues.add(meaning);
    const adjacent = previousEnd >= 0 && at - previousEnd <= 2;
    const name = nameIn(meanings);
    // "on the invoice" is a place, "numéro de facture" is a name.
    const isPlace = adjacent && name === 'other' && meaningsOf(previous).has('place') && !meaningsOf(beforePrevious).has('numbering');
    if (name !== undefined && !isPlace) {
      context.named = name;
      context.namedBy = word;
      wordsSinceName = 0;
    } else if (meanings.has('numbering')) {
      if (context.named === undefined && adjacent && previous !== '' && isUnknownNoun(previous)) {
        context.named = 'unknown';
        context.namedBy = `${previous} ${word}`;
      }
      wordsSinceName = 0;
    } else if (meaningsOf(previous).has('numbering') && adjacent && context.named === undefined && isUnknownNoun(word)) {
      context.named = 'unknown';
      context.namedBy = `${previous} ${word}`;
      wordsSinceName = 0;
    } else if (!fillers.has(word) && ++wordsSinceName > 3) forget(context);
    context.words++;
    if (!fillers.has(word) && !isFunctional(meanings)) context.content++;
    wordsInLine++;
    beforePrevious = previous;
    previous = word;
    previousEnd = end;
    at = end;
  }
  if (unspaced) readUnspaced(context, cues, folded.slice(start, to));
  return context;
}

/** "l'envers" and "dell'ordine" are looked up without their article; other apostrophes are part of the word. */
function withoutArticle(word: string): string {
  return word.replace(/^(?:[ldnsjmtc]|qu|dell|sull|nell|all|un)['’ʼ`]/, '').replace(/['’ʼ`]/g, '');
}

/** Cues count wherever they stand; a name must stand on the number's own line. */
function readUnspaced(context: Context, cues: Set<Meaning>, stretch: string): void {
  const line = stretch.trimEnd().lastIndexOf('\n') + 1;
  for (const { meaning, at } of meaningsInUnspaced(stretch)) {
    cues.add(meaning);
    const name = naming.has(meaning) ? (meaning as NonNullable<Context['named']>) : undefined;
    if (name !== undefined && at >= line) context.named = name;
  }
}

function nameIn(meanings: ReadonlySet<Meaning>): Context['named'] {
  if (meanings.size === 0) return undefined;
  for (const meaning of ['other', 'device', 'serial', 'contact', 'price', 'vague'] as const) {
    if (meanings.has(meaning) && !(meaning === 'vague' && meanings.has('numbering'))) return meaning;
  }
  return undefined;
}

function forget(context: Context): void {
  delete context.named;
  delete context.namedBy;
}

/** A full stop after "no" or "nr" ends no sentence, and a line that is only a label carries on into the next. */
function endsThought(folded: string, at: number, wordsInLine: number, previous: string): boolean {
  const code = folded.charCodeAt(at);
  if (code === 10) return wordsInLine > 3 || (wordsInLine === 0 && folded.charCodeAt(at - 1) === 10);
  if (code === 33 || code === 63 || code === 59 || code === 0x3002 || code === 0x0964) return true;
  if (code !== 46) return false;
  const next = folded.charCodeAt(at + 1);
  return (next === 32 || next === 10) && previous.length > 4 && !previous.endsWith('nr') && !meaningsOf(previous).has('numbering');
}

function isUnknownNoun(word: string): boolean {
  return word.length > 2 && !fillers.has(word) && meaningsOf(word).size === 0;
}

function wordEnd(folded: string, at: number, limit: number): number {
  let end = at + 1;
  while (end < limit) {
    const code = folded.charCodeAt(end);
    if (isLetter(code) || ((code === 39 || code === 0x2019) && isLetter(folded.charCodeAt(end + 1)))) end++;
    else break;
  }
  return end;
}

/** Anything that spells words; signs, masks, currency and digits are not. Works on folded text, where only lower case is left. */
export function isLetter(code: number): boolean {
  if (code < 0x80) return code >= 97 && code <= 122;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  return code < 0x2000 || code > 0x2e00;
}
