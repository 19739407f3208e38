import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawPhotoKey, photoPng } from '../../local/marketplace/photo.ts';
import { randomFrom } from '../../local/sample/random.ts';
import { createPhotoRows } from '../../shared/aws/photo-index.ts';
import { photoFamily } from '../../shared/photo-family.ts';
import { fileAgain, filePhoto, notePhotoUse } from '../../shared/photo-filing.ts';
import { decodePhoto } from '../../shared/vision/decode-photo.ts';
import { type Fingerprint, fingerprintOf } from '../../shared/vision/fingerprint.ts';
import { createIndexRowsInMemory } from '../support/index-rows-in-memory.ts';

const now = new Date('2026-11-22T10:00:00Z');
const day = 86_400_000;

async function fingerprint(bytes: Uint8Array): Promise<Fingerprint> {
  const decoded = await decodePhoto(bytes);
  const found = decoded.outcome === 'photo' ? await fingerprintOf(decoded.photo) : undefined;
  if (found === undefined) throw new Error('no fingerprint');
  return found;
}

const random = randomFrom('filed photos', 9);
const originals = await Promise.all(
  Array.from({ length: 60 }, async () =>
    Buffer.from(photoPng(drawPhotoKey(random, random.pick(['Black', 'White', 'Blue', 'Gold', 'Red'])))),
  ),
);

const changes: Record<string, (photo: Buffer) => Promise<Buffer>> = {
  recompressed: (photo) => sharp(photo).jpeg({ quality: 30 }).toBuffer(),
  resized: (photo) => sharp(photo).resize(120).webp({ quality: 50 }).toBuffer(),
  framed: (photo) => sharp(photo).extend({ top: 19, bottom: 19, left: 14, right: 14, background: '#fff' }).jpeg().toBuffer(),
  mirrored: (photo) => sharp(photo).flop().jpeg({ quality: 70 }).toBuffer(),
  cropped: (photo) => sharp(photo).extract({ left: 12, top: 16, width: 216, height: 288 }).jpeg().toBuffer(),
};

function filing() {
  const index = createPhotoRows(createIndexRowsInMemory());
  return { index, retentionDays: 30, now: () => now };
}

const seller = (id: string) => ({ id });
const use = (itemId: string, by: string, source = 'gumtree') => ({ source, itemId, revision: 1, seller: seller(by) });

describe('a photo that was filed', () => {
  it.each(Object.keys(changes))('is found again %s, whichever came first, and strangers are not', async (how) => {
    const change = changes[how];
    if (change === undefined) throw new Error(how);
    const parts = filing();
    const [one = originals[0], two = originals[1]] = originals;
    if (one === undefined || two === undefined) throw new Error('no photos');
    for (const [at, photo] of originals.entries()) if (at !== 1) await filePhoto(`${at}`.padStart(3, '0'), await fingerprint(photo), parts);
    await filePhoto('aaa', await fingerprint(await change(one)), parts);
    // The copy before its original.
    await filePhoto('bbb', await fingerprint(await change(two)), parts);
    await filePhoto('001', await fingerprint(two), parts);
    expect((await parts.index.get('000')).alike).toEqual(['aaa']);
    expect((await parts.index.get('aaa')).alike).toEqual(['000']);
    expect((await parts.index.get('001')).alike).toEqual(['bbb']);
  });

  it('ends alike however often and in whatever order it is filed', async () => {
    const [one, two] = [filing(), filing()];
    const photos = [originals[0], originals[0] && (await changes['cropped']?.(originals[0])), originals[2]];
    const prints = await Promise.all(photos.map((photo) => fingerprint(photo ?? Buffer.alloc(0))));
    for (const at of [0, 1, 2]) await filePhoto(`${at}`, prints[at] as Fingerprint, one);
    for (const at of [2, 1, 0, 1, 2]) await filePhoto(`${at}`, prints[at] as Fingerprint, two);
    for (const at of ['0', '1', '2']) expect(await two.index.get(at)).toEqual(await one.index.get(at));
  });

  it('reads no more of a crowded part than of any other', async () => {
    let read = 0;
    const rows = createIndexRowsInMemory();
    const index = createPhotoRows({
      ...rows,
      read: async (range, options) => {
        const found = await rows.read(range, options);
        read += found.rows.length;
        return found;
      },
    });
    const print = await fingerprint(originals[0] ?? Buffer.alloc(0));
    for (let at = 0; at < 500; at++)
      await index.file(`${at}`.padStart(4, '0'), JSON.stringify(print), { kept: ['0:1', '1:1'], asked: ['0:1'] }, 1);
    expect(await index.candidates('x', { kept: ['0:1'], asked: ['0:1', '1:1'] })).toHaveLength(40);
    expect(read).toBe(120);
  });

  it('is filed again by what is kept of it when half of its term is over, and read anew when nothing is kept', async () => {
    const parts = filing();
    await filePhoto('a', await fingerprint(originals[0] ?? Buffer.alloc(0)), parts);
    const before = (await parts.index.prints(['a'])).get('a')?.expiresAt ?? 0;
    expect(await fileAgain('a', { ...parts, now: () => new Date(now.getTime() + 3 * day) })).toBe(true);
    expect((await parts.index.prints(['a'])).get('a')?.expiresAt).toBe(before);
    expect(await fileAgain('a', { ...parts, now: () => new Date(now.getTime() + 20 * day) })).toBe(true);
    expect((await parts.index.prints(['a'])).get('a')?.expiresAt).toBe(before + 20 * 86_400);
    expect(await fileAgain('b', parts)).toBe(false);
  });
});

describe('a photo that sellers use', () => {
  it('is a stock picture from the fifth on, in whatever versions, and then every listing of it is asked again', async () => {
    const parts = filing();
    await parts.index.keepAlike('a', 'b', 1);
    for (const [at, by] of ['ann', 'ben', 'cem'].entries()) expect(await notePhotoUse('a', use(`${at}`, by), parts)).toEqual([]);
    expect(await notePhotoUse('b', use('3', 'dan'), parts)).toEqual([]);
    expect((await photoFamily('a', parts.index)).isStock).toBe(false);
    const again = await notePhotoUse('b', use('4', 'eve'), parts);
    expect(again.map(({ itemId }) => itemId).sort()).toEqual(['0', '1', '2', '3']);
    expect([await photoFamily('a', parts.index), await photoFamily('b', parts.index)].map(({ isStock }) => isStock)).toEqual([true, true]);
  });

  it('is none when one seller uses it for a hundred listings', async () => {
    const parts = filing();
    for (let at = 0; at < 100; at++) await notePhotoUse('a', use(`${at}`, 'dealer'), parts);
    expect(await photoFamily('a', parts.index)).toMatchObject({ sellers: 1, isStock: false });
  });
});
