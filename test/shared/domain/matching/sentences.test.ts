import { expect, it } from 'vitest';
import type { Finding } from '../../../../shared/domain/matching/finding.ts';
import { inWords } from '../../../../shared/domain/matching/sentences.ts';

function sentence(part: Partial<Finding>): string {
  return inWords({ field: 'storage', listingSays: '256 GB', recordSays: '256 GB', level: 'equal', bits: 2, ...part }).sentence;
}

it('tells both values and how many phones would agree by chance', () => {
  expect(sentence({ byChance: 0.25 })).toBe(
    "The advert's storage is “256 GB”, the report's “256 GB”: about 1 phone in 4 would agree by chance.",
  );
  expect(sentence({ byChance: 0.7 })).toContain('most phones would agree by chance');
  expect(
    sentence({
      field: 'mark: engraving',
      level: 'same value',
      listingSays: 'AM engraved',
      recordSays: 'A.M. on the back',
      byChance: 1 / 8765,
    }),
  ).toBe('The report says “A.M. on the back”; the advert says “AM engraved”: about 1 phone in 8,800 would agree by chance.');
});

it('says what speaks against', () => {
  expect(sentence({ recordSays: '128 GB', level: 'different', bits: -3.5 })).toBe(
    "The advert's storage is “256 GB”, the report's “128 GB”: this speaks against.",
  );
});

it('tells digits that are known by where they stand', () => {
  const digits = (listingSays: string) =>
    sentence({ field: 'identifier', level: 'known digits agree', listingSays, recordSays: '35693803*****09', byChance: 1 / 10_000 });
  expect(digits('???????????3809')).toBe(
    'All digits of the IMEI that the advert shows (ending in 3809) agree with the one in the report (35693803*****09): about 1 phone in 10,000 would agree by chance.',
  );
  expect(digits('35693803???????')).toContain('(beginning 35693803)');
});

it('keeps the share out of the line itself', () => {
  const line = inWords({ field: 'storage', level: 'equal', bits: 2, byChance: 0.25 });
  expect(line).not.toHaveProperty('byChance');
});
