/** What the words beside a number say it is. */

import { isLetter } from './letters.ts';
import { foldWord } from './readable.ts';
import { type Meaning, meaningsInUnspaced, meaningsOf } from './vocabulary.ts';

export type Name = 'other' | 'vague' | 'unknown' | 'device' | 'serial' | 'contact' | 'price';

export interface Context {
  /** What the nearest naming word calls the number; `unknown` is "membership number" where nobody knows the first word. */
  named?: Name;
  /** The naming word itself, for the reasons shown to a reviewer. */
  namedBy?: string;
  /** The last word of the number's own clause that nothing is known of, where no known word names the number: "raffle". */
  stranger?: string;
  /** A comma, slash, bracket or line break parts the stranger or unknown name from the words before it: "IMEI clean / raffle". */
  apart: boolean;
  /** Where the number is said to stand: "on the invoice". */
  placedOn?: string;
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

const functional: readonly Meaning[] = ['numbering', 'device', 'serial', 'place', 'last', 'first', 'backwards', 'part', 'vague'];

function isFunctional(meanings: ReadonlySet<Meaning>): boolean {
  return functional.some((meaning) => meanings.has(meaning));
}

/** Words that name the number name it as no device's. */
export function isForeign({ named }: Context): boolean {
  return named === 'other' || named === 'price' || named === 'contact';
}

/** Words that stand between a name and its number without changing what it names. */
const fillers = new Set(
  [
    'is are was the a an my our your this that for of to it its be and as with on is: for',
    'ist sind der die das den dem vom ein eine mein meine lautet dies est le la les un une mon ma ce cette votre',
    'es el los mi su este esta son sono il i lo gli suo mio mia questo questa o os e seu meu minha',
    'to jest moj moja al ale se meu mea acesta je muj moje toto tohle het dit dat mijn det er ar har da bu benim',
    'hai hain ka ki ke mera meri ini itu adalah saya là của tôi này',
    'это мой моя мое есть це мій є е това моят είναι ο η το του της μου',
    'هو هي هذا هذه في و ہے ہیں یہ میرا میری کا کی کے کو है हैं यह ये मेरा मेरी मेरे का की के को আমার এটি এই হল',
  ].flatMap((words) => words.split(' ').map(foldWord)),
);

/** How far back from a number its words are looked at. */
const REACH = 120;
/** Lines of more words are sentences; shorter ones may be the label of the next line. */
const MOST_LABEL_WORDS = 3;

/** Reads the words of `folded` between two places, `to` being where the number starts. Looks at no more than 120 characters. */
export function contextBetween(folded: string, from: number, to: number): Context {
  return new ContextReader(folded, Math.max(from, to - REACH), to).read();
}

/**
 * The words behind a number, to the end of its line or sentence, and where that is; `to` where the stretch ends before. There the first
 * name counts, not the last. `text` is the readable text with its capitals.
 */
export function contextBehind(folded: string, text: string, { from, to }: { from: number; to: number }): { context: Context; end: number } {
  return new ContextReader(folded, from, to).readBehind(text);
}

class ContextReader {
  private readonly folded: string;
  private readonly from: number;
  private readonly to: number;
  private readonly cues = new Set<Meaning>();
  private readonly cuesInSentence = new Set<Meaning>();
  private readonly near = new Set<Meaning>();
  private readonly context: Context;
  private isBehind = false;
  /** Where the number's own sentence or line starts, as far as read. */
  private thoughtStart: number;
  private wordsSinceName = 0;
  private wordsInThought = 0;
  private wordsInClause = 0;
  private previous = '';
  private previousEnd = -1;
  /** A preposition stood before, with nothing but fillers since: "on the". */
  private placeOpen = false;
  private apart = false;
  private unspaced = false;
  private bracketOpen = false;
  /** The last word is short and right behind a number: "128 GB", "S21 FE". */
  private endsWithUnit = false;

  constructor(folded: string, from: number, to: number) {
    this.folded = folded;
    this.from = from;
    this.to = to;
    this.thoughtStart = from;
    this.context = {
      cues: this.cues,
      cuesInSentence: this.cuesInSentence,
      near: this.near,
      apart: false,
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

  readBehind(text: string): { context: Context; end: number } {
    this.isBehind = true;
    let at = this.from;
    while (at < this.to && this.folded.charCodeAt(at) !== 10 && !this.endsThought(at) && !isFullStop(text, at) && !isLongNumber(text, at)) {
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
    if (this.endsThought(at)) this.startThought(at + 1, code === 10);
    else if (isSeparator(this.folded, at)) this.startClause();
    if (code === 10) this.context.lineBreaks++;
    // What stands in closed brackets comments on the label, it does not name what follows: "IMEI (see invoice): 35…".
    if (code === 40) this.bracketOpen = true;
    else if (code === 41 && this.bracketOpen) this.forget();
    return at + 1;
  }

  private startThought(at: number, isLine: boolean): void {
    if (!isLine) this.context.sentenceEnded = true;
    this.forget();
    this.cuesInSentence.clear();
    this.near.clear();
    this.thoughtStart = at;
    this.wordsInThought = 0;
    this.startClause();
  }

  private startClause(): void {
    this.apart = true;
    this.placeOpen = false;
    this.wordsInClause = 0;
  }

  private forget(): void {
    delete this.context.named;
    delete this.context.namedBy;
    this.forgetStranger();
  }

  private forgetStranger(): void {
    delete this.context.stranger;
    delete this.context.placedOn;
    this.context.apart = false;
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
    if (folded.charCodeAt(at) > 0x2e00) this.unspaced = true;
    this.endsWithUnit =
      word.length <= 3 && at - 2 >= this.from && isDigit(folded.charCodeAt(folded.charAt(at - 1) === ' ' ? at - 2 : at - 1));
    const meanings = meaningsOf(word);
    const isFiller = fillers.has(word);
    const adjacent = this.previousEnd >= 0 && at - this.previousEnd <= 2;
    if (!isFiller && !isFunctional(meanings)) {
      context.content++;
      this.near.clear();
    }
    // "market.example" is an address, no example.
    const inAddress = folded.charCodeAt(at - 1) === 46;
    for (const meaning of meanings) if (!(inAddress && meaning === 'example')) this.addCue(meaning);
    this.takeName(word, meanings, isFiller, adjacent);
    if (meanings.has('place')) this.placeOpen = !meaningsOf(this.previous).has('numbering');
    else if (!isFiller) this.placeOpen = false;
    context.words++;
    this.wordsInThought++;
    this.wordsInClause++;
    this.previous = word;
    this.previousEnd = end;
    return end;
  }

  private takeName(word: string, meanings: ReadonlySet<Meaning>, isFiller: boolean, adjacent: boolean): void {
    const { context } = this;
    const name = nameIn(meanings);
    // "on the invoice" is a place, "numéro de facture" is a name.
    const isPlace = this.placeOpen && adjacent && (name === 'other' || name === 'contact');
    if (isPlace) context.placedOn = word;
    else if (name !== undefined && !this.isOvershadowed(name)) this.name(name, word);
    else if (meanings.has('numbering')) {
      if (context.named === undefined && adjacent && isUnknownNoun(this.previous)) this.name('unknown', `${this.previous} ${word}`);
      else if (context.named === undefined && meanings.has('vague')) this.name('vague', word);
      this.wordsSinceName = 0;
    } else if (meaningsOf(this.previous).has('numbering') && adjacent && context.named === undefined && isUnknownNoun(word)) {
      this.name('unknown', `${this.previous} ${word}`);
    } else if (meanings.has('proof') || meanings.has('model')) this.forgetStranger();
    else if (!isFiller) {
      if (++this.wordsSinceName > 3 && !this.isBehind) this.forgetName();
      if (!isFunctional(meanings) && !this.endsWithUnit) this.meetStranger(word);
    }
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
    this.context.contentBeforeName = this.context.content - (name === 'other' || name === 'contact' || name === 'price' ? 1 : 0);
    this.wordsSinceName = 0;
    this.apart = false;
  }

  private forgetName(): void {
    delete this.context.named;
    delete this.context.namedBy;
  }

  private meetStranger(word: string): void {
    this.context.stranger = word;
    this.context.apart ||= this.apart;
  }

  /** A full stop after "no" or "nr" ends no sentence, and a line that is only a label carries on into the next. */
  private endsThought(at: number): boolean {
    const { folded, previous } = this;
    const code = folded.charCodeAt(at);
    if (code === 10) {
      if (/[:：]\s?$/.test(folded.slice(Math.max(0, at - 2), at))) return false;
      return this.wordsInThought > MOST_LABEL_WORDS || folded.charCodeAt(at - 1) === 10;
    }
    if (code === 33 || code === 63 || code === 59 || code === 0x3002 || code === 0x0964 || code === 0x06d4) return true;
    if (code !== 46) return false;
    const next = folded.charCodeAt(at + 1);
    if ((next !== 32 && next !== 10) || previous.endsWith('nr') || meaningsOf(previous).has('numbering')) return false;
    // A short word before the stop may be cut off: "rek. 356…"; but not behind a whole clause, unless a number follows at once.
    if (previous.length > 4 || next === 10 || (this.isBehind && this.wordsInThought === 0) || this.endsWithUnit) return true;
    return this.wordsInClause > 2 && (previous.length > 3 || !isDigit(folded.charCodeAt(at + 2)));
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

/** A stop behind which a sentence starts with a capital: "order no. Comes with box"; but "nr. 5", "tracking nr. dhl". */
function isFullStop(text: string, at: number): boolean {
  const next = text.charAt(at + 2);
  return text.charAt(at) === '.' && text.charAt(at + 1) === ' ' && next !== next.toLowerCase();
}

/** Five digits in a row: another number, of which the words behind it speak. */
function isLongNumber(text: string, at: number): boolean {
  return isDigit(text.charCodeAt(at)) && isDigit(text.charCodeAt(at + 4)) && /^\d{5}/.test(text.slice(at, at + 5));
}

/**
 * "l'envers" and "dell'ordine" are looked up without their article, "e.g.", "z.B." and "a/c" without their signs; other apostrophes are
 * part of the word.
 */
function wordBetween(folded: string, at: number, end: number): string {
  const word = folded.slice(at, end);
  if (word.length <= 6 && /[./]/.test(word)) return word.replace(/[./]/g, '');
  return word.replace(/^(?:[ldnsjmtc]|qu|dell|sull|nell|all|un)['’ʼ`]/, '').replace(/['’ʼ`]/g, '');
}

const names = ['other', 'device', 'serial', 'contact', 'price', 'vague'] as const;

function isName(meaning: Meaning): meaning is (typeof names)[number] {
  return names.some((name) => name === meaning);
}

function nameIn(meanings: ReadonlySet<Meaning>): Name | undefined {
  if (meanings.size === 0) return undefined;
  return names.find((name) => meanings.has(name) && !(name === 'vague' && meanings.has('numbering')));
}

function isUnknownNoun(word: string): boolean {
  return word.length > 2 && !fillers.has(word) && meaningsOf(word).size === 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function wordEnd(folded: string, at: number, limit: number): number {
  let end = letterRunEnd(folded, at, limit);
  // One or two letters, a stop or slash, and a few more: an abbreviation.
  while (end - at <= 4 && '/.'.includes(folded.charAt(end) || ' ')) {
    const next = letterRunEnd(folded, end + 1, limit);
    if (next === end + 1 || next - end > 3 || (end - at > 2 && !/[./]/.test(folded.slice(at, end)))) break;
    end = next;
  }
  return end;
}

function letterRunEnd(folded: string, at: number, limit: number): number {
  let end = at;
  while (end < limit) {
    const code = folded.charCodeAt(end);
    if (isLetter(code) || ((code === 39 || code === 0x2019) && end > at && isLetter(folded.charCodeAt(end + 1)))) end++;
    else break;
  }
  return end;
}
