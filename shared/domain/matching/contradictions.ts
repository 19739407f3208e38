/** What speaks against an equal identifier, shown to the reviewer first. */

import type { Comparison } from './sides.ts';

const makes: Record<string, RegExp> = {
  apple: /\b(?:apple|iphone|i phone)\b/,
  samsung: /\b(?:samsung|galaxy)\b/,
  google: /\b(?:google pixel|pixel)\b/,
  huawei: /\bhuawei\b/,
  xiaomi: /\b(?:xiaomi|redmi|poco)\b/,
  oneplus: /\bone ?plus\b/,
  motorola: /\b(?:motorola|moto)\b/,
};

/** `model-differs`, `several-records`, `several-listings`. */
export function contradictionsOf(comparison: Comparison): string[] {
  const flags: string[] = [];
  if (modelDiffers(comparison)) flags.push('model-differs');
  if ((comparison.context.otherRecordsWithIdentifier ?? 0) > 0) flags.push('several-records');
  if (comparison.context.otherListingsWithIdentifier > 0) flags.push('several-listings');
  return flags;
}

function modelDiffers({ listing, record }: Comparison): boolean {
  const offered = makesIn(listing.title);
  const stolen = makesIn(`${record.make ?? ''} ${record.model ?? ''}`);
  return offered.length > 0 && stolen.length > 0 && !offered.some((make) => stolen.includes(make));
}

function makesIn(text: string): string[] {
  const lower = text.toLowerCase();
  return Object.keys(makes).filter((make) => makes[make]?.test(lower));
}
