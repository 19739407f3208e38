/** Reads damage and marks out of a text: `letters A.M. carved into the back` is an engraving of the value `am`. */

import { plainColoursIn } from './colour.ts';
import { bearers, colouredKinds, fillers } from './mark-bearers.ts';
import { brokenByDenial, denials, faults, parts, surelyScreen } from './mark-damage.ts';
import { motifOf } from './mark-motifs.ts';
import { romanised } from './romanise.ts';

/** `letters A.M. carved into the back` is `{ kind: 'engraving', value: ['am'] }`. */
export interface Mark {
  /** Common damage names part and fault (`back broken`, `screen line`); a mark that bears a value names its kind (`engraving`). */
  kind: string;
  /** What it bears, in tokens without grammar: `["am"]`, `["union", "jack"]`, `["green"]`. Empty for damage, or when it could not be read. */
  value: string[];
  /** The clause it was read from. */
  said: string;
}

/** All marks named, one of a kind and value each, in the order they stand. What is denied ("no cracks") is not there. */
export function readMarks(text: string): Mark[] {
  const found = new Map<string, Mark>();
  let before = '';
  for (const clause of clausesOf(text)) {
    for (const mark of marksIn(clause, before)) {
      const key = `${mark.kind}:${mark.value.join(' ')}`;
      if (!found.has(key)) found.set(key, mark);
    }
    before = clause;
  }
  return [...found.values()];
}

/** The text without its clauses that speak of marks: what is green about a "green line" is not the phone. */
export function withoutMarks(text: string, marks: Mark[]): string {
  return marks.filter(({ value }) => value.length > 0).reduce((rest, { said }) => rest.replace(said, ' . '), joinInitials(text));
}

/** `A.M.` and `a. m` are one word, and must be so before full stops part the clauses. */
function joinInitials(text: string): string {
  return text.replace(/(?<![\p{L}\d])(\p{L})[.·]\s?(\p{L})(?:[.·]\s?(\p{L}))?(?![\p{L}\d])[.·]?/gu, '$1$2$3');
}

function clausesOf(text: string): string[] {
  return joinInitials(text)
    .split(
      /[.;:!?\n•|]+|,\s|\s[-–—]\s|\s\/\s|(?<![\p{L}\d])(?:but|also|otherwise|apart from that|aber|mais|pero|però|mas|ale|maar|dar|но|але)(?![\p{L}\d])/iu,
    )
    .reduce(withItsColour, [])
    .map((clause) => clause.trim())
    .filter((clause) => clause.length > 2 && clause.length < 300);
}

/** "Replacement SIM tray, gold": a colour that stands alone belongs to what was said before it. */
function withItsColour(clauses: string[], clause: string): string[] {
  const words = clause.trim().split(/\s+/);
  if (clauses.length > 0 && words.length <= 2 && words.every((word) => plainColoursIn(word).length > 0))
    clauses.push(`${clauses.pop()}, ${clause}`);
  else clauses.push(clause);
  return clauses;
}

function marksIn(clause: string, before: string): Mark[] {
  const lower = clause.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ');
  const denied = denials.test(lower);
  const said = clause.slice(0, 160);
  if (protectors.test(lower)) return [];
  const [bearer] = bearers.in(lower);
  const damage = damageIn(lower, denied);
  // What is dented is the body, though Spanish calls it by the word for a cover.
  const bears = bearer !== undefined && !isDenied(lower, bearer) && (bearer !== 'cover' || damage.length === 0);
  if (bears) {
    const value = valueIn(clause, lower, bearer);
    return [
      { kind: bearer, value: value.length > 0 || !quotes.test(before) ? value : valueIn(before, before.toLowerCase(), bearer), said },
    ];
  }
  return damage.map((kind) => ({ kind, value: kind === 'screen line' || kind === 'tray' ? plainColoursIn(lower) : [], said }));
}

/** "Says Marta on the back, it is engraved": what it bears stands in the clause before. */
const quotes =
  /(?<!\p{L})(?:says|reads|saying|spells|steht|dice|pone|está escrito|écrit|scritto|escrito|napis\p{L}*|staat|scrie|написано|надпись)(?!\p{L})/iu;

/** A glass or film that protects is put on every second phone, and cracks in its stead. */
const protectors =
  /protector|panzerglas|schutzglas|schutzfolie|displayfolie|tempered|verre trempé|film de protection|cristal templado|templad|pellicola protettiva|vetro temperato|película protetora|hartowan|folia ochronna|beschermglas|beschermfolie|folie de protecție|защитн|захисн/u;

/** "No engraving" is none; "engraved AM, not removable" and "a sticker I could not get off" are. */
function isDenied(lower: string, bearer: string): boolean {
  const denial = denials.exec(lower);
  if (!denial) return false;
  const before = lower.slice(0, denial.index);
  return !bearers.in(before).some((kind) => kind === bearer);
}

/** Each fault with the parts of its clause: `cracked screen and back` is two. A fault without a part is the body's. */
function damageIn(lower: string, denied: boolean): string[] {
  if (deadPixels.test(lower)) return ['screen spot'];
  const wrong = faults.in(lower);
  const named = partsIn(lower);
  if (named.includes('tray') && plainColoursIn(lower).length > 0) return ['tray'];
  const fault = wrong[0];
  if (denied && !wrong.includes('dead') && !brokenByDenial.test(lower)) return absentIn(lower, named);
  if (fault === undefined) return [];
  const dead = wrong.includes('dead') || brokenByDenial.test(lower);
  if (fault === 'worn' && !dead) return ['worn'];
  if (fault === 'burn') return ['screen burn'];
  // "The bottom line", "spot on": of the screen only where the screen, a pixel or a line's colour is named.
  if (fault === 'line' || fault === 'spot' || fault === 'tint')
    return named.includes('screen') || (fault === 'line' && plainColoursIn(lower).length > 0) ? [`screen ${fault}`] : [];
  if (fault === 'bent' && named.length === 0) return ['edge bent'];
  if (named.length === 0) return bareCrack.test(lower) && !dead ? ['screen broken'] : [];
  return combine(named, fault, dead);
}

/** "No Face ID" is a fault in the form of a denial; "no problems with Face ID" is not. */
function absentIn(lower: string, named: string[]): string[] {
  const sensor = named.find((part) => part === 'face-id' || part === 'fingerprint');
  return sensor !== undefined && lower.split(' ').length <= 4 ? [`${sensor} dead`] : [];
}

const deadPixels =
  /(?<!\p{L})(?:dead|stuck|burnt|tote?|dode|martwe|ölü|битый|битые|мёртвы[ей]|мертвы[ей]|биті) (?:pixel|piksel|пиксел|піксел)|(?:pix\p{L}{1,4}|píxel(?:es)?) (?:mort|muert|bruciat|quemad|morți)|pixelfehler/u;

/** What is cracked without a word of where is the screen; what is missing or damaged may be anything. */
const bareCrack =
  /(?<!\p{L})(?:crack|smash|shatter|spider|hairline|gesprungen|displaybruch|fissur|agrietad|pęknięt|zbit|gebarsten|разбит|трещин|rajad|rachad)/u;

/** "Rear panel" and "camera glass" are not the screen, and a "rear lens" is not the back. */
function partsIn(lower: string): string[] {
  const named = parts.in(lower);
  return named.filter((part) => {
    if (part === 'screen') return named.length === 1 || surelyScreen.in(lower).length > 0;
    return part !== 'back' || !named.includes('lens') || / (?:and|und|et|y|e|i|en|și|и) /.test(lower);
  });
}

const electric = new Set(['face-id', 'fingerprint', 'battery', 'speaker', 'microphone', 'port', 'button', 'wifi', 'vibration']);

function combine(named: string[], fault: string, dead: boolean): string[] {
  const [failing, physical] = [named.filter((part) => electric.has(part)), named.filter((part) => !electric.has(part))];
  if (dead || failing.length > 0) return failing.length > 0 ? failing.map((part) => `${part} dead`) : [];
  // A chip, a crack and a dent of the frame are one thing to those who describe them.
  if (fault === 'bent' || physical.join() === 'edge') return ['edge bent'];
  return physical.map((place) => `${place} ${fault}`);
}

function valueIn(clause: string, lower: string, bearer: string): string[] {
  if (colouredKinds.has(bearer)) return plainColoursIn(lower);
  // An apostrophe inside a word opens no quotation.
  const quoted = /(?<!\p{L})["“„'‘«]([^"”“'’»]{1,40})["”“'’»](?!\p{L})/u.exec(clause)?.[1] ?? clause;
  const words = joinSingles(quoted.match(/[\p{L}\d][\p{L}\p{M}\d]*/gu) ?? []);
  const shouted = clause === clause.toUpperCase();
  const kept = words.filter((written) => {
    const word = written.toLowerCase();
    // Initials are written large, and may spell a word of grammar: "AM" is not the German "am".
    if (bearer === 'engraving' && !shouted && /^\p{Lu}{2,4}$/u.test(written)) return true;
    if (/^\p{Ll}$/u.test(written)) return false;
    // The words of the kind itself are no part of what it bears, but a "bumper" tells one cover from another.
    return !fillers.has(word) && (bearer === 'cover' ? !coverWords.has(word) : !bearers.knows(word)) && !parts.knows(word);
  });
  // "am engraved": two letters beside the word are initials, whatever they spell.
  const beside =
    bearer === 'engraving' && kept.length === 0 ? /(?<!\p{L})(\p{L}{2}) engrav|engraved (\p{L}{2})(?!\p{L})/u.exec(lower) : null;
  const initials = beside?.[1] ?? beside?.[2];
  if (initials !== undefined && !/^(?:is|on|in|at|it|my|by|so|to)$/.test(initials)) kept.push(initials);
  return [...new Set(kept.map((word) => meaningOf(word.toLowerCase(), bearer)))].slice(0, 6);
}

/** Pictures and colours by one name in all languages; what is engraved or printed on a tag is taken to the letter. */
function meaningOf(word: string, bearer: string): string {
  if (bearer === 'engraving' || bearer === 'tag') return romanised(word);
  return motifOf(word) ?? plainColoursIn(word)[0] ?? romanised(word);
}

const coverWords = new Set('case cover hülle coque funda custodia capa etui hoesje husă obal kılıf чехол чохол'.split(' '));

/** `A & M`, `A+M` and `(A M)` are initials like AM; small letters that stand alone are grammar. */
function joinSingles(words: string[]): string[] {
  const joined: string[] = [];
  let single = false;
  for (const word of words) {
    const letter = /^\p{Lu}$/u.test(word);
    if (letter && single) joined[joined.length - 1] += word;
    else joined.push(word);
    single = letter;
  }
  return joined;
}

/** Whether both clauses call the mark by the same word, as two people of one language do: "sticker", "наклейка". */
export function areToldAlike(a: Mark, b: Mark): boolean {
  const words = new Set(wordsOfKind(a));
  return wordsOfKind(b).some((word) => words.has(word));
}

function wordsOfKind({ said }: Mark): string[] {
  return (said.toLowerCase().match(/\p{L}+/gu) ?? []).filter((word) => bearers.knows(word));
}

const rareKinds = new Set(['tag', 'engraving', 'sticker', 'film', 'paint', 'jewel', 'bite', 'tape', 'cover', 'tray']);

/** Marks that single a phone out, against damage that thousands share. */
export function isRare(mark: Mark): boolean {
  return rareKinds.has(mark.kind) || (mark.kind === 'screen line' && mark.value.length > 0);
}
