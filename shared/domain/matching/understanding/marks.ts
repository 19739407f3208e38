/** Reads damage and marks out of a text: `letters A.M. carved into the back` is an engraving of the value `am`. */

import { bearers, brokenByDenial, denials, faults, fillers, parts } from './mark-words.ts';

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
  for (const clause of clausesOf(text)) {
    for (const mark of marksIn(clause)) {
      const key = `${mark.kind}:${mark.value.join(' ')}`;
      if (!found.has(key)) found.set(key, mark);
    }
  }
  return [...found.values()];
}

/** `A.M.` and `a. m` are one word, and must be so before full stops part the clauses. */
function joinInitials(text: string): string {
  return text.replace(/(?<![\p{L}\d])(\p{L})[.·]\s?(\p{L})(?:[.·]\s?(\p{L}))?(?![\p{L}\d])[.·]?/gu, '$1$2$3');
}

function clausesOf(text: string): string[] {
  return joinInitials(text)
    .split(/[.;:!?\n•|]+|,\s|\s[-–—]\s|\b(?:but|also|otherwise|apart from that|aber|mais|pero)\b/i)
    .map((clause) => clause.trim())
    .filter((clause) => clause.length > 2 && clause.length < 300);
}

function marksIn(clause: string): Mark[] {
  const lower = ` ${clause.toLowerCase().replaceAll('’', "'").replace(/\s+/g, ' ')} `;
  const bearer = firstOf(bearers, lower);
  const said = clause.slice(0, 160);
  if (bearer !== undefined && !denials.test(lower)) return [{ kind: bearer, value: valueIn(clause, bearer), said }];
  const damage = damageIn(lower);
  if (damage.length === 0) return [];
  return damage.map((kind) => ({ kind, value: kind === 'screen line' ? lineColour(lower) : [], said }));
}

/** Each fault with the parts of its clause: `cracked screen and back` is two. A fault without a part is the body's. */
function damageIn(lower: string): string[] {
  const wrong = faults.filter(([, stems]) => stems.some((stem) => hasStem(lower, stem))).map(([fault]) => fault);
  const fault = wrong[0];
  if (fault === undefined || /\bprotector\b/.test(lower)) return [];
  const dead = wrong.includes('dead') || brokenByDenial.test(lower);
  if (denials.test(lower) && !dead) return [];
  if (fault === 'worn') return ['worn'];
  // A part "not original" is a denial in form only, like one that does not work.
  if (fault === 'line' || fault === 'burn') return [`screen ${fault}`];
  const named = partsIn(lower);
  if (fault === 'bent' && named.length === 0) return ['edge bent'];
  if (named.length === 0) return bareCrack.test(lower) && !dead ? ['screen broken'] : [];
  return combine(named, fault, dead);
}

/** What is cracked without a word of where is the screen; what is missing or damaged may be anything. */
const bareCrack = /\b(?:crack|smash|shatter|spider|hairline|gesprungen|fissur|agrietad|pęknięt|zbit|gebarsten)/;

const surelyScreen = /\b(?:screen|display|front|lcd|oled|bildschirm|écran|ecran|pantalla|schermo|ekran|scherm)/;

/** "Rear panel" and "camera glass" are not the screen, and a "rear lens" is not the back. */
function partsIn(lower: string): string[] {
  const named = parts.filter(([, stems]) => stems.some((stem) => hasStem(lower, stem))).map(([part]) => part);
  return named.filter((part) => {
    if (part === 'screen') return named.length === 1 || surelyScreen.test(lower);
    return part !== 'back' || !named.includes('lens') || / and /.test(lower);
  });
}

const electric = new Set(['face-id', 'fingerprint', 'battery', 'speaker', 'port', 'button', 'wifi']);

function combine(named: string[], fault: string, dead: boolean): string[] {
  const [failing, physical] = [named.filter((part) => electric.has(part)), named.filter((part) => !electric.has(part))];
  if (dead || failing.length > 0) return failing.length > 0 ? failing.map((part) => `${part} dead`) : [];
  // A chip, a crack and a dent of the frame are one thing to those who describe them.
  if (fault === 'bent' || physical.join() === 'edge') return ['edge bent'];
  return physical.map((place) => `${place} ${fault}`);
}

const plainColours = /\b(?:green|pink|white|black|purple|blue|red|yellow|grey|gray|orange)\b/;

function lineColour(lower: string): string[] {
  const colour = plainColours.exec(lower)?.[0];
  return colour ? [colour] : [];
}

function firstOf(table: [string, string[]][], lower: string): string | undefined {
  return table.find(([, stems]) => stems.some((stem) => hasStem(lower, stem)))?.[0];
}

/** Long stems fit any ending ("crack", "cracked"); up to four letters they must be the word itself or its plural. */
function hasStem(lower: string, stem: string): boolean {
  for (let at = lower.indexOf(stem); at > 0; at = lower.indexOf(stem, at + 1)) {
    if (letter.test(lower[at - 1] ?? ' ')) continue;
    const following = lower.slice(at + stem.length, at + stem.length + 2).replace(/^s/, '');
    if (stem.length > 4 || !letter.test(following[0] ?? ' ')) return true;
  }
  return false;
}

const letter = /[\p{L}\d]/u;

function valueIn(clause: string, bearer: string): string[] {
  const quoted = /["“'‘]([^"”'’]{1,40})["”'’]/.exec(clause)?.[1];
  const words = (quoted ?? clause).toLowerCase().match(/[\p{L}\d]+/gu) ?? [];
  // The verb of an engraving is no part of its text, but a "bumper" tells one cover from another.
  const verbs = bearer === 'cover' ? [] : (bearers.find(([type]) => type === bearer)?.[1] ?? []);
  const kept = words.filter((word) => !fillers.has(word) && !verbs.some((stem) => word.startsWith(stem)));
  return [...new Set(kept)].slice(0, 6);
}

/** Marks that single a phone out, against damage that thousands share. */
export function isRare(mark: Mark): boolean {
  return bearers.some(([type]) => type === mark.kind) || (mark.kind === 'screen line' && mark.value.length > 0);
}
