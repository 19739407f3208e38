import { describe, expect, it } from 'vitest';
import { captureReadings } from '../../../functions/review/capture-readings.ts';
import { review } from '../../../functions/review/review.ts';
import type { SeenPhoto } from '../../../shared/domain/seen-photo.ts';
import { packEvidence } from '../../../shared/evidence/pack.ts';
import { sha256 } from '../../../shared/evidence/sha256.ts';
import { verifyPack } from '../../../shared/evidence/verify-pack.ts';
import { readingsRequestFor } from '../../../shared/messages.ts';
import { anExhibit } from '../../support/captures.ts';
import { aCase, aListing, aRevision, IMEI } from '../../support/console-data.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aDelivery, aSourceOfItsOwn, createPipelineParts } from '../../support/pipeline-parts.ts';

const aws = useEmbeddedAws();
const url = 'https://market.example/photo/1.jpg';
const bytes = Buffer.from('the photo as it came');
const rendition = Buffer.from('the photo drawn anew');

function aPhoto(changes: Partial<SeenPhoto> = {}): SeenPhoto {
  const find = {
    value: IMEI,
    source: 'text' as const,
    labelled: true,
    minDigitConfidence: 0.97,
    box: { x: 1, y: 2, width: 300, height: 40 },
  };
  const read = { outcome: 'read', sha256: sha256(bytes), width: 900, height: 1200, readWith: { sharp: '0.35.5' } };
  return { url, seenAt: '2026-11-21T08:00:00.000Z', ...read, finds: [find], ...changes };
}

/** A Case of a listing with these photos, the bytes of the first kept. */
async function caseWithPhotos(photos: SeenPhoto[]) {
  const source = aSourceOfItsOwn();
  const parts = createPipelineParts(aws, source);
  const key = { source: source.id, itemId: '7' };
  const revision = aRevision({ number: 1, photos });
  await parts.read.listings.saveReading({ listing: aListing({ ...key, revision: 1 }), revision });
  await parts.see.bytes.put(sha256(bytes), { bytes, rendition }, source.retentionDays);
  const item = aCase({
    id: `case-${source.id}`,
    team: source.id,
    state: 'opened',
    listing: { ...key, url: 'https://market.example/7', title: 'x', revision: 1 },
  });
  await parts.review.cases.open(item);
  const message = { type: 'photos-read' as const, caseId: item.id, source: source.id, url: item.listing.url };
  return { parts, item, message, revision };
}

describe('capturing what was read on photos', () => {
  it('keeps the photo as it was read, the photo drawn anew, and the reading with its tools, and asks the platform nothing', async () => {
    const { parts, item, message } = await caseWithPhotos([aPhoto(), { url: 'https://market.example/2.jpg', outcome: 'read', finds: [] }]);
    await captureReadings(message, parts.review);
    const [stored] = await parts.review.captures.ofCase(item.id);
    if (stored === undefined) throw new Error('nothing kept');
    const manifest = await parts.review.captures.manifest(stored);
    expect(manifest.pieces.map(({ what, url: from, capturedAt, payload }) => [what, from, capturedAt, payload.sha256])).toEqual([
      ['photo', url, '2026-11-21T08:00:00.000Z', sha256(bytes)],
      ['rendition', url, '2026-11-21T08:00:00.000Z', sha256(rendition)],
    ]);
    expect(manifest.readings).toMatchObject([
      { photo: sha256(bytes), rendition: sha256(rendition), tools: { sharp: '0.35.5' }, finds: [{ value: IMEI }] },
    ]);
    expect(parts.fetcher.asked).toEqual([]);
    const pack = await packEvidence({ exhibit: anExhibit, captures: [await parts.review.captures.read(stored)] });
    expect((await verifyPack(pack.bytes)).whole).toBe(true);
  });

  it('keeps each photo once, and one that is read later in a capture of its own', async () => {
    const { parts, item, message } = await caseWithPhotos([aPhoto()]);
    await captureReadings(message, parts.review);
    await captureReadings(message, parts.review);
    expect(await parts.review.captures.ofCase(item.id)).toHaveLength(1);
    const later = Buffer.from('another photo');
    await parts.see.bytes.put(sha256(later), { bytes: later, rendition }, parts.review.source.retentionDays);
    const second = aPhoto({ url: 'https://market.example/photo/2.jpg', sha256: sha256(later) });
    await parts.read.listings.savePhotos({ source: message.source, itemId: '7' }, 1, [aPhoto(), second]);
    await captureReadings(message, parts.review);
    expect((await parts.review.captures.ofCase(item.id)).map(({ pieces }) => pieces)).toEqual([2, 2]);
  });

  it('says when the bytes are gone, once', async () => {
    const { parts, item, message } = await caseWithPhotos([aPhoto({ sha256: sha256(Buffer.from('never kept')) })]);
    await captureReadings(message, parts.review);
    await captureReadings(message, parts.review);
    const stored = await parts.review.captures.ofCase(item.id);
    expect(stored.map(({ pieces, missing }) => [pieces, missing])).toEqual([[0, 1]]);
  });

  it('is asked for when the case is opened, though the page is gone by then', async () => {
    const { parts, item, revision } = await caseWithPhotos([aPhoto()]);
    parts.fetcher.answer(item.listing.url, { outcome: 'refused', why: 'robots.txt forbids it' });
    await review({ type: 'case-opened', caseId: item.id, source: item.listing.source, url: item.listing.url }, aDelivery(), parts.review);
    expect(parts.queues.reviewQueue.sent).toEqual(readingsRequestFor(item, revision));
    expect(parts.queues.reviewQueue.sent.map(({ body }) => body)).toMatchObject([{ type: 'photos-read', caseId: item.id }]);
  });
});
