import { expect, it } from 'vitest';
import { countedPhotos } from '../../../functions/see/counted-photos.ts';
import { aSeenPhoto } from '../../support/captures.ts';
import { recordedMetrics } from '../../support/recorded-metrics.ts';
import { createScriptedFetcher, pageOf } from '../../support/scripted-fetcher.ts';
import { exampleSource } from '../../support/source-fixture.ts';

it('counts photos that were read, those with a number among them, and those that did not come or are none', async () => {
  const { metrics, recorded } = recordedMetrics();
  const scripted = createScriptedFetcher();
  const kept: string[] = [];
  const photoStore = { get: async () => undefined, put: async (sha256: string) => void kept.push(sha256) };
  const { fetcher, photos } = countedPhotos({ fetcher: scripted, photos: photoStore }, metrics);
  const at = (name: string) => `https://market.example/${name}.jpg`;
  scripted.answer(at('there'), pageOf(at('there'), 'bytes'));
  scripted.answer(at('missing'), pageOf(at('missing'), 'Not found', 404));
  scripted.answer(at('down'), { outcome: 'failed', why: 'HTTP 503' });
  scripted.answer(at('later'), { outcome: 'failed', why: 'later', isOurWait: true });
  for (const name of ['there', 'missing', 'down', 'later']) await fetcher.fetch(at(name), exampleSource());
  expect(recorded.added).toEqual({ PhotosNotRead: 2 });

  const { finds } = aSeenPhoto(Buffer.from('b'));
  await photos.put('a', { outcome: 'read', sha256: 'a', finds: [] }, 1);
  await photos.put('b', { outcome: 'read', sha256: 'b', finds }, 1);
  await photos.put('c', { outcome: 'no photo', sha256: 'c', finds: [] }, 1);
  expect(recorded.added).toEqual({ PhotosNotRead: 3, PhotosRead: 2, PhotosWithNumber: 1 });
  expect(kept).toEqual(['a', 'b', 'c']);
});
