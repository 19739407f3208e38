/** Phones as victims and sellers may describe them, for properties that must hold for any. */

import fc from 'fast-check';
import { checkDigit } from '../../shared/domain/imei.ts';
import type { ComparedListing } from '../../shared/domain/matching/compared-listing.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';

/** Made up, with a right check digit. Few TACs and serial numbers, so that numbers share their parts. */
const anyImei = fc
  .tuple(fc.constantFrom('35693803', '86123405', '35900112'), fc.constantFrom('564380', '564381', '564390', '001234', '994380'))
  .map(([tac, serial]) => `${tac}${serial}${checkDigit(tac + serial)}`);

/** What may stand in an advert in place of a number: shown in part, with one digit wrong, or whole. */
const anyShown = fc.tuple(anyImei, fc.constantFrom('whole', 'slip', 'ends', 'starts', 'both ends', 'little')).map(([imei, how]) => {
  switch (how) {
    case 'whole':
      return { kind: 'imei' as const, value: imei };
    case 'slip':
      return { kind: 'imei' as const, value: `${imei.slice(0, 14)}${(Number(imei[14]) + 1) % 10}` };
    case 'ends':
      return { kind: 'partial' as const, pattern: imei.slice(-5).padStart(15, '?') };
    case 'starts':
      return { kind: 'partial' as const, pattern: imei.slice(0, 10).padEnd(15, '?') };
    case 'both ends':
      return { kind: 'partial' as const, pattern: `${imei.slice(0, 6)}?????${imei.slice(11)}` };
    default:
      return { kind: 'partial' as const, pattern: `${imei.slice(0, 2)}???????????${imei.slice(13)}` };
  }
});

const models = ['iPhone 13', 'iPhone 13 Pro', 'iPhone 13 Pro Max', 'Galaxy S21', 'Galaxy S21 Ultra', 'Pixel 7a'];
const makes: Record<string, string> = { iPhone: 'Apple', Galaxy: 'Samsung', Pixel: 'Google' };
const marks = ['AM engraved on the back', 'robot sticker', 'cracked screen', 'green line on the screen', 'scratches', 'asset tag HX-2231'];
const days = ['2026-06-01', '2026-10-31', '2026-11-01', '2026-11-08', '2026-11-09'];
const places = ['Hackney E8, London', 'Leeds', ''];
const photos = ['9f3c00ffaa115577', '9f3c00ffaa115570', '0123456789abcdef'];

/** Every other one is the first, so that phones look alike. */
const often = <T>(first: T, ...others: T[]) => fc.oneof(fc.constant(first), fc.constantFrom(first, ...others));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

export const anyRecord: fc.Arbitrary<StolenRecord> = fc
  .record({
    model: optional(often('iPhone 13', ...models)),
    colour: optional(often('black', 'Sierra Blue', 'phantom silver')),
    storageGb: optional(fc.constantFrom(128, 256)),
    network: optional(fc.constantFrom('Unlocked', 'Vodafone')),
    batteryHealth: optional(fc.integer({ min: 70, max: 100 })),
    marks: fc.subarray(marks, { maxLength: 3 }),
    area: optional(fc.constantFrom(...places)),
    coordinates: optional(fc.constantFrom({ latitude: 51.546, longitude: -0.055 }, { latitude: 53.8, longitude: -1.55 })),
    photoHashes: fc.subarray(photos, { maxLength: 2 }),
    day: often('2026-11-08', ...days),
    imeis: fc.uniqueArray(anyImei, { maxLength: 2 }),
  })
  .map(({ day, imeis, model, ...said }) => ({
    reference: 'R',
    grade: 'police-verified',
    status: 'stolen',
    stolenAt: `${day}T00:00:00.000Z`,
    stolenAtPrecision: 'day',
    identifiers: imeis.map((value) => ({ kind: 'imei', value })),
    ...present({ ...said, model, make: model && makes[model.split(' ')[0] ?? ''] }),
    marks: said.marks,
  }));

export const anyListing: fc.Arbitrary<ComparedListing> = fc
  .record({
    model: often('iPhone 13', ...models, 'Phone'),
    colour: fc.constantFrom('', 'black', 'blue', 'phantom silver'),
    storage: fc.constantFrom('', '128GB', '256GB'),
    network: fc.constantFrom('', 'Unlocked.', 'Locked to Vodafone.'),
    battery: optional(fc.integer({ min: 70, max: 100 })),
    marks: fc.subarray(marks, { maxLength: 3 }),
    location: fc.constantFrom(...places),
    coordinates: optional(fc.constantFrom({ latitude: 51.55, longitude: -0.06 }, { latitude: 50.8, longitude: -0.13 })),
    photoHashes: fc.subarray(photos, { maxLength: 2 }),
    day: often('2026-11-09', '2026-11-20', ...days),
    shown: fc.array(anyShown, { maxLength: 2 }),
  })
  .map(({ model, colour, storage, network, battery, marks: borne, location, coordinates, photoHashes, day, shown }) => ({
    source: 'market',
    itemId: '1',
    title: [model, storage, colour].filter(Boolean).join(' '),
    description: [network, battery === undefined ? '' : `Battery health ${battery}%.`, `${borne.join('. ')}.`].join(' '),
    images: [],
    identifiers: shown.map((find) => ({ ...find, confidence: 0.9, raw: '', where: 'text' })),
    firstSeenAt: `${day}T12:00:00.000Z`,
    location,
    photoHashes,
    ...present({ coordinates }),
  }));

function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  // Object.fromEntries forgets the types of the entries it is given.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
