/** How much a phone holds, in gigabytes, as people write it: `128GB`, `256 gig`, `512g`, `0.256TB`, `1 TB`, `8/256`. */

const sizes = new Set([8, 16, 32, 64, 128, 256, 512, 1024, 2048]);

const gigabytes = /(?<![\d.,/])(\d{1,4})\s?(?:gb|gig|gigs|gigabytes?|go|гб|g)(?![a-z\d])/g;
const terabytes = /(?<![\d.,])(0?[.,]\d{2,3}|[12])\s?tb(?![a-z\d])/g;
const pair = /(?<!\d)(\d{1,2})\s?(?:gb)?\s?[/+]\s?(\d{2,4})(?:\s?gb)?(?!\d)/g;
const memory = /(?<!\d)\d{1,2}\s?gb\s?(?:of\s)?ram\b|\bram\s?:?\s?\d{1,2}\s?gb/g;

/** The first size that a phone can have; "8/256" is memory and storage, and memory is not storage. */
export function readStorage(text: string): number | undefined {
  const lower = text.toLowerCase().replace(memory, ' ');
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
