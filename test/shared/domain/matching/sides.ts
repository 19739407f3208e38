/** Builders of the two sides: a test names only what matters to it. */

import type { Identifier } from '../../../../shared/domain/identifier.ts';
import type { Match } from '../../../../shared/domain/match.ts';
import type { ComparedListing } from '../../../../shared/domain/matching/compared-listing.ts';
import { assumedMarket } from '../../../../shared/domain/matching/market.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import { offerOf } from '../../../../shared/domain/matching/offer.ts';
import { profileOfListing, profileOfRecord } from '../../../../shared/domain/matching/profile.ts';
import { type Around, rank, standingOf } from '../../../../shared/domain/matching/rank.ts';
import type { StolenRecord } from '../../../../shared/domain/stolen-record.ts';

export const imei = '356938035643809';

export function aFind(part: Partial<Identifier> = {}): Identifier {
  return { kind: 'imei', value: imei, confidence: 0.95, raw: imei, where: 'text', ...part };
}

export function aListing(part: Partial<ComparedListing> = {}): ComparedListing {
  return {
    source: 'demo',
    itemId: '1',
    title: 'iPhone 13 Pro 128GB graphite',
    description: 'Selling my iPhone 13 Pro.',
    images: [],
    identifiers: [],
    firstSeenAt: '2026-11-10T12:00:00.000Z',
    ...part,
  };
}

export function aRecord(part: Partial<StolenRecord> = {}): StolenRecord {
  return {
    reference: '4217/23-A',
    grade: 'police-verified',
    status: 'stolen',
    stolenAt: '2026-11-08T00:00:00.000Z',
    stolenAtPrecision: 'day',
    make: 'Apple',
    model: 'iPhone 13 Pro',
    identifiers: [{ kind: 'imei', value: imei }],
    marks: [],
    ...part,
  };
}

interface Pair {
  listing: ComparedListing;
  record: StolenRecord;
  around?: Around;
}

/** What ranking makes of a pair on a list of 10,000 records, of which no other is a candidate. */
export function compare({ listing, record, around = { otherListingsWithIdentifier: 0, otherRecordsWithIdentifier: 0 } }: Pair): Match {
  const measures = { model: currentModel, market: assumedMarket(currentModel, 10_000) };
  const offer = offerOf(listing, profileOfListing(listing), measures);
  const standings = [standingOf({ record, profile: profileOfRecord(record) }, offer)];
  const [match] = rank({ offer, standings, around: () => around, measures, most: 1 });
  if (match === undefined) throw new Error('One candidate is ranked');
  return match;
}
