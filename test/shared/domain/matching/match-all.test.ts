import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparedListing } from '../../../../shared/domain/matching/compared-listing.ts';
import { matchAll } from '../../../../shared/domain/matching/match-all.ts';
import { currentModel } from '../../../../shared/domain/matching/matching-model.ts';
import type { StolenRecord } from '../../../../shared/domain/stolen-record.ts';
import { aFind, aListing, aRecord, imei } from './sides.ts';

function run(records: StolenRecord[], listings: ComparedListing[]) {
  return [...matchAll({ records, listings, model: currentModel })];
}

function matchesOf(records: StolenRecord[], listing: ComparedListing) {
  return run(records, [listing])[0]?.matches ?? [];
}

describe('matchAll', () => {
  it('finds the record of an equal number whatever else is said', () => {
    const [match] = matchesOf(
      [aRecord(), aRecord({ reference: 'other', identifiers: [] })],
      aListing({ title: 'Phone', identifiers: [aFind()] }),
    );
    expect(match).toMatchObject({ recordReference: '4217/23-A', evidenceKind: 'imei', action: 'review' });
    expect(match?.probability).toBeCloseTo(0.97, 10);
  });

  it('shares a description between records that fit it equally', () => {
    const [a, b] = ['A', 'B'].map((reference) => aRecord({ reference, identifiers: [], marks: ['AM engraved'] }));
    const matches = matchesOf(a && b ? [a, b] : [], aListing({ description: 'AM engraved' }));
    expect(matches.map((match) => match.recordReference)).toEqual(['A', 'B']);
    expect(matches[0]?.probability).toBe(matches[1]?.probability);
    expect(matches[0]?.probability).toBeLessThanOrEqual(0.5);
    expect(matches[0]?.evidence.some((line) => line.field === 'other-candidates' && line.bits < 0)).toBe(true);
  });

  it('weighs the same description less the longer the list', () => {
    const records = (count: number) =>
      Array.from({ length: count }, (_, at) =>
        aRecord({ reference: `R${at}`, identifiers: [], ...(at === 0 ? {} : { model: 'Galaxy S21', make: 'Samsung' }) }),
      );
    const [short] = matchesOf(records(5), aListing());
    const [long] = matchesOf(records(200), aListing());
    expect(short?.probability ?? 0).toBeGreaterThan(10 * (long?.probability ?? 0));
  });

  it('keeps a gated record with an equal number to say why, and offers it to nobody', () => {
    const [match] = matchesOf([aRecord({ status: 'recovered' })], aListing({ identifiers: [aFind()] }));
    expect(match).toMatchObject({ action: 'none', gates: [{ gate: 'record-not-looked-for' }] });
  });

  it('does not propose phones taken after the offer', () => {
    const record = aRecord({ identifiers: [], stolenAt: '2026-11-20T00:00:00Z', marks: ['AM engraved'] });
    expect(matchesOf([record], aListing({ description: 'AM engraved', postedAt: '2026-11-10T00:00:00Z' }))).toEqual([]);
  });

  it('flags one number on two phones, and not a phone listed again', () => {
    const listing = aListing({ identifiers: [aFind()], title: 'iPhone 13 Pro 128GB' });
    const flags = (other: Partial<ComparedListing>) =>
      run([aRecord()], [listing, { ...listing, itemId: '2', ...other }])[0]?.matches[0]?.flags;
    expect(flags({})).toEqual([]);
    expect(flags({ title: 'iPhone 13 Pro 512GB' })).toEqual(['several-listings']);
  });

  it('learns from others which model a number names, where the record does not say', () => {
    const record = aRecord({ make: 'Apple', model: 'Galaxy' });
    const teachers = ['351', '352'].map((serial, at) =>
      aRecord({ reference: `T${at}`, model: 'iPhone 13', identifiers: [{ kind: 'imei', value: `${imei.slice(0, 8)}${serial}0000` }] }),
    );
    const listing = aListing({ title: 'Galaxy S21', description: '', identifiers: [aFind()] });
    expect(matchesOf([record, ...teachers], listing)[0]?.flags).toEqual(['model-differs']);
  });

  it('finds a record by an engraving where the advert names no model', () => {
    const record = aRecord({ identifiers: [], marks: ['letters QZ carved into the back'] });
    const [match] = matchesOf([record], aListing({ title: 'Mobile phone', description: 'QZ engraved on back' }));
    expect(match?.recordReference).toBe('4217/23-A');
  });

  it('finds a record by the last digits of its number', () => {
    const find = aFind({ kind: 'partial', pattern: '???????????3809' });
    delete find.value;
    const [match] = matchesOf([aRecord()], aListing({ identifiers: [find] }));
    expect(match?.evidenceKind).toBe('partial-imei');
  });
});

const records = fc.uniqueArray(
  fc.record({
    reference: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    status: fc.constantFrom('stolen' as const, 'recovered' as const),
    model: fc.constantFrom('iPhone 13', 'iPhone 13 Pro', 'Galaxy S21', 'iPhone'),
    colour: fc.constantFrom('black', 'Sierra Blue', 'gold'),
    storageGb: fc.constantFrom(128, 256),
    marks: fc.subarray(['AM engraved', 'cracked screen', 'robot sticker']),
    stolenAt: fc.constantFrom('2026-11-01T00:00:00Z', '2026-11-08T00:00:00Z', '2026-06-01T00:00:00Z'),
    identifiers: fc.constantFrom([], [{ kind: 'imei' as const, value: imei }], [{ kind: 'imei' as const, value: '351440246111986' }]),
  }),
  { selector: ({ reference }) => reference, maxLength: 5 },
);
const listings = fc.uniqueArray(
  fc.record({
    itemId: fc.constantFrom('1', '2', '3', '4'),
    title: fc.constantFrom('iPhone 13 128GB black', 'iphone 13 pro blue', 'S21', 'Phone', 'Case for iPhone 13'),
    description: fc.constantFrom('', 'AM engraved, cracked screen', 'robot sticker', 'stolen from me, do not buy'),
    identifiers: fc.constantFrom(
      [],
      [aFind()],
      [{ kind: 'partial' as const, pattern: '???????????3809', confidence: 0.8, raw: '3809', where: 'text' }],
    ),
  }),
  { selector: ({ itemId }) => itemId, maxLength: 4 },
);
const sides = fc.record({ records, listings }).map((drawn) => ({
  records: drawn.records.map((part) => aRecord({ ...part, identifiers: [...part.identifiers] })),
  listings: drawn.listings.map((part) => aListing({ ...part, identifiers: [...part.identifiers] })),
}));

describe('any set of records and listings', () => {
  it('gives matches whose lines sum to the bits and whose bits are the probability', () => {
    fc.assert(
      fc.property(sides, (drawn) => {
        for (const match of run(drawn.records, drawn.listings).flatMap(({ matches }) => matches)) {
          expect(match.evidence.reduce((sum, line) => sum + line.bits, 0)).toBeCloseTo(match.bits, 9);
          expect(match.probability).toBeCloseTo(1 / (1 + 2 ** -match.bits), 9);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives the same matches in any order and however often each is given', () => {
    fc.assert(
      fc.property(sides, (drawn) => {
        const straight = new Map(run(drawn.records, drawn.listings).map(({ listing, matches }) => [listing.itemId, matches]));
        const shuffled = run([...drawn.records, ...drawn.records].toReversed(), [...drawn.listings, ...drawn.listings].toReversed());
        expect(new Map(shuffled.map(({ listing, matches }) => [listing.itemId, matches])).size).toBe(straight.size);
        for (const { listing, matches } of shuffled) expect(summary(matches)).toEqual(summary(straight.get(listing.itemId) ?? []));
      }),
      { numRuns: 60 },
    );
  });

  it('never gives more probability than one to the candidates of a listing', () => {
    fc.assert(
      fc.property(sides, (drawn) => {
        for (const { matches } of run(drawn.records, drawn.listings)) {
          const described = matches.filter((match) => match.evidenceKind === 'description' && match.gates.length === 0);
          expect(described.reduce((sum, match) => sum + match.probability, 0)).toBeLessThanOrEqual(1.000001);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets nothing through a gate', () => {
    fc.assert(
      fc.property(sides, (drawn) => {
        for (const match of run(drawn.records, drawn.listings).flatMap(({ matches }) => matches)) {
          if (match.gates.length > 0) expect(match.action).toBe('none');
        }
      }),
      { numRuns: 60 },
    );
  });
});

function summary(matches: ReturnType<typeof matchesOf>) {
  return matches.map(({ recordReference, action, flags, bits }) => [recordReference, action, flags, bits.toFixed(6)]);
}
