/** How much of what the demo marketplace hides was found: the measure that later work raises. */

import type { Case } from '../../shared/domain/case.ts';
import type { TruthEntry } from '../marketplace/truth.ts';

export interface Found {
  expected: number;
  found: number;
}

export interface TruthCheck {
  /** Numbers written so that anyone can read them. */
  plain: Found;
  /** Numbers masked, spelled out, split, hidden. */
  obfuscated: Found;
  /** Marks without a number. */
  described: Found;
  /** Listings that ought not to be cases and are; `source/item: why not`. */
  wronglyQueued: string[];
}

/** What the marketplace knows of itself at this moment. */
interface Marketplace {
  truth(): readonly TruthEntry[];
  stands(source: string, itemId: string): boolean;
}

export function checkTruth(marketplace: Marketplace, cases: readonly Case[]): TruthCheck {
  const truth = marketplace.truth();
  const queued = new Set(cases.map(({ listing, match }) => pairName(listing.source, listing.itemId, match.recordReference)));
  const isQueued = (entry: TruthEntry) => queued.has(pairName(entry.site, entry.itemId, entry.reference));
  const count = (prefix: string): Found => {
    const expected = truth.filter((entry) => entry.expectCase && entry.written.startsWith(prefix));
    return { expected: expected.length, found: expected.filter(isQueued).length };
  };
  const carriers = new Set(truth.map(({ site, itemId }) => JSON.stringify([site, itemId])));
  /** A number that its page shows of a neighbour. */
  function isOfAnother({ listing: { source, itemId }, match: { evidenceKind } }: Case): boolean {
    return evidenceKind !== 'description' && marketplace.stands(source, itemId) && !carriers.has(JSON.stringify([source, itemId]));
  }
  return {
    plain: count('plain'),
    obfuscated: count('obfuscated'),
    described: count('described'),
    wronglyQueued: [
      ...truth.filter((entry) => !entry.expectCase && isQueued(entry)).map((entry) => `${entry.site}/${entry.itemId}: ${entry.trap}`),
      ...cases.filter(isOfAnother).map(({ listing }) => `${listing.source}/${listing.itemId}: carries no number`),
    ],
  };
}

export function truthText({ plain, obfuscated, described, wronglyQueued }: TruthCheck): string {
  const of = ({ found, expected }: Found) => `${found} of ${expected}`;
  return [
    'Of the stolen phones that the demo marketplace offers now, these became cases:',
    `  ${of(plain)} whose number is written plainly`,
    `  ${of(obfuscated)} whose number is masked, spelled out, split or hidden`,
    `  ${of(described)} that only fit by description`,
    wronglyQueued.length === 0
      ? '  and none of the traps (recovered, listed before the theft, an owner asking for it back).'
      : `  and wrongly ${wronglyQueued.join('; ')}.`,
  ].join('\n');
}

function pairName(source: string, itemId: string, reference: string | undefined): string {
  return JSON.stringify([source, itemId, reference]);
}
