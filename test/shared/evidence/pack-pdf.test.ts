import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodePng } from '../../../local/marketplace/png.ts';
import { isDrawable } from '../../../shared/evidence/drawable-photo.ts';
import { packEvidence } from '../../../shared/evidence/pack.ts';
import { packPdf } from '../../../shared/evidence/pack-pdf.ts';
import { writeCapture } from '../../../shared/evidence/write-capture.ts';
import { renditionOf } from '../../../shared/vision/photo-rendition.ts';
import { aDraft, anAnswer, anExhibit, aReadingsCapture } from '../../support/captures.ts';

const png = encodePng({ width: 2, height: 2, points: new Uint8Array(12).fill(200) });
const brokenJpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]);

function photoOf(name: string, body: Uint8Array) {
  const url = `https://market.example/${name}`;
  return anAnswer({ what: 'photo', url, finalUrl: url, wire: { statusText: 'OK', headers: [['content-type', 'image/png']], body } });
}

const reasons = {
  match: {
    recordReference: '4236/26-F',
    probability: 0.97,
    modelVersion: '2026-11-27',
    evidence: [{ bits: 46.5, sentence: 'Der IMEI im Inserat – ąęłжω – ist der im Bericht.' }],
    gates: [],
  },
};
const custody = [{ at: '2026-11-22T10:00:00.000Z', actor: 'review', act: 'evidence-captured', outcome: 'done' }];

describe('a pack as a document', () => {
  it('is a PDF that bears the exhibit reference, for the force and for outsiders', async () => {
    const captures = [await writeCapture(aDraft())];
    for (const inside of [{ inside: { reasons, custody } }, {}]) {
      const pdf = Buffer.from(await packPdf((await packEvidence({ exhibit: anExhibit, captures, ...inside })).bytes));
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.toString('latin1')).toContain('(FW-7Kq2)');
    }
  });

  it('holds the photos that it can, and goes on past those that are none', async () => {
    const seen = [photoOf('1.png', png), photoOf('2.jpg', brokenJpeg), photoOf('3.png', new Uint8Array(0)), photoOf('4.png', png)];
    const pictures = await writeCapture(aDraft({ kind: 'pictures', seen, missing: [{ what: 'photo', why: '3 more of the page' }] }));
    const pdf = Buffer.from(await packPdf((await packEvidence({ exhibit: anExhibit, captures: [pictures] })).bytes));
    expect(pdf.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(2);
  });

  it('shows each photo on which a number was read, in a form that it can hold', async () => {
    const webp = await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#987' } })
      .webp()
      .toBuffer();
    const rendition = (await renditionOf(webp)) ?? new Uint8Array(0);
    const { files } = await aReadingsCapture({ caseId: '7Kq2', photo: webp, rendition });
    const pdf = Buffer.from(await packPdf((await packEvidence({ exhibit: anExhibit, captures: [files] })).bytes));
    expect(pdf.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1);
  });

  it('is made of whatever a page says, however long, in a few pages', async () => {
    const title = 'x'.repeat(200_000);
    const missing = Array.from({ length: 12 }, () => ({ what: 'photo' as const, url: `https://market.example/${title}`, why: title }));
    const capture = await writeCapture(aDraft({ missing }));
    const pdf = Buffer.from(await packPdf((await packEvidence({ exhibit: { ...anExhibit, title }, captures: [capture] })).bytes));
    expect(pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length).toBeLessThan(15);
  });

  it('is not made of a pack that was changed', async () => {
    const { bytes } = await packEvidence({ exhibit: anExhibit, captures: [await writeCapture(aDraft())] });
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    await expect(packPdf(bytes)).rejects.toThrow('the pack is not whole');
  });
});

describe('a photo that a PDF can hold as it is', () => {
  const changed = (at: number, value: number) => Uint8Array.from(png).with(at, value);
  it.each([
    ['an opaque PNG', png, true],
    ['a PNG with transparency', changed(25, 6), false],
    ['an interlaced PNG', changed(28, 1), false],
    ['a PNG cut short', png.subarray(0, 20), false],
    ['a JPEG', brokenJpeg, true],
    ['a web page', new TextEncoder().encode('<!doctype html><html><head><title>Not a photo</title>'), false],
  ])('is %s: %#', (_, bytes, drawable) => {
    expect(isDrawable(bytes)).toBe(drawable);
  });
});
