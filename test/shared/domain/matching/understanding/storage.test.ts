import { describe, expect, it } from 'vitest';
import { readStorage, readStorageField, readStorageOfTitle } from '../../../../../shared/domain/matching/understanding/storage.ts';

describe('readStorage', () => {
  it.each([
    ['iPhone 13 128GB', 128],
    ['256 gig', 256],
    ['512g black', 512],
    ['64 Go', 64],
    ['0.256TB', 256],
    ['1 TB', 1024],
    ['1TB', 1024],
    ['1024GB', 1024],
    ['8/256', 256],
    ['12GB + 512GB', 512],
    ['8GB RAM, 128GB', 128],
    ['128GB with 8GB of RAM', 128],
    ['6GB Ram/128GB Rom', 128],
    ['Redmi Note 9 Pro,64GB,Green', 64],
    ['iPhone 7 32gb', 32],
    ['на 128 гб', 128],
    ['ذاكرة ٢٥٦ جيجا', 256],
    ['xr 128 bg', 128],
    ['Note 20 256GB and 256GB card', 256],
  ])('reads "%s" as %i GB', (text, size) => {
    expect(readStorage(text)).toBe(size);
  });

  it.each(['iPhone 13', '5G', '100 pounds', '48 mp camera', '6.1 inch', '128 reviews', '35/64 size'])(
    'reads no storage into "%s"',
    (text) => {
      expect(readStorage(text)).toBeUndefined();
    },
  );

  it.each(['64GB | 128GB | 256GB', '128GB 256GB unlocked', '64/256 gb', '128 or 256GB', '512GB / 1TB'])(
    'reads none where "%s" is on offer',
    (text) => {
      expect(readStorage(text)).toBeUndefined();
    },
  );
});

it.each([
  ['iPhone 8 plus 64 space gray', 64],
  ['iPhone 13 (256)', 256],
  ['Pixel 6 128GB', 128],
  ['Galaxy S20 108 mp', undefined],
  ['iPhone 6s, 128 EUR', undefined],
  ['iPhone X 64 256', undefined],
])('reads the title "%s" as %s', (title, size) => {
  expect(readStorageOfTitle(title)).toBe(size);
});

it('takes a bare number in a field for gigabytes', () => {
  expect(readStorageField('256')).toBe(256);
  expect(readStorageField('1 TB')).toBe(1024);
  expect(readStorageField('13')).toBeUndefined();
});
