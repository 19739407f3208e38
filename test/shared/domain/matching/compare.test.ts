import { describe, expect, it } from 'vitest';
import { aFind, aListing, aRecord, compare } from './sides.ts';

const withImei = aListing({ identifiers: [aFind()] });

describe('a listing beside the only record that may be it', () => {
  it('puts an equal IMEI at the cap and into the review queue', () => {
    const match = compare({ listing: withImei, record: aRecord() });
    expect(match).toMatchObject({ recordReference: '4217/23-A', evidenceKind: 'imei', action: 'review', gates: [], flags: [] });
    expect(match.probability).toBeCloseTo(0.97, 10);
  });

  it('sums its lines to the total', () => {
    const match = compare({ listing: withImei, record: aRecord() });
    expect(match.evidence.map((line) => line.field)).toEqual(['prior', 'identifier', 'model', 'stolen-time', 'cap']);
    expect(match.evidence.reduce((sum, line) => sum + line.bits, 0)).toBe(match.bits);
  });

  it('compares an IMEISV with an IMEI on their first fourteen digits', () => {
    const listing = aListing({ identifiers: [aFind({ kind: 'imeisv', value: '3569380356438001' })] });
    const match = compare({ listing, record: aRecord() });
    expect(match.evidenceKind).toBe('imei');
    expect(match.evidence[1]?.sentence).toMatch(/^The IMEISV in the advert \(.*\) names the same phone as the one in the report \(.*\): /);
  });

  it('never shows a whole identifier', () => {
    const match = compare({ listing: withImei, record: aRecord() });
    expect(match.evidence[1]).toMatchObject({ listingSays: '35693803*****09', recordSays: '35693803*****09' });
  });

  it('leaves a listing without an identifier at its prior', () => {
    const match = compare({ listing: aListing({ title: 'Phone', description: '' }), record: aRecord() });
    expect(match.action).toBe('none');
    expect(match.evidenceKind).toBe('description');
  });

  it('holds an owner-reported record at 0.6', () => {
    const match = compare({ listing: withImei, record: aRecord({ grade: 'owner-reported' }) });
    expect(match.probability).toBeCloseTo(0.6, 10);
  });
});

describe('gates', () => {
  it.each(['withdrawn', 'recovered', 'lawfully-disposed'] as const)('does not queue a match with a %s record', (status) => {
    const match = compare({ listing: withImei, record: aRecord({ status }) });
    expect(match.gates.map((gate) => gate.gate)).toEqual(['record-not-looked-for']);
    expect(match.action).toBe('none');
  });

  it('does not queue a match with a disputed record', () => {
    const match = compare({ listing: withImei, record: aRecord({ grade: 'disputed' }) });
    expect(match.gates[0]).toMatchObject({
      gate: 'record-not-looked-for',
      sentence: 'The record is disputed, so nobody looks for this phone.',
    });
  });

  it('allows a day of tolerance to a theft known by its date', () => {
    const record = aRecord({ stolenAt: '2026-11-08T00:00:00.000Z' });
    const at = (postedAt: string) => compare({ listing: aListing({ identifiers: [aFind()], postedAt }), record });
    expect(at('2026-11-07T00:00:00.000Z').gates).toEqual([]);
    expect(at('2026-11-06T23:59:59.000Z').gates.map((gate) => gate.gate)).toEqual(['listed-before-theft']);
  });

  it.each([
    ['Stolen iPhone 13, reward', 'My phone was stolen on Friday. Please do not buy it. Reward.', 'owners-appeal'],
    ['Wanted: iPhone 13 Pro', 'Cash paid.', 'not-a-device-for-sale'],
    ['Case for iPhone 13 Pro', 'Clear case.', 'not-a-device-for-sale'],
  ])('does not queue "%s"', (title, description, gate) => {
    const listing = aListing({ title, description, identifiers: [aFind()] });
    const match = compare({ listing, record: aRecord() });
    expect(match.gates.map((found) => found.gate)).toEqual([gate]);
    expect(match.action).toBe('none');
  });
});

describe('contradictions', () => {
  it('flags an IMEI of one make on an advert for another, and holds it at a half', () => {
    const listing = aListing({ title: 'Samsung Galaxy S21', description: '', identifiers: [aFind()] });
    const match = compare({ listing, record: aRecord() });
    expect(match.flags).toEqual(['model-differs']);
    expect(match.probability).toBeCloseTo(0.5, 10);
    expect(match.action).toBe('review');
  });

  it('flags one number on several listings and in several records', () => {
    const around = { otherListingsWithIdentifier: 2, otherRecordsWithIdentifier: 1 };
    const match = compare({ listing: withImei, record: aRecord(), around });
    expect(match.flags).toEqual(['several-records', 'several-listings']);
    const lines = match.evidence.filter(({ field }) => field.startsWith('other-'));
    expect(lines.map(({ field, bits }) => [field, bits])).toEqual([
      ['other-listings', -Math.log2(3)],
      ['other-records', -1],
    ]);
    expect(lines[0]?.sentence).toBe(
      'The number stands in other adverts of what seems another phone (2 others): it can be right in one at most.',
    );
    expect(match.evidence.reduce((sum, line) => sum + line.bits, 0)).toBe(match.bits);
  });
});
