/**
 * A fingerprint of a text by which near-same texts are found without being compared one by one: MinHash over pairs of neighbouring words
 * (Broder, "On the resemblance and containment of documents", 1997). The share of places in which two prints agree estimates how many of
 * all their word pairs the texts have in common.
 */

const places = 6;
/** Places of one band: texts that agree in a whole band meet. With two bands of three, texts that share 90 of 100 pairs meet in 93 of 100 cases. Each band is a write and a query. */
const placesPerBand = 3;
/** Fewer words are said of a thousand phones alike. */
const fewestWords = 4;
/** Read no further: an advert says what it is about at its beginning. */
const mostWords = 600;

/** Word pairs of a text, in lower case: `iPhone 13, boxed` → `iphone 13`, `13 boxed`. Of any script. */
export function wordPairs(text: string): Set<string> {
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, mostWords) ?? [];
  return new Set(words.slice(1).map((word, index) => `${words[index]} ${word}`));
}

/** Six numbers, or none for a text too short to tell one advert from another. */
export function textPrint(text: string): number[] {
  const pairs = [...wordPairs(text)];
  if (pairs.length < fewestWords - 1) return [];
  const least = new Array<number>(places).fill(0xffffffff);
  for (const pair of pairs) {
    const hash = hashOf(pair);
    for (let place = 0; place < places; place += 1) least[place] = Math.min(least[place] ?? 0, mixed(hash, place));
  }
  return least;
}

/** What near-same texts have in common, a name a band: `0:1f3a…`. */
export function bandsOf(print: readonly number[]): string[] {
  const bands: string[] = [];
  for (let at = 0; at + placesPerBand <= print.length; at += placesPerBand) {
    bands.push(
      `${at / placesPerBand}:${print
        .slice(at, at + placesPerBand)
        .map((value) => value.toString(36))
        .join('.')}`,
    );
  }
  return bands;
}

/** 0 to 1; of texts without a print 0. */
export function likenessOfPrints(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || one.length !== other.length) return 0;
  return one.filter((value, place) => value === other[place]).length / one.length;
}

/** The share of all word pairs of two texts that stand in both, 0 to 1. */
export function likenessOfTexts(one: string, other: string): number {
  const [a, b] = [wordPairs(one), wordPairs(other)];
  const shared = [...a].filter((pair) => b.has(pair)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** One hash turned into many: multiplied by an odd number and stirred (the finaliser of MurmurHash3). */
function mixed(hash: number, place: number): number {
  let value = Math.imul(hash ^ Math.imul(place + 1, 0x9e3779b1), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
