import { beforeAll, describe, expect, it } from 'vitest';
import { drawDevicePhoto, scenes } from '../../../local/marketplace/drawn/device-photo.ts';
import { createPhotoReader, type PhotoReader } from '../../../shared/vision/read-photo.ts';
import { writingPhoto } from '../../support/odd-photos.ts';

const imeis = ['355167890712340', '351451208401216'];
let reader: PhotoReader;
beforeAll(async () => {
  reader = await createPhotoReader();
});

async function identifiersOn(bytes: Uint8Array) {
  const reading = await reader.read(bytes);
  if (reading.outcome === 'unreadable') throw new Error(reading.why);
  return reading.identifiers;
}

/** The complete IMEIs. */
async function valuesOn(bytes: Uint8Array): Promise<string[]> {
  return (await identifiersOn(bytes)).flatMap(({ kind, value }) => (kind === 'imei' ? value : []));
}

describe('a photo of a device', () => {
  it.each(scenes)('tells both numbers of a dual-SIM phone: %s', async (scene) => {
    expect(await valuesOn(await drawDevicePhoto({ scene, imeis, key: 'both' }))).toEqual(imeis);
  });

  it('says that a number in bars was read from a barcode, which no digit of is in doubt', async () => {
    const [first] = await identifiersOn(await drawDevicePhoto({ scene: 'barcode', imeis, key: 'bars' }));
    expect(first).toMatchObject({ source: 'barcode', labelled: false, minDigitConfidence: 1 });
  });

  it('says that a label stood beside the number, how sure the least sure digit is, and where', async () => {
    const [found] = await identifiersOn(await writingPhoto('IMEI: 355167890712340').png().toBuffer());
    expect(found).toMatchObject({ kind: 'imei', value: imeis[0], source: 'text', labelled: true });
    expect(found?.minDigitConfidence).toBeGreaterThan(0.9);
    // Behind the label, which takes six letters of 21.6 points from 30 on; some points of margin.
    expect(found?.box.x).toBeGreaterThan(140);
    expect(found?.box.x).toBeLessThan(165);
    expect((found?.box.x ?? 0) + (found?.box.width ?? 0)).toBeGreaterThan(475);
  });

  it.each([90, 180, 270])('is read when it was held turned by %i degrees', async (degrees) => {
    expect(await valuesOn(await writingPhoto('IMEI: 355167890712340').rotate(degrees).png().toBuffer())).toEqual([imeis[0]]);
  });

  it('is measured in its own points, upright, however large it was', async () => {
    const enlarged = writingPhoto('IMEI: 355167890712340').resize(3840).withMetadata({ orientation: 3 }).rotate(180);
    const [found] = await identifiersOn(await enlarged.jpeg().toBuffer());
    expect(found?.box.x).toBeGreaterThan(140 * 6);
    expect(found?.box.x).toBeLessThan(165 * 6);
  });
});

describe('what names a device less surely', () => {
  it('is a serial number that the photo calls one', async () => {
    const found = await identifiersOn(await writingPhoto('SERIAL NO. F662CF161Q').png().toBuffer());
    expect(found.map(({ kind, value, labelled }) => [kind, value, labelled])).toEqual([['serial', 'F662CF161Q', true]]);
  });

  it('is an IMEI of which digits are hidden sign by sign: what is seen stands, and nothing more', async () => {
    const found = await identifiersOn(await writingPhoto('IMEI: 3551678907XXXXX').png().toBuffer());
    expect(found.map(({ kind, value }) => [kind, value])).toEqual([['partial', '3551678907?????']]);
  });

  it('is none where signs or digits may have been overlooked', async () => {
    expect(await identifiersOn(await writingPhoto('IMEI: 3551678907XXXX').png().toBuffer())).toEqual([]);
    expect(await identifiersOn(await writingPhoto('IMEI: 3551678907').png().toBuffer())).toEqual([]);
  });

  it('is no serial number that nothing calls so', async () => {
    expect(await identifiersOn(await writingPhoto('MODEL F662CF161Q').png().toBuffer())).toEqual([]);
  });
});

describe('what is left alone', () => {
  it.each([
    ['a number that fails the check', 'IMEI: 355167890712341'],
    ['fourteen digits: one may have been overlooked', 'IMEI: 35516789071234'],
    ['an order number', 'ORDER NO. 355167890712340'],
    ['a SIM card', 'ICCID 8944355167890712340'],
    ['a number with a digit covered', 'IMEI: 3551678907123 0'],
    ['a number with its end crossed out', 'IMEI: 355167890XXXXXX'],
  ])('is %s', async (_, text) => {
    expect(await valuesOn(await writingPhoto(text).png().toBuffer())).toEqual([]);
  });

  it('is what is no photo, with the reason', async () => {
    expect(await reader.read(Buffer.from('<html>'))).toEqual({ outcome: 'unreadable', why: expect.stringContaining('found HTML') });
  });
});
