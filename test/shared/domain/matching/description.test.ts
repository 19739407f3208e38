import { describe, expect, it } from 'vitest';
import { aListing, aRecord, compare } from './sides.ts';

function line(field: string, listing: Parameters<typeof aListing>[0], record: Parameters<typeof aRecord>[0]) {
  const match = compare({
    listing: aListing(listing),
    record: aRecord({ identifiers: [], ...record }),
  });
  const found = match.evidence.find((evidence) => evidence.field === field);
  return found && [found.level, Number(found.bits.toFixed(1))];
}

describe('model', () => {
  it('speaks for a common model softly and for a rare one loudly', () => {
    expect(line('model', { title: 'iPhone 13' }, { model: 'iPhone 13' })).toEqual(['same', 6.5]);
    expect(line('model', { title: 'Nokia G22' }, { make: 'Nokia', model: 'G22' })).toEqual(['same', 12.4]);
  });

  it('speaks softer where an advert offers any of several', () => {
    expect(line('model', { title: 'iPhone 13/14/15' }, { model: 'iPhone 13' })).toEqual(['same', 4.9]);
  });

  it('knows a family step from another model', () => {
    expect(line('model', { title: 'iPhone 13' }, { model: 'iPhone 13 Pro' })).toEqual(['family', -1]);
    expect(line('model', { title: 'Galaxy S21' }, { model: 'iPhone 13 Pro' })).toEqual(['other', -6]);
  });

  it('takes the make for what it is worth', () => {
    expect(line('model', { title: 'iPhone', description: '' }, { model: 'iPhone 13 Pro' })).toEqual(['make', 0.9]);
  });

  it('is silent where a side names nothing', () => {
    expect(line('model', { title: 'Mobile phone', description: '' }, {})).toBeUndefined();
  });
});

describe('storage and colour', () => {
  it('weigh agreement by how common it is', () => {
    expect(line('storage', { title: 'iPhone 13 Pro 128GB' }, { storageGb: 128 })).toEqual(['equal', 1.2]);
    expect(line('storage', { title: 'iPhone 13 Pro 1TB' }, { storageGb: 1024 })).toEqual(['equal', 5.6]);
    expect(line('colour', { title: 'iPhone 11 yellow' }, { model: 'iPhone 11', colour: 'Yellow' })).toEqual(['equal', 5.4]);
  });

  it('count against where they differ', () => {
    expect(line('storage', { title: 'iPhone 13 Pro 256GB' }, { storageGb: 128 })).toEqual(['different', -3.5]);
    expect(line('colour', { title: 'iPhone 11 yellow' }, { model: 'iPhone 11', colour: 'black' })).toEqual(['different', -3]);
  });

  it('are silent where a side says nothing', () => {
    expect(line('storage', { title: 'iPhone 13 Pro' }, { storageGb: 128 })).toBeUndefined();
    expect(line('colour', { title: 'iPhone 13 Pro' }, { colour: 'black' })).toBeUndefined();
  });
});

describe('network and battery', () => {
  it('weigh a lock that stayed and one that was opened', () => {
    expect(line('network', { description: 'locked to Vodafone' }, { network: 'Vodafone' })).toEqual(['equal', 2.9]);
    expect(line('network', { description: 'unlocked' }, { network: 'Vodafone' })).toEqual(['unlocked-since', -1]);
    expect(line('network', { description: 'locked to EE' }, { network: 'Vodafone' })).toEqual(['different', -1.7]);
  });

  it('let the battery fall and not rise', () => {
    expect(line('battery', { description: 'Battery health 86%' }, { batteryHealth: 87 })).toEqual(['equal', 1.8]);
    expect(line('battery', { description: 'Battery health 84%' }, { batteryHealth: 87 })).toEqual(['lower', -1.5]);
    expect(line('battery', { description: 'Battery health 97%' }, { batteryHealth: 87 })).toEqual(['higher', -4]);
  });
});

describe('marks', () => {
  it('weigh an engraving above any common damage', () => {
    expect(line('mark: engraving', { description: 'AM engraved' }, { marks: ['initials A.M. on the back'] })).toEqual(['same value', 11.7]);
    expect(line('mark: back broken', { description: 'rear panel split' }, { marks: ['the rear is shattered'] })).toEqual(['both', 3.1]);
  });

  it('hold another value of the same kind against the pair', () => {
    expect(line('mark: engraving', { description: 'XY engraved' }, { marks: ['initials AM'] })).toEqual(['other value', -4]);
    expect(line('mark: sticker', { description: 'Snoopy sticker' }, { marks: ['Naruto sticker'] })).toEqual(['other value', -4]);
  });

  it('know a picture in any language, and hold an unknown word of another language against nobody', () => {
    expect(line('mark: sticker', { description: 'Pilz-Aufkleber hinten' }, { marks: ['mushroom sticker'] })?.[0]).toBe('same value');
    expect(line('mark: sticker', { description: 'autocollant trottinette' }, { marks: ['scooter sticker'] })).toEqual(['same kind', 0]);
  });

  it('never make silence a veto', () => {
    expect(line('mark: engraving', { description: 'Good phone.' }, { marks: ['initials AM'] })).toEqual(['record only', -1]);
    expect(line('mark: screen broken', { description: 'Good phone.' }, { marks: ['cracked screen'] })).toEqual(['record only', -0.5]);
  });

  it('are not weighed against a record that describes none', () => {
    expect(line('mark: screen broken', { description: 'cracked screen' }, { marks: [] })).toBeUndefined();
  });
});

describe('time, place and photos', () => {
  it('weigh an offer the sooner it follows the theft', () => {
    const offered = (postedAt: string) => line('stolen-time', { postedAt }, { stolenAt: '2026-11-08T00:00:00Z' });
    expect(offered('2026-11-09T00:00:00Z')).toEqual(['within 3 days', 5.2]);
    expect(offered('2026-11-20T00:00:00Z')).toEqual(['within 14 days', 3.2]);
    expect(offered('2027-08-20T00:00:00Z')).toEqual(['later', -4.2]);
  });

  it('weigh distance where both sides give a point', () => {
    const coordinates = { latitude: 51.5, longitude: -0.1 };
    expect(line('place', { coordinates }, { coordinates })).toEqual(['within 3 km', 2.4]);
    expect(line('place', { coordinates }, { coordinates: { latitude: 53.5, longitude: -2.2 } })).toEqual(['farther', -0.9]);
  });

  it('compare the words of a place where they do not', () => {
    expect(line('place', { location: 'Hackney, London' }, { area: 'Hackney E8' })).toEqual(['shared', 2]);
    expect(line('place', { location: 'Leeds' }, { area: 'Hackney E8' })).toEqual(['different', -0.5]);
    expect(line('place', { location: 'London' }, { area: 'London' })).toEqual(['shared', 0]);
  });

  it("recognise the owner's own photo among near ones", () => {
    expect(line('photo', { photoHashes: ['77f1f16805d9c8af'] }, { photoHashes: ['77f1f16805d9c8ae'] })).toEqual(['near', 12]);
    expect(line('photo', { photoHashes: ['9d015242878ae14e'] }, { photoHashes: ['77f1f16805d9c8ae'] })).toBeUndefined();
  });
});

it('never lets a description pass its cap', () => {
  const coordinates = { latitude: 51.5, longitude: -0.1 };
  const both = { coordinates, photoHashes: ['77f1f16805d9c8ae'] };
  const listing = aListing({ ...both, title: 'iPhone 13 Pro 1TB gold', description: 'AM engraved. Robot sticker. Cracked screen.' });
  const record = aRecord({
    ...both,
    identifiers: [],
    storageGb: 1024,
    colour: 'gold',
    marks: ['AM engraved', 'robot sticker', 'cracked screen'],
  });
  const match = compare({ listing, record });
  expect(match.evidenceKind).toBe('description');
  expect(match.probability).toBeCloseTo(0.95, 10);
});
