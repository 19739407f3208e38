/** The work of functions/see on photo after photo, as a warm Lambda does it for hours. Told on the command line: a folder of photos, and how many in all. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { see } from '../../functions/see/see.ts';
import { createPhotoRows } from '../../shared/aws/photo-index.ts';
import type { Revision } from '../../shared/domain/listing.ts';
import { renditionOf } from '../../shared/vision/photo-rendition.ts';
import { createPhotoReader } from '../../shared/vision/read-photo.ts';
import { exampleSource } from '../../test/support/source-fixture.ts';

const [folder = '.', asked = '1000'] = process.argv.slice(2);
const files = (await readdir(folder)).filter((name) => name.endsWith('.jpg')).sort();
const reader = await createPhotoReader({ leastPoints: 120_000 });
const source = exampleSource({});

/** Remembers nothing, so that what grows is what the work itself keeps. */
const index = createPhotoRows({
  putNewer: async () => {},
  putAll: async () => {},
  put: async () => {},
  deleteAll: async () => {},
  getAll: async () => [],
  read: async () => ({ rows: [], truncated: false }),
});

async function photoNumbered(number: number): Promise<Uint8Array> {
  const bytes = await readFile(join(folder, files[number % files.length] ?? ''));
  // Behind the end of a JPEG, so that none is known by its bytes already.
  return Buffer.concat([bytes, Buffer.from(`${number}`)]);
}

let finds = 0;
for (let number = 0; number < Number(asked); number++) {
  const url = `https://market.example/${number}.jpg`;
  const revision: Revision = { number: 1, readAt: '', changed: [], title: '', description: '', images: [url], identifiers: [], how: {} };
  await see(
    { type: 'photos-wanted', source: source.id, itemId: `${number}`, revision: 1 },
    { messageId: `${number}`, attempt: 1, lastAttempt: true, signal: new AbortController().signal },
    {
      source,
      fetcher: {
        close: async () => {},
        async fetch() {
          const body = await photoNumbered(number);
          const wire = { statusText: 'OK', headers: [], body };
          return {
            outcome: 'page',
            url,
            finalUrl: url,
            status: 200,
            headers: {},
            contentType: 'image/jpeg',
            body,
            text: '',
            fetchedAt: '2026-11-22T10:00:00.000Z',
            wire,
          };
        },
      },
      listings: {
        revision: async () => revision,
        savePhotos: async (_key, _number, photos) => {
          finds += photos.flatMap((photo) => photo.finds).length;
          return true;
        },
      },
      photos: { get: async () => undefined, put: async () => {} },
      bytes: { put: async () => {}, putRendition: async () => {} },
      index,
      read: (bytes) => reader.read(bytes),
      draw: renditionOf,
      readWith: {},
      matchQueue: { send: async () => {} },
      now: () => new Date('2026-11-22T10:00:00.000Z'),
    },
  );
  if ([20, 100, 250, 500, 750, 1000].includes(number + 1)) {
    globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    const [resident, heap, outside] = [rss, heapUsed, external].map((bytes) => Math.round(bytes / 1e6));
    console.log(JSON.stringify({ photos: number + 1, finds, resident, heap, outside }));
  }
}
