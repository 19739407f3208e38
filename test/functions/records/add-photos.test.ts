import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { match } from '../../../functions/match/match.ts';
import { addPhotos } from '../../../functions/records/add-photos.ts';
import { drawPhotoKey, photoPng } from '../../../local/marketplace/photo.ts';
import { randomFrom } from '../../../local/sample/random.ts';
import { createPhotoRows } from '../../../shared/aws/photo-index.ts';
import { sha256 } from '../../../shared/evidence/sha256.ts';
import { filePhoto, notePhotoUse } from '../../../shared/photo-filing.ts';
import { decodePhoto } from '../../../shared/vision/decode-photo.ts';
import { fingerprintOf } from '../../../shared/vision/fingerprint.ts';
import { aRecord } from '../../support/console-data.ts';
import { createIndexRowsInMemory } from '../../support/index-rows-in-memory.ts';
import { createMatchingInMemory } from '../../support/matching-in-memory.ts';
import { openRecordsDesk, type RecordsDesk, recordsCsv } from '../../support/records-desk.ts';

let desk: RecordsDesk;
beforeAll(async () => {
  desk = await openRecordsDesk();
});
afterAll(() => desk.stop());

const photo = Buffer.from(photoPng(drawPhotoKey(randomFrom('an owner', 4), 'Blue')));
const copy = await sharp(photo).extract({ left: 12, top: 16, width: 216, height: 288 }).jpeg().toBuffer();
const token = sha256(photo).slice(0, 16);

async function printOf(bytes: Uint8Array) {
  const decoded = await decodePhoto(bytes);
  const found = decoded.outcome === 'photo' ? await fingerprintOf(decoded.photo) : undefined;
  if (found === undefined) throw new Error('no fingerprint');
  return found;
}

async function add(reference: string, uploads: Record<string, Uint8Array>) {
  for (const [key, bytes] of Object.entries(uploads)) await desk.stores.uploads.put(key, bytes, 'image/png');
  await addPhotos({ type: 'add-photos', reference, keys: Object.keys(uploads), actor: 'desk' }, desk.parts);
}

describe('the photos of an owner', () => {
  it('are noted with the record, which is compared anew with the listings that show one', async () => {
    await desk.upload('one', recordsCsv(1));
    await desk.deliver('one');
    desk.announced();
    const filing = { index: desk.parts.photos, retentionDays: 30, now: desk.parts.now };
    await filePhoto('copy', await printOf(copy), filing);
    await notePhotoUse('copy', { source: 'gumtree', itemId: '7', revision: 3, seller: { id: 'ann' } }, filing);
    await add('R-1', { 'photos/a': photo, 'photos/b': Buffer.from('<svg/>') });
    expect((await desk.stores.records.get('R-1'))?.photoHashes).toEqual([token]);
    expect(desk.sent.splice(0).map((body) => JSON.parse(body))).toEqual([
      { type: 'records-changed', why: 'changed', references: ['R-1'] },
      { type: 'listing-revised', source: 'gumtree', itemId: '7', revision: 3 },
    ]);
    const question = { subject: { kind: 'record', id: 'R-1' }, from: '2026-11-22', to: '2026-11-22' };
    const rows = [];
    for await (const { act, outcome, detail } of desk.stores.auditLog.rows(question, 'oldest-first')) rows.push({ act, outcome, detail });
    expect(rows.filter(({ act, outcome }) => act === 'record-photos-added' && outcome === 'done')).toMatchObject([
      { detail: { photos: 1, refused: ['photos/b: expected JPEG, PNG, WebP, GIF, AVIF or TIFF, found SVG'] } },
    ]);
  });

  it('outlive the next import of the file, and are noted once', async () => {
    await add('R-1', { 'photos/a': photo });
    await desk.upload('two', recordsCsv(1, 'Lambeth'));
    await desk.deliver('two');
    expect(await desk.stores.records.get('R-1')).toMatchObject({ area: 'Lambeth', photoHashes: [token] });
  });

  it('are refused for a record that is not there', async () => {
    await expect(add('none', { 'photos/a': photo })).rejects.toThrow('There is no record');
  });
});

describe('a listing that shows the photo of an owner', () => {
  async function market(said: { title: string; marks?: string[] }) {
    const photos = createPhotoRows(createIndexRowsInMemory());
    const desk = createMatchingInMemory();
    const parts = { ...desk.parts, photos };
    const filing = { index: photos, retentionDays: 30, now: () => new Date('2026-11-22T10:00:00Z') };
    const name = sha256(photo);
    await photos.nameOwners(name, 9_999_999_999);
    await filePhoto(name, await printOf(photo), filing);
    await filePhoto('copy', await printOf(copy), filing);
    const record = aRecord({ identifiers: [], marks: said.marks ?? [], photoHashes: [token] });
    await match(desk.keep(record), parts);
    const seen = { url: 'https://market.example/1.jpg', outcome: 'read', sha256: 'copy', comparable: true as const, finds: [] };
    const listing = {
      title: said.title,
      description: 'Good phone.',
      images: [],
      identifiers: [],
      source: 'gumtree',
      itemId: '1',
      firstSeenAt: '2026-11-20T10:00:00.000Z',
      photos: [seen],
    };
    await match(desk.keepListing(listing), parts);
    return desk.parts.cases.allAbout({ record: record.reference });
  }

  it('has it among the reasons, and rests on its description for all that', async () => {
    const [found] = await market({ title: 'Apple iPhone 13 128GB midnight' });
    expect(found?.match.evidence.find(({ field }) => field === 'photo')).toMatchObject({ level: 'near', bits: 12 });
    expect(found?.match.evidenceKind).toBe('description');
    expect(found?.state).toBe('waiting');
  });
});
