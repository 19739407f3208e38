/** Whether two photos are one, as far as their fingerprints tell. */

import type { Fingerprint, View } from './fingerprint.ts';

/** `same`: no doubt that a person would have; `alike`: worth a look beside other evidence; `different`. */
export type Likeness = 'same' | 'alike' | 'different';

export interface Comparison {
  likeness: Likeness;
  /** Bits that differ in the two views nearest to each other: of 64, and of 256. */
  coarse: number;
  fine: number;
}

/** Most bits of the coarse hash that may differ, and of the fine one that confirms it: docs/photos.md says what they let through. */
const limits = { same: { coarse: 8, fine: 40 }, alike: { coarse: 10, fine: 56 } } as const;
const order = { same: 0, alike: 1, different: 2 } as const;

/** Symmetric: each photo may be the copy of the other. */
export function comparePhotos(a: Fingerprint, b: Fingerprint): Comparison {
  let best: Comparison = { likeness: 'different', coarse: 64, fine: 256 };
  for (const [kept, asked] of [
    [a.kept, b.asked],
    [b.kept, a.asked],
  ] as const) {
    for (const one of kept) {
      for (const other of asked) {
        const compared = compareViews(one, other, best);
        if (compared !== undefined) best = compared;
      }
    }
  }
  return best;
}

function compareViews(one: View, other: View, best: Comparison): Comparison | undefined {
  const coarse = bitsApart(one.coarse, other.coarse);
  if (coarse > limits.alike.coarse) return undefined;
  const fine = bitsApart(one.fine, other.fine);
  const likeness = (['same', 'alike'] as const).find((each) => coarse <= limits[each].coarse && fine <= limits[each].fine) ?? 'different';
  const isBetter = order[likeness] < order[best.likeness] || (likeness === best.likeness && coarse + fine < best.coarse + best.fine);
  return isBetter ? { likeness, coarse, fine } : undefined;
}

/** How many bits differ in two hexadecimal numbers of one length. */
function bitsApart(a: string, b: string): number {
  let apart = 0;
  for (let at = 0; at < a.length; at += 8) {
    let both = Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16);
    while (both !== 0) {
      both &= both - 1;
      apart++;
    }
  }
  return apart;
}
