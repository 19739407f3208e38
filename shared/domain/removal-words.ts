/** What may be said of a listing under notice, in the words that console and command line share. */

import type { Look, RemovalClaim, Verification } from './verification.ts';

/** Follows a listing or stands alone: `Listing 88120734: removed, verified`. */
export const claimWords: Record<RemovalClaim, string> = {
  removed: 'removed, verified',
  returned: 'was gone and is offered again',
  offered: 'still offered',
  'not-known': 'not known yet',
};

export const takenBackWords = 'notice taken back';

const seen: Record<Look['liveness'], string> = { live: 'still offered', gone: 'gone', unknown: 'could not be seen' };

/** `gone (HTTP 410)` */
export function lookWords({ liveness, because }: Pick<Look, 'liveness' | 'because'>): string {
  return `${seen[liveness]} (${because})`;
}

/** `recalled`, `recalled for 1 of 3 listings`; undefined while all of a notice stands. */
export function recallWords(verifications: readonly Pick<Verification, 'recalledAt'>[]): string | undefined {
  const recalled = verifications.filter(({ recalledAt }) => recalledAt !== undefined).length;
  if (recalled === 0) return undefined;
  return recalled === verifications.length ? 'recalled' : `recalled for ${recalled} of ${verifications.length} listings`;
}
