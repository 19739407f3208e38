/** How much a phone holds, in gigabytes, as people write it: `128GB`, `256 gig`, `512g`, `0.256TB`, `1 TB`, `8/256`, `128 гб`. */

import { latinised } from '../catalogue/scripts.ts';

const sizes = new Set([8, 16, 32, 64, 128, 256, 512, 1024, 2048]);

const gigabytes = /(?<!\d)(?<!\d[.,/])(\d{1,4})\s?(?:gb|bg|gbs|gig|gigs|giga|gigas|gigabytes?|go|g)(?![a-z\d])/g;
const terabytes = /(?<![\d.,])(0?[.,]\d{2,3}|[12])\s?t[bo](?![a-z\d])/g;
const pair = /(?<!\d)(\d{1,2})\s?(?:gb)?\s?[/+]\s?(\d{2,4})(?:\s?gb)?(?!\d)/g;
const memory = /(?<!\d)\d{1,2}\s?gb\s?(?:of\s|de\s)?ram\b|\bram\s?:?\s?\d{1,2}\s?gb/g;
/** Two sizes with nothing but a sign or an "or" between them: a shop has both. */
const choice =
  /(?<!\d)\d{2,4}\s?(?:gb|gig|go|g)?\s?(?:[|/,&-]|\bor\b|\bou\b|\boder\b|\bили\b)?\s?(?:\d{2,4}\s?(?:gb|gig|go|g)|[12]\s?tb)(?![a-z\d])/g;

/** The first size that a phone can have, or nothing where several are on offer; "8/256" is memory and storage, and memory is not storage. */
export function readStorage(text: string): number | undefined {
  const lower = latinised(text.toLowerCase()).replace(memory, ' ');
  if (offersSeveral(lower)) return undefined;
  for (const match of lower.matchAll(terabytes)) {
    const size = Math.round(Number(match[1]?.replace(',', '.')) * 1000);
    const known = size >= 1000 ? (size / 1000) * 1024 : size;
    if (sizes.has(known)) return known;
  }
  for (const match of lower.matchAll(pair)) {
    const [inner, outer] = [Number(match[1]), Number(match[2])];
    if (inner <= 24 && outer >= 32 && sizes.has(outer)) return outer;
  }
  const found = [...lower.matchAll(gigabytes)].map((match) => Number(match[1])).map((size) => (size === 1000 ? 1024 : size));
  // 8 and 16 are as often memory as storage, so a larger size beside them wins.
  return found.find((size) => size >= 32 && sizes.has(size)) ?? found.find((size) => sizes.has(size));
}

/** A title may leave the unit out: `iPhone 8 plus 64 space gray`. Smaller numbers than 64 are anything. */
export function readStorageOfTitle(title: string): number | undefined {
  const lower = latinised(title.toLowerCase());
  if (/\d\s?(?:gb|tb)(?![a-z])/.test(lower)) return readStorage(title);
  const bare = [...lower.matchAll(/(?<=[\s,(-]|^)(64|128|256|512)(?=[\s,)-]|$)(?!\s?(?:mp|hz|eur|euro|lv|zl|zł|kr|lei|usd|gbp|€|£|\$))/g)];
  const distinct = new Set(bare.map((match) => Number(match[1])));
  return distinct.size === 1 ? [...distinct][0] : readStorage(title);
}

/** A field that holds nothing but the size: `256`, `256 GB`, `1TB`. */
export function readStorageField(text: string): number | undefined {
  const bare = Number(/^\s*(\d{1,4})\s*$/.exec(text)?.[1]);
  return sizes.has(bare) ? bare : readStorage(text);
}

/** Both sides of the sign must be sizes of storage: "8/256GB" and "S21 128GB" are one. */
function offersSeveral(lower: string): boolean {
  for (const match of lower.matchAll(choice)) {
    const [first = 0, second = 0] = (match[0].match(/\d+/g) ?? []).map((size) => (size.length === 1 ? 1024 * Number(size) : Number(size)));
    if (first !== second && first >= 32 && sizes.has(first) && sizes.has(second) && second >= 32) return true;
  }
  return false;
}
