/** The evidence that goes with a notice about fifty listings, packed for the platform. */

import { randomFillSync } from 'node:crypto';
import { zipSync } from 'fflate';
import { packCase } from '../shared/evidence/case-pack.ts';
import { writeCapture } from '../shared/evidence/write-capture.ts';
import { aDraft, anAnswer, anExhibit } from '../test/support/captures.ts';
import { aCase } from '../test/support/console-data.ts';
import type { Figure } from './run.ts';

const listings = 50;
const photosOfAListing = 6;
const pageBytes = 300_000;
/** Of a photo, and of the drawn page, which is kept as one. */
const pictureBytes = 400_000;

export async function packs(): Promise<Figure[]> {
  const captures = await capturesOfAListing();
  const { madeAt, software } = anExhibit;

  const startedAt = performance.now();
  let packedBytes = 0;
  for (let listing = 0; listing < listings; listing += 1) {
    const packed = aCase({ id: `case-${listing}` });
    const made = { madeAt, software, madeBy: 'bench' };
    packedBytes += (await packCase(packed, { captures, custody: [], made, audience: 'platform' })).bytes.length;
  }
  const packMs = performance.now() - startedAt;

  const zippedAt = performance.now();
  for (let listing = 0; listing < listings; listing += 1)
    zipSync(Object.fromEntries(captures.map(({ warc }, index) => [`${index}.warc.gz`, warc])), { level: 0 });
  const zipMs = performance.now() - zippedAt;

  return [
    {
      what: `packs of ${listings} listings, seconds`,
      value: (packMs / 1000).toFixed(1),
      against: `${Math.round(packedBytes / 1e6)} MB in all`,
    },
    {
      what: 'times the same bytes in plain ZIP files by fflate',
      value: (packMs / zipMs).toFixed(1),
      against: 'which knows no WARC, index or hash',
    },
  ];
}

async function capturesOfAListing() {
  const picture = (name: string) => {
    const url = `https://market.example/${name}.jpg`;
    const wire = { statusText: 'OK', headers: [], body: randomFillSync(new Uint8Array(pictureBytes)) };
    return anAnswer({ what: 'photo', url, finalUrl: url, wire });
  };
  const photos = Array.from({ length: photosOfAListing }, (_, index) => picture(`photo-${index}`));
  return [
    await writeCapture(aDraft({ seen: [anAnswer({ text: '<p>iPhone 13, boxed, as new</p>'.repeat(pageBytes / 30) })] })),
    await writeCapture(aDraft({ kind: 'pictures', seen: [...photos, picture('as-drawn')] })),
  ];
}
