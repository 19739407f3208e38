/** Builders of the two sides: a test names only what matters to it. */

import type { Identifier } from '../../../../shared/domain/identifier.ts';
import type { ComparedListing } from '../../../../shared/domain/matching/compared-listing.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import type { ComparisonContext } from '../../../../shared/domain/matching/sides.ts';
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

export function aContext(part: Partial<ComparisonContext> = {}): ComparisonContext {
  return { activeRecords: 10_000, otherListingsWithIdentifier: 0, model: currentModel, ...part };
}
