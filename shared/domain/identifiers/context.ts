/** What the words beside a number say it is. */

import { isFiller } from './fillers.ts';
import { isLetter } from './letters.ts';
import type { Readable } from './readable.ts';
import { endsThought, type ReadSoFar } from './sentence-ends.ts';
import { type Meaning, meaningsInUnspaced, meaningsOf } from './vocabulary.ts';
import { isUnspaced, wordBetween, wordEnd } from './words.ts';

export type Name = 'other' | 'vague' | 'unknown' | 'device' | 'serial' | 'contact' | 'price';

export interface Context {
  /** What the nearest naming word calls the number; `unknown` is "membership number" where nobody knows the first word. */
  named: Name | undefined;
  /** The naming word itself, for the reasons shown to a reviewer. */
  namedBy: string | undefined;
  /** The last word of the number's own clause that nothing is known of, where no known word names the number: "raffle". */
  stranger: string | undefined;
  /** A comma, slash, bracket or line break parts the stranger or unknown name from the words before it: "IMEI clean / raffle". */
  apart: boolean;
  /** How many such words there are since the last known one. */
  strangers: number;
  /** The first word of the number's sentence that nothing is known of, whatever stands behind it: "auction" in "auction ends 10:44". */
  subject: string | undefined;
  /** Where the number is said to stand: "on the invoice". */
  placedOn: string | undefined;
  /** Words of content before the one that names. */
  contentBeforeName: number;
  /** Cues seen anywhere in the stretch: `last`, `backwards`, `part`, … */
  cues: ReadonlySet<Meaning>;
  /** Cues of the number's own sentence. */
  cuesInSentence: ReadonlySet<Meaning>;
  /** Those behind which nothing stands but words that tie: "ends in", "last four digits are". */
  near: ReadonlySet<Meaning>;
  words: number;
  /** Words that neither name, number, tie nor fill: "clean", "unlocked". */
  content: number;
  lineBreaks: number;
  /** A sentence ended in between. */
  sentenceEnded: boolean;
}

const functional: readonly Meaning[] = [
  'numbering',
  'device',
  'phone',
  'serial',
  'place',
  'last',
  'first',
  'backwards',
  'part',
  'vague',
  'negation',
  'model',
];

function isFunctional(meanings: ReadonlySet<Meaning>): boolean {
  return meanings.size > 0 && functional.some((meaning) => meanings.has(meaning));
}

/** Words that name the number name it as no device's. */
export function isForeign({ named }: Context): boolean {
  return named === 'other' || named === 'price' || named === 'contact';
}

/** How far back from a number its words are looked at. */
const REACH = 120;

/** Reads the words between two places, `to` being where the number starts. Looks at no more than 120 characters. */
export function contextBetween(readable: Readable, from: number, to: number): Context {
  return new ContextReader(readable, Math.max(from, to - REACH), to).read();
}

/** The same right behind a label, where "phone" is the handset: "IMEI telefonu: 35…". */
export function contextBehindLabel(readable: Readable, labelEnd: number, to: number): Context {
  return new ContextReader(readable, Math.max(labelEnd, to - REACH), to).readBehindLabel();
}

/**
 * The words behind a number, to the end of its line or sentence, and where that is; `to` where the stretch ends before. There the first
 * name counts, not the last.
 */
export function contextBehind(readable: Readable, from: number, to: number): { context: Context; end: number } {
  return new ContextReader(readable, from, to).readBehind();
}

class ContextReader implements ReadSoFar {
  readonly readable: Readable;
  private readonly folded: string;
  private readonly from: number;
  private readonly to: number;
  private readonly cues = new Set<Meaning>();
  private readonly cuesInSentence = new Set<Meaning>();
  private readonly near = new Set<Meaning>();
  private readonly context: Context;
  isBehind = false;
  private isBehindLabel = false;
  /** Where the number's own sentence or line starts, as far as read. */
  private thoughtStart: number;
  private wordsSinceName = 0;
  wordsInLine = 0;
  wordsInClause = 0;
  previous = '';
  private previousEnd = -1;
  /** A preposition stood before, with nothing but fillers since: "on the". */
  private placeOpen = false;
  private apart = false;
  private unspaced = false;
  private bracketOpen = false;
  private strangerAt = -1;
  endsWithUnit = false;

  constructor(readable: Readable, from: number, to: number) {
    this.readable = readable;
    this.folded = readable.folded;
    this.from = from;
    this.to = to;
    this.thoughtStart = from;
    // All keys from the start and none deleted later: the engine keeps such an object fast, and it is filled for every number.
    this.context = {
      named: undefined,
      namedBy: undefined,
      stranger: undefined,
      subject: undefined,
      placedOn: undefined,
      cues: this.cues,
      cuesInSentence: this.cuesInSentence,
      near: this.near,
      apart: false,
      strangers: 0,
      contentBeforeName: 0,
      words: 0,
      content: 0,
      lineBreaks: 0,
      sentenceEnded: false,
    };
  }

  read(): Context {
    for (let at = this.from; at < this.to; ) at = isLetter(this.folded.charCodeAt(at)) ? this.takeWord(at) : this.takeSign(at);
    if (this.unspaced) this.readUnspaced(this.to);
    return this.context;
  }

  readBehindLabel(): Context {
    this.isBehindLabel = true;
    return this.read();
  }

  readBehind(): { context: Context; end: number } {
    this.isBehind = true;
    let at = this.from;
    while (at < this.to && this.folded.charCodeAt(at) !== 10 && !endsThought(this, at) && !isLongNumber(this.folded, at)) {
      at = isLetter(this.folded.charCodeAt(at)) ? this.takeWord(at) : this.takeSign(at);
    }
    if (this.unspaced) this.readUnspaced(at);
    return { context: this.context, end: at };
  }

  private takeSign(at: number): number {
    const code = this.folded.charCodeAt(at);
    // "Battery 87 %": the word before has its own number.
    if (isDigit(code) && !this.isBehind) this.forgetStranger();
    if (code === 0x2116 || code === 35) this.addCue('numbering');
    // "n°"
    if (code === 0xb0 && this.previous === 'n') this.previous = 'nr';
    if (endsThought(this, at)) this.startThought(at + 1, code === 10);
    else if (isSeparator(this.folded, at)) this.startClause();
    // "IMEI first, then £50": what is counted from an end is named at once.
    if (code === 44 || code === 0x2026) this.near.clear();
    if (code === 10) {
      this.context.lineBreaks++;
      this.wordsInLine = 0;
    }
    // What stands in closed brackets comments on the label, it does not name what follows: "IMEI (see invoice): 35…".
    if (code === 40) this.bracketOpen = true;
    else if (code === 41 && this.bracketOpen) this.forget();
    return at + 1;
  }

  private startThought(at: number, isLine: boolean): void {
    if (!isLine) this.context.sentenceEnded = true;
    this.forget();
    this.context.subject = undefined;
    this.cuesInSentence.clear();
    this.near.clear();
    this.thoughtStart = at;
    this.wordsInLine = 0;
    this.startClause();
    this.apart = false;
  }

  private startClause(): void {
    this.apart = true;
    this.placeOpen = false;
    this.wordsInClause = 0;
  }

  private forget(): void {
    this.context.named = undefined;
    this.context.namedBy = undefined;
    this.forgetStranger();
  }

  private forgetStranger(): void {
    this.context.stranger = undefined;
    this.context.placedOn = undefined;
    this.context.apart = false;
    this.context.strangers = 0;
  }

  private addCue(cue: Meaning): void {
    this.cues.add(cue);
    this.cuesInSentence.add(cue);
    this.near.add(cue);
  }

  private takeWord(at: number): number {
    const { folded, context } = this;
    const end = wordEnd(folded, at, this.to);
    const word = wordBetween(folded, at, end);
    if (isUnspaced(folded.charCodeAt(at))) this.unspaced = true;
    this.endsWithUnit =
      word.length <= 3 && at - 2 >= this.from && isDigit(folded.charCodeAt(folded.charAt(at - 1) === ' ' ? at - 2 : at - 1));
    // "es." is an Italian example, "es" a Spanish verb.
    const meanings = folded.charAt(end) === '.' && meaningsOf(`${word}.`).size > 0 ? meaningsOf(`${word}.`) : meaningsOf(word);
    const fills = isFiller(word);
    const adjacent = this.previousEnd >= 0 && at - this.previousEnd <= 2 && /^[ .:'’-]*$/.test(folded.slice(this.previousEnd, at));
    if (!fills && !isFunctional(meanings)) {
      context.content++;
      // Words as short as "met" and "od" tie in any language.
      if (word.length > 3 || meanings.size > 0) this.near.clear();
    }
    // "market.example" is an address, no example.
    const inAddress = folded.charCodeAt(at - 1) === 46;
    for (const meaning of meanings) if (!(inAddress && meaning === 'example')) this.addCue(meaning);
    this.takeName(word, meanings, { at, fills, adjacent });
    if (meanings.has('place') && !meanings.has('numbering')) this.placeOpen = !meaningsOf(this.previous).has('numbering');
    else if (!fills) this.placeOpen = false;
    context.words++;
    this.wordsInLine++;
    this.wordsInClause++;
    this.previous = word;
    this.previousEnd = end;
    return end;
  }

  private takeName(
    word: string,
    meanings: ReadonlySet<Meaning>,
    { at, fills, adjacent }: { at: number; fills: boolean; adjacent: boolean },
  ): void {
    const { context } = this;
    const name = this.isHandset(meanings) ? 'device' : nameIn(meanings);
    // "on the invoice" is a place, "numéro de facture" is a name.
    const isPlace = this.placeOpen && adjacent && (name === 'other' || name === 'contact');
    // "in reverse order": how the digits run, not what they number.
    const isManner = adjacent && name === 'other' && meaningsOf(this.previous).has('backwards');
    if (isPlace) context.placedOn = word;
    // "battery serial": a part has a number of its own.
    else if (name === 'serial' && adjacent && isNoun(this.previous)) this.name('unknown', `${this.previous} ${word}`);
    else if (isManner) this.wordsSinceName = 0;
    else if (name !== undefined && !this.isOvershadowed(name)) this.name(name, word);
    else if (meanings.has('numbering')) {
      if (context.named === undefined && adjacent && isNoun(this.previous)) this.name('unknown', `${this.previous} ${word}`);
      else if (context.named === undefined && meanings.has('vague')) this.name('vague', word);
      this.wordsSinceName = 0;
    } else if (this.numbersNext() && adjacent && context.named === undefined && isNoun(word)) {
      this.name('unknown', `${this.previous} ${word}`);
    } else if (meanings.has('proof') || meanings.has('model')) this.forgetStranger();
    else if (!fills) {
      if (++this.wordsSinceName > 3 && !this.isBehind) this.forgetName();
      if (!isFunctional(meanings) && !this.endsWithUnit) this.meetStranger(word, at);
    }
  }

  private isHandset(meanings: ReadonlySet<Meaning>): boolean {
    const isFirst = this.isBehindLabel && this.context.content === 0 && this.context.lineBreaks === 0;
    return isFirst && meanings.has('phone') && !this.apart && !this.context.sentenceEnded;
  }

  /** "no. 12", "numéro adhérent": the word before numbers this one. "No problem" numbers nothing. */
  private numbersNext(): boolean {
    return meaningsOf(this.previous).has('numbering') && (this.previous !== 'no' || this.folded.charCodeAt(this.previousEnd) === 46);
  }

  /** "order ref", "invoice by mail", "laptop serial": what the number is of stays its name. */
  private isOvershadowed(name: Name): boolean {
    const { named } = this.context;
    if (this.isBehind && named !== undefined && named !== 'vague') return true;
    return named === 'other' && (name === 'vague' || name === 'contact' || (!this.apart && (name === 'serial' || name === 'device')));
  }

  private name(name: Name, word: string): void {
    this.forgetStranger();
    this.context.named = name;
    this.context.namedBy = word;
    if (name === 'unknown') this.context.apart = this.apart;
    this.context.contentBeforeName = this.context.content - (name === 'device' || name === 'serial' || name === 'vague' ? 0 : 1);
    this.wordsSinceName = 0;
    this.apart = false;
  }

  private forgetName(): void {
    this.context.named = undefined;
    this.context.namedBy = undefined;
  }

  private meetStranger(word: string, at: number): void {
    this.strangerAt = at;
    this.context.stranger = word;
    this.context.subject ??= word;
    this.context.strangers++;
    this.context.apart ||= this.apart;
  }

  /** Cues count wherever they stand; a name must stand in the number's own sentence or line. */
  private readUnspaced(to: number): void {
    const stretch = this.folded.slice(this.from, to);
    const thought = this.thoughtStart - this.from;
    for (const { meaning, at } of meaningsInUnspaced(stretch)) {
      this.cues.add(meaning);
      if (at < thought) continue;
      this.cuesInSentence.add(meaning);
      this.near.add(meaning);
      // The stranger is the very word that holds the sign.
      if ((isName(meaning) || meaning === 'proof') && this.from + at >= this.strangerAt) this.forgetStranger();
      if (isName(meaning)) this.context.named = meaning;
    }
  }
}

/** Signs between clauses; a hyphen inside a word or a number is none. */
function isSeparator(folded: string, at: number): boolean {
  const sign = folded.charAt(at);
  if (sign === '-') return folded.charAt(at - 1) === ' ' && folded.charAt(at + 1) === ' ';
  return ',/|&+;•()[]{}\t\n、،'.includes(sign);
}

/** Five digits in a row: another number, of which the words behind it speak. */
function isLongNumber(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 4)) && /^\d{5}/.test(text.slice(at, at + 5));
}

const names = ['other', 'device', 'serial', 'contact', 'price', 'vague'] as const;

function isName(meaning: Meaning): meaning is (typeof names)[number] {
  return names.some((name) => name === meaning);
}

function nameIn(meanings: ReadonlySet<Meaning>): Name | undefined {
  if (meanings.size === 0) return undefined;
  return names.find(
    (name) =>
      meanings.has(name) &&
      !(name === 'vague' && meanings.has('numbering')) &&
      // "van" is a waybill in Vietnamese and "from" in Dutch: the commoner word counts.
      !(name === 'other' && meanings.has('place')),
  );
}

/** A word that may be what "number" numbers; also "part", which elsewhere counts the pieces of a number. */
function isNoun(word: string): boolean {
  return word === 'part' || (word.length > 2 && !isFiller(word) && meaningsOf(word).size === 0 && !isNearlyImei(word));
}

/** "imei", or one letter wrong, missing or too many ("imi", "mei", "aimei"): no name of anything else. */
function isNearlyImei(word: string): boolean {
  if (word.length < 3 || word.length > 5) return false;
  let same = 0;
  while (same < word.length && word.charAt(same) === 'imei'.charAt(same)) same++;
  const rest = word.length - 4;
  return word.slice(same + (rest < 0 ? 0 : 1)) === 'imei'.slice(same + (rest > 0 ? 0 : 1));
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
