import { describe, expect, it } from 'vitest';
import type { Identifier } from '../../../shared/domain/identifier.ts';
import type { ComparedListing } from '../../../shared/domain/matching/compared-listing.ts';
import { assumedMarket } from '../../../shared/domain/matching/market.ts';
import { matchLimits } from '../../../shared/domain/matching/match-limits.ts';
import { currentModel } from '../../../shared/domain/matching/matching-model.ts';
import type { StolenRecord } from '../../../shared/domain/stolen-record.ts';
import { createMatchingInMemory } from '../../support/matching-in-memory.ts';

/** Made up, with right check digits; nobody's devices. */
const imei = '356938035643817';
const otherImei = '861234050012344';
const partial: Identifier = { kind: 'partial', pattern: '???????????3817', confidence: 0.9, raw: '3817', where: 'text' };

function aRecord(said: Partial<StolenRecord>): StolenRecord {
  return {
    reference: 'R',
    grade: 'police-verified',
    status: 'stolen',
    stolenAt: '2026-11-08T00:00:00.000Z',
    stolenAtPrecision: 'day',
    make: 'Apple',
    model: 'iPhone 13',
    colour: 'blue',
    storageGb: 128,
    identifiers: [],
    marks: [],
    ...said,
  };
}

function aListing(said: Partial<ComparedListing>): ComparedListing {
  return {
    source: 'market',
    itemId: '1',
    title: 'iPhone 13 128GB blue',
    description: 'In good condition.',
    images: [],
    identifiers: [],
    firstSeenAt: '2026-11-12T12:00:00.000Z',
    ...said,
  };
}

/** Each order of the two, told one by one. */
async function inBothOrders(record: StolenRecord, listing: ComparedListing, activeRecords = 1000) {
  const market = assumedMarket(currentModel, activeRecords);
  const [recordFirst, listingFirst] = [createMatchingInMemory({ market }), createMatchingInMemory({ market })];
  await recordFirst.tell(recordFirst.keep(record));
  await recordFirst.tell(recordFirst.keepListing(listing));
  await listingFirst.tell(listingFirst.keepListing(listing));
  await listingFirst.tell(listingFirst.keep(record));
  expect(listingFirst.open()).toEqual(recordFirst.open());
  return recordFirst.cases();
}

describe('a pair without a whole number', () => {
  it.each<[string, Partial<StolenRecord>, Partial<ComparedListing>]>([
    ['the last digits of a number', { identifiers: [{ kind: 'imei', value: imei }] }, { identifiers: [partial] }],
    [
      'a number one slip away',
      { identifiers: [{ kind: 'imei', value: imei }] },
      { identifiers: [{ ...partial, kind: 'imei', value: '356938035743817' }] },
    ],
    [
      'the number of the other slot',
      { identifiers: [{ kind: 'imei', value: imei }] },
      { identifiers: [{ ...partial, kind: 'imei', value: '356938035643825' }] },
    ],
  ])('is queued at once by %s', async (_name, record, listing) => {
    const [only, ...more] = await inBothOrders(aRecord(record), aListing(listing));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ state: 'opened', match: { evidenceKind: 'partial-imei', action: 'review' } });
  });

  it.each<[string, Partial<StolenRecord>, Partial<ComparedListing>]>([
    [
      'a rare mark, though the advert names no model',
      { marks: ['AM engraved on the back'] },
      { title: 'Phone', description: 'AM engraved on back.' },
    ],
    ['a rare mark, eight months on', { marks: ['AM engraved'], stolenAt: '2026-03-08T00:00:00.000Z' }, { description: 'AM engraved.' }],
    ['the same photo', { photoHashes: ['9f3c00ffaa115577'] }, { photoHashes: ['9f3c00ffaa115571'] }],
    ['what both say of it', { network: 'Vodafone', batteryHealth: 88 }, { description: 'Locked to Vodafone. Battery health 88%.' }],
    [
      'what both say of it, one step beside the model',
      { model: 'iPhone 13 Pro', network: 'Vodafone', batteryHealth: 88, marks: ['cracked back', 'cracked screen'], area: 'Hackney' },
      { description: 'Locked to Vodafone. Battery health 88%. Cracked back, cracked screen.', location: 'Hackney' },
    ],
  ])('waits, and goes no further by itself, by %s', async (_name, record, listing) => {
    const [only, ...more] = await inBothOrders(aRecord(record), aListing(listing), 100);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ state: 'waiting', match: { evidenceKind: 'description', action: 'review' } });
  });

  it.each<[string, Partial<StolenRecord>, Partial<ComparedListing>]>([
    [
      'the last digits alone',
      { identifiers: [{ kind: 'imei', value: imei }], model: 'Galaxy S21', make: 'Samsung' },
      { identifiers: [partial] },
    ],
    ['a theft after the offer', { marks: ['AM engraved'], stolenAt: '2026-11-20T00:00:00.000Z' }, { description: 'AM engraved.' }],
    ['an advert for a cover', { marks: ['AM engraved'] }, { title: 'Case for iPhone 13', description: 'Clear case. AM engraved.' }],
  ])('is no case by %s', async (_name, record, listing) => {
    expect(await inBothOrders(aRecord(record), aListing(listing), 100_000)).toEqual([]);
  });
});

describe('a case that rests on a description', () => {
  const engraved = aListing({ description: 'AM engraved.' });
  const owner = aRecord({ reference: 'owner', marks: ['AM engraved'] });

  it('is closed when another record holds the number that the advert shows, and opened again without it', async () => {
    const matching = createMatchingInMemory();
    const numbered = { ...engraved, identifiers: [{ ...partial, kind: 'imei' as const, value: otherImei }] };
    const rival = aRecord({ reference: 'rival', identifiers: [{ kind: 'imei', value: otherImei }] });
    await matching.tell(matching.keep(owner));
    await matching.tell(matching.keepListing(engraved));
    expect(matching.open()).toEqual(['1 → owner']);
    await matching.tell(matching.keepListing(numbered));
    await matching.tell(matching.keep(rival));
    expect(matching.open()).toEqual(['1 → rival']);
    await matching.tell(matching.keep({ ...rival, status: 'recovered' }));
    expect(matching.open()).toEqual(['1 → owner']);
  });

  it('is closed by many records that fit a little less, though none of them is worth a case', async () => {
    const market = assumedMarket(currentModel, 10_000);
    const strong = aRecord({ reference: 'strong', network: 'Vodafone', batteryHealth: 88 });
    const weak = Array.from({ length: 30 }, (_, at) => aRecord({ reference: `weak ${at}`, network: 'Vodafone' }));
    const listing = aListing({ description: 'Locked to Vodafone. Battery health 88%.' });
    const matching = createMatchingInMemory({ market });
    await matching.tell(matching.keepListing(listing));
    await matching.tell(matching.keep(strong));
    expect(matching.open()).toEqual(['1 → strong']);
    for (const record of weak) await matching.tell(matching.keep(record));
    expect(matching.open()).toEqual([]);
    // Corrected to what no longer fits, they are nobody's rivals.
    for (const record of weak) await matching.tell(matching.keep({ ...record, model: 'iPhone 11', colour: 'red' }));
    expect(matching.open()).toEqual(['1 → strong']);
  });

  it('stays when the seller takes the mark out again', async () => {
    const matching = createMatchingInMemory();
    await matching.tell(matching.keep(owner));
    await matching.tell(matching.keepListing(engraved));
    await matching.tell(matching.keepListing(aListing({ title: 'Phone', description: 'Sold as seen.' })));
    expect(matching.cases()).toMatchObject([{ state: 'waiting', listing: { revision: 1 } }]);
    await matching.tell(matching.keep({ ...owner, description: 'Taken on the bus.' }));
    expect(matching.open()).toEqual(['1 → owner']);
  });

  it('is closed when the record turns out to be of another phone', async () => {
    const matching = createMatchingInMemory();
    await matching.tell(matching.keep(owner));
    await matching.tell(matching.keepListing(engraved));
    await matching.tell(matching.keep({ ...owner, model: 'Galaxy S21', make: 'Samsung', marks: ['LK engraved'] }));
    expect(matching.cases()).toMatchObject([{ state: 'closed', closedBecause: 'The record changed and no longer fits.' }]);
  });
});

describe('a block that holds too much', () => {
  it('is narrowed to model, storage and colour, and the match says so', async () => {
    const matching = createMatchingInMemory();
    for (let at = 0; at <= matchLimits.entriesPerBlock; at += 1) {
      const colour = at % 2 === 0 ? 'green' : 'red';
      await matching.tell(matching.keep(aRecord({ reference: `other ${at}`, colour, storageGb: at % 3 === 0 ? 128 : 256 })));
    }
    await matching.tell(matching.keep(aRecord({ reference: 'owner', marks: ['AM engraved'] })));
    await matching.tell(matching.keepListing(aListing({ description: 'AM engraved.' })));
    expect(matching.open()).toEqual(['1 → owner']);
    expect(matching.cases()[0]?.match.narrowed).toContain('family apple iphone 13, 2026-11: of the model and storage');
  });

  it('leaves the rest of a common word unread, newest thefts first', async () => {
    const matching = createMatchingInMemory();
    for (let at = 0; at <= matchLimits.entriesPerRareBlock; at += 1)
      await matching.tell(
        matching.keep(
          aRecord({
            reference: `other ${at}`,
            make: 'Nokia',
            model: 'Nokia G22',
            marks: ['AM engraved'],
            stolenAt: '2026-10-01T00:00:00.000Z',
          }),
        ),
      );
    await matching.tell(matching.keep(aRecord({ reference: 'owner', marks: ['AM engraved'] })));
    await matching.tell(matching.keepListing(aListing({ title: 'Phone', description: 'AM engraved.' })));
    expect(matching.searches.at(-1)).toMatchObject({ side: 'listing', candidates: matchLimits.entriesPerRareBlock, narrowed: 1 });
  });
});

describe('what a side may ask', () => {
  it('is bounded for a listing, whatever it says', async () => {
    const matching = createMatchingInMemory();
    const words = Array.from({ length: 300 }, (_, at) => `W${at} engraved`).join('. ');
    const hashes = Array.from({ length: 50 }, (_, at) => at.toString(16).padStart(16, '0'));
    const patterns = Array.from({ length: 50 }, (_, at) => ({ ...partial, pattern: String(1000 + at).padStart(15, '?') }));
    await matching.tell(matching.keepListing(aListing({ description: words, photoHashes: hashes, identifiers: patterns })));
    expect(matching.searches[0]?.queries).toBeLessThanOrEqual(matchLimits.queriesPerListing);
    const numbers = Array.from({ length: 80 }, (_, at) => ({ ...partial, kind: 'serial' as const, value: `F2LXK1A${at}` }));
    await matching.tell(matching.keepListing(aListing({ itemId: '2', identifiers: numbers })));
    expect(matching.searches.at(-1)?.queries).toBeLessThanOrEqual(matchLimits.queriesPerListing + matchLimits.identifiers);
  });

  it('is one question for each whole number, three more for each IMEI of a record, and one a month', async () => {
    const matching = createMatchingInMemory();
    const identifiers = [imei, otherImei].map((value) => ({ kind: 'imei' as const, value }));
    await matching.tell(matching.keep(aRecord({ identifiers: [...identifiers, { kind: 'serial', value: 'F2LXK1ABCD' }] })));
    // Three whole numbers, last and first digits of two IMEIs, and November: what is stolen this month can be in no later offer.
    expect(matching.searches).toMatchObject([{ side: 'record', queries: 3 + 2 * 2 + 1 }]);
  });
});
