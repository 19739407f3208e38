/** What the writer of an advert wants: only a phone for sale can be a stolen phone for sale. */

import { appeals, brand, denial, notThePhone, service, spare, thing, thingLast, thrownIn, wanted } from './intent-words.ts';
import { faults } from './understanding/mark-damage.ts';

/** Only `sale` may become a Case; `appeal` is an owner asking for the phone back. */
export type Intent = 'sale' | 'appeal' | 'wanted' | 'accessory' | 'service';

/** English says it in many ways. */
const appealPatterns: { pattern: RegExp; points: 1 | 2 }[] = [
  { pattern: /\b(?:was|were|been|got|had) (?:\w+ ){0,2}(?:stolen|robbed|snatched|nicked|pickpocketed|mugged|pinched|swiped)\b/, points: 2 },
  {
    pattern:
      /\b(?:stolen|snatched|robbed|nicked|pinched|grabbed|taken) (?:\w+ ){0,2}(?:from (?:me|my|us|our|him|her|them)|off (?:me|my)|out of my)\b/,
    points: 2,
  },
  { pattern: /\bmy (?:\S+ ){0,5}(?:is|has gone|went|goes) (?:stolen|missing|lost)\b|\bmy (?:lost|stolen|missing)\b/, points: 2 },
  {
    pattern:
      /\b(?:if|should) (?:you|u|anyone|anybody|someone) (?:\w+ ){0,3}(?:sees?|spots?|finds?|found|offers?|offered|(?:try|tries|trying) to sell|comes? across)\b/,
    points: 1,
  },
];
/** A title that begins so is no offer. */
const appealTitle =
  /^[^\p{L}]*(?:stolen|(?:missing|lost)(?=[^\p{L}]*(?:my|our|stolen|i ?phone|phone|samsung|galaxy|pixel|apple|mobile|$))|robbed|theft|warning|beware|alert|gestohlen|vermisst|verloren|volé|perdu|robado|perdido|extraviado|rubato|smarrito|roubado|furtado|skradzion\p{L}*|zgubion\p{L}*|zagin\p{L}*|gestolen|vermist|furat|pierdut|ukraden\p{L}*|ztracen\p{L}*|çalındı|kayıp|украд\p{L}*|украли|потер\p{L}*|утерян\p{L}*|вкрали|викраден\p{L}*|загублен\p{L}*)(?!\p{L})/u;

/** Long enough for any honest advert, short enough for the patterns. */
const longestTitle = 300;
const longestDescription = 10_000;

/** Reads the intent from title and description; whatever shows no other sign is a sale. */
export function readIntent(text: { title: string; description: string }): Intent {
  const title = plain(text.title.slice(0, longestTitle));
  const all = `${title} . ${plain(text.description.slice(0, longestDescription))}`;
  if (isAppeal(title, all)) return 'appeal';
  if (wanted.test(title)) return 'wanted';
  if (service.test(title)) return 'service';
  return isAccessory(title, all) ? 'accessory' : 'sale';
}

function isAppeal(title: string, all: string): boolean {
  const said = all.replace(denial, ' ');
  if (appealTitle.test(title.replace(denial, ' '))) return true;
  const words = appeals.in(said).map((kind) => (kind === 'stolen' || kind === 'plea' ? 2 : 1));
  const patterns = appealPatterns.filter(({ pattern }) => pattern.test(said)).map(({ points }) => points);
  return [...words, ...patterns].reduce((sum: number, points) => sum + points, 0) >= fewestPoints;
}

/** "Stolen" alone may be a buyer's or an honest seller's word. */
const fewestPoints = 2;

/** A thing before the name of the phone is for it; at the end it is one too, unless it comes with the phone. */
function isAccessory(title: string, all: string): boolean {
  if (notThePhone.test(all)) return true;
  const offered = title.replace(forSale, '');
  const head = offered.slice(0, brand.exec(offered)?.index ?? offered.length);
  if (isOffered(thing, head) || (isOffered(spare, head) && faults.in(head).length === 0)) return true;
  // Only a phone has a size of storage; what else such a title names comes with it.
  if (/\d\s?(?:gb|tb|гб|go)(?!\p{L})/u.test(offered)) return false;
  const last = thingLast.exec(offered);
  if (last === null || thrownIn.test(offered.slice(0, last.index))) return false;
  return last.groups?.['spare'] === undefined || faults.in(offered).length === 0;
}

const forSale =
  /(?<!\p{L})(?:for sale|zu verkaufen|à vendre|en venta|in vendita|à venda|na sprzedaż|te koop|de vânzare|na prodej|satılık)[^\p{L}]*$/u;

function isOffered(things: RegExp, head: string): boolean {
  const found = things.exec(head);
  return found !== null && !thrownIn.test(head.slice(0, found.index));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[’`]/g, "'").replace(/\s+/g, ' ').trim();
}
