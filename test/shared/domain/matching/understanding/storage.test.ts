import { expect, it } from 'vitest';
import { readStorage } from '../../../../../shared/domain/matching/understanding/storage.ts';

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
  ['iPhone 7 32gb', 32],
])('reads "%s" as %i GB', (text, size) => {
  expect(readStorage(text)).toBe(size);
});

it.each(['iPhone 13', '5G', '100 pounds', '48 mp camera', '6.1 inch', '128 reviews', '35/64 size'])(
  'reads no storage into "%s"',
  (text) => {
    expect(readStorage(text)).toBeUndefined();
  },
);
