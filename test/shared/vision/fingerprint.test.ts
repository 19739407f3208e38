import sharp, { type Sharp } from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { drawPhotoKey, photoPng } from '../../../local/marketplace/photo.ts';
import { randomFrom } from '../../../local/sample/random.ts';
import { comparePhotos } from '../../../shared/vision/compare-photos.ts';
import { decodePhoto } from '../../../shared/vision/decode-photo.ts';
import { type Fingerprint, fingerprintOf } from '../../../shared/vision/fingerprint.ts';

const random = randomFrom('fingerprints');
const photos = Array.from({ length: 40 }, () => Buffer.from(photoPng(drawPhotoKey(random, random.pick(['Black', 'Blue', 'Gold'])))));

async function fingerprint(bytes: Uint8Array): Promise<Fingerprint> {
  const decoded = await decodePhoto(bytes);
  const found = decoded.outcome === 'photo' ? await fingerprintOf(decoded.photo) : undefined;
  if (found === undefined) throw new Error('no fingerprint');
  return found;
}

let originals: Fingerprint[];
beforeAll(async () => {
  originals = await Promise.all(photos.map(fingerprint));
});

/** Of a drawn photo, 240 × 320, what is left when each side loses a share. */
function cropped(photo: Buffer, share: number): Sharp {
  const [left, top] = [Math.round(240 * share), Math.round(320 * share)];
  return sharp(photo).extract({ left, top, width: 240 - 2 * left, height: 320 - 2 * top });
}

describe('a copy of a photo', () => {
  const copies: [string, (photo: Buffer) => Sharp][] = [
    ['compressed hard', (photo) => sharp(photo).jpeg({ quality: 30 })],
    ['of half the size', (photo) => sharp(photo).resize(120).webp({ quality: 60 })],
    ['without colour', (photo) => sharp(photo).greyscale().jpeg()],
    ['mirrored', (photo) => sharp(photo).flop().jpeg()],
    ['in a white frame', (photo) => sharp(photo).extend({ top: 15, bottom: 15, left: 15, right: 15, background: '#fff' }).jpeg()],
    ['between black bars', (photo) => sharp(photo).extend({ top: 50, bottom: 50, background: '#000' }).jpeg()],
    ['cropped by 3 % a side', (photo) => cropped(photo, 0.03).jpeg()],
    ['cropped by 6 % a side', (photo) => cropped(photo, 0.06).jpeg()],
    ['cropped at two sides', (photo) => sharp(photo).extract({ left: 0, top: 0, width: 228, height: 304 }).jpeg()],
  ];
  it.each(copies)('is the same photo: %s', async (_, change) => {
    const compared = await Promise.all(
      photos.map(async (photo, index) => comparePhotos(await fingerprint(await change(photo).toBuffer()), originals[index] as Fingerprint)),
    );
    expect(compared.filter(({ likeness }) => likeness === 'same').length).toBeGreaterThanOrEqual(38);
  });
});

it('two photos of phones on tables are two photos', () => {
  const pairs = originals.flatMap((one, index) => originals.slice(index + 1).map((other) => comparePhotos(one, other).likeness));
  expect(pairs.filter((likeness) => likeness === 'same')).toEqual([]);
});

it('says the same whichever of two photos comes first', () => {
  const [one, other] = originals as [Fingerprint, Fingerprint];
  expect(comparePhotos(one, other)).toEqual(comparePhotos(other, one));
});

it('a wall has no fingerprint: it would be that of every wall', async () => {
  const wall = await sharp({
    create: { width: 300, height: 300, channels: 3, background: '#ddd', noise: { type: 'gaussian', mean: 220, sigma: 4 } },
  })
    .png()
    .toBuffer();
  await expect(fingerprint(wall)).rejects.toThrow('no fingerprint');
});
