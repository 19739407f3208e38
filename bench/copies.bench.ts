/** Copies of photos known again by their fingerprints, and different photos taken for one. */

import sharp, { type Sharp } from 'sharp';
import { drawPhotoKey, photoPng } from '../local/marketplace/photo.ts';
import { randomFrom } from '../local/sample/random.ts';
import { photoBands } from '../shared/domain/linking/photo-bands.ts';
import { comparePhotos } from '../shared/vision/compare-photos.ts';
import { decodePhoto } from '../shared/vision/decode-photo.ts';
import { type Fingerprint, fingerprintOf } from '../shared/vision/fingerprint.ts';
import type { Figure } from './run.ts';

const count = 240;
const [width, height] = [240, 320];

function cropped(photo: Buffer, [left, top, right, bottom]: readonly [number, number, number, number]): Sharp {
  const [x, y] = [Math.round(width * left), Math.round(height * top)];
  return sharp(photo).extract({
    left: x,
    top: y,
    width: Math.round(width * (1 - right)) - x,
    height: Math.round(height * (1 - bottom)) - y,
  });
}

const changes: Record<string, (photo: Buffer) => Sharp> = {
  'recompressed, quality 30': (photo) => sharp(photo).jpeg({ quality: 30 }),
  'half the size, WebP': (photo) =>
    sharp(photo)
      .resize(width / 2)
      .webp({ quality: 50 }),
  'framed in white, 6 %': (photo) => sharp(photo).extend({ top: 19, bottom: 19, left: 14, right: 14, background: '#fff' }).jpeg(),
  'between black bars': (photo) => sharp(photo).extend({ top: 48, bottom: 48, background: '#000' }).jpeg(),
  mirrored: (photo) => sharp(photo).flop().jpeg({ quality: 70 }),
  'cropped, 3 % a side': (photo) => cropped(photo, [0.03, 0.03, 0.03, 0.03]).jpeg(),
  'cropped, 6 % a side': (photo) => cropped(photo, [0.06, 0.06, 0.06, 0.06]).jpeg(),
  'cropped, 6 % of one side': (photo) => cropped(photo, [0, 0, 0, 0.06]).jpeg(),
  'cropped, 5 % of two sides': (photo) => cropped(photo, [0.05, 0.05, 0, 0]).jpeg(),
  'cropped and mirrored': (photo) => cropped(photo, [0.04, 0.04, 0.04, 0.04]).flop().jpeg(),
};

export async function copies(): Promise<Figure[]> {
  const random = randomFrom('copies', 61);
  const photos = Array.from({ length: count }, () =>
    Buffer.from(photoPng(drawPhotoKey(random, random.pick(['Black', 'White', 'Blue', 'Gold', 'Red'])))),
  );
  const originals: { photo: Buffer; fingerprint: Fingerprint }[] = [];
  for (const photo of photos) {
    const found = await fingerprint(photo);
    if (found !== undefined) originals.push({ photo, fingerprint: found });
  }
  const figures: Figure[] = [];
  const [met, told] = [{ count: 0 }, { count: 0 }];
  for (const [what, change] of Object.entries(changes)) {
    let known = 0;
    for (const original of originals.slice(0, 100)) {
      const copy = await fingerprint(await change(original.photo).toBuffer());
      if (copy === undefined || comparePhotos(original.fingerprint, copy).likeness !== 'same') continue;
      known += 1;
      told.count += 1;
      if (meet(original.fingerprint, copy)) met.count += 1;
    }
    figures.push({ what: `${what}: known again, %`, value: ((known / Math.min(100, originals.length)) * 100).toFixed(0), against: '' });
  }
  const pairs = originals.flatMap((one, index) =>
    originals.slice(index + 1).map((other) => comparePhotos(one.fingerprint, other.fingerprint).likeness),
  );
  const per10000 = (likeness: string) => ((pairs.filter((each) => each === likeness).length / pairs.length) * 10_000).toFixed(1);
  figures.push({
    what: 'different photos taken for one, of 10,000 pairs',
    value: per10000('same'),
    against: `alike: ${per10000('alike')}; ${pairs.length} pairs`,
  });
  figures.push({
    what: 'of copies known again, met in the index, %',
    value: ((met.count / told.count) * 100).toFixed(1),
    against: `${met.count} of ${told.count}`,
  });
  const strangers = originals.flatMap((one, index) => originals.slice(index + 1).map((other) => meet(one.fingerprint, other.fingerprint)));
  const share = (strangers.filter(Boolean).length / strangers.length) * 100;
  figures.push({ what: 'strangers met in the index and compared, %', value: share.toFixed(1), against: `${strangers.length} pairs` });
  return figures;
}

/** Whether one is found by the parts of the other's hashes. */
function meet(one: Fingerprint, other: Fingerprint): boolean {
  const [a, b] = [photoBands(one), photoBands(other)];
  return a.asked.some((band) => b.kept.includes(band)) || b.asked.some((band) => a.kept.includes(band));
}

async function fingerprint(bytes: Buffer): Promise<Fingerprint | undefined> {
  const decoded = await decodePhoto(bytes);
  return decoded.outcome === 'photo' ? fingerprintOf(decoded.photo) : undefined;
}
