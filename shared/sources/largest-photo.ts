/** The largest form in which a photo is to be had: most numbers that cannot be read stand too small in the photo that was fetched. */

/** Read no further: a page may name as many sizes as it likes, and shows a few. */
const longestSrcset = 20_000;

/**
 * The address of the largest picture that a `srcset` offers (HTML, section 4.8.4.2.2): `a.jpg 400w, b.jpg 1200w` → `b.jpg`, `a.jpg, b.jpg 2x` →
 * `b.jpg`. A bare address is itself: it may hold commas, as those of image services do.
 */
export function largestCandidate(srcset: string): string {
  const text = srcset.slice(0, longestSrcset);
  let best = { address: '', size: -2 };
  let at = 0;
  while (at < text.length) {
    while (at < text.length && (isBlank(text[at]) || text[at] === ',')) at++;
    const start = at;
    while (at < text.length && !isBlank(text[at])) at++;
    let address = text.slice(start, at);
    let descriptor = '';
    if (address.endsWith(',')) {
      let end = address.length;
      while (address[end - 1] === ',') end--;
      address = address.slice(0, end);
    } else {
      const from = at;
      at = endOfDescriptors(text, at);
      descriptor = text.slice(from, at);
    }
    const size = sizeOf(descriptor);
    if (address !== '' && size > best.size) best = { address, size };
  }
  return best.address;
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r' || character === '\f';
}

/** At the comma that begins the next candidate; one inside of brackets is none. */
function endOfDescriptors(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth = Math.max(0, depth - 1);
    else if (text[at] === ',' && depth === 0) return at;
  }
  return text.length;
}

/** Widths and densities do not stand in one set; a candidate that says neither is of density 1, and one that says nonsense is chosen last. */
function sizeOf(descriptor: string): number {
  const words = descriptor.trim().split(/\s+/).slice(0, 4);
  if (words[0] === '') return 1;
  const said = words.map((word) => /^(\d{1,6}(?:\.\d{1,4})?)[wx]$/.exec(word)?.[1]).find((number) => number !== undefined);
  return said === undefined ? -1 : Number(said);
}

/** A piece of the addresses of a platform's photos, and what stands there in that of a larger one: `_600x450` and `_1200x900`. */
export interface LargerPhoto {
  replace: string;
  by: string;
}

/** The address of a larger form of a photo, by the first rule that fits; undefined where none does, or the address would leave its host. */
export function largerAddress(address: string, rules: readonly LargerPhoto[] = []): string | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  const path = url.href.slice(url.origin.length);
  for (const { replace, by } of rules) {
    const at = path.lastIndexOf(replace);
    if (at === -1) continue;
    const larger = URL.parse(url.origin + path.slice(0, at) + by + path.slice(at + replace.length));
    return larger === null || larger.origin !== url.origin || larger.href === url.href ? undefined : larger.href;
  }
  return undefined;
}
