import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePhoto } from '../../../shared/vision/decode-photo.ts';
import { declaredPng, writingPhoto } from '../../support/odd-photos.ts';

async function photoOf(bytes: Uint8Array) {
  const decoded = await decodePhoto(bytes);
  if (decoded.outcome === 'refused') throw new Error(decoded.why);
  return decoded.photo;
}

async function whyRefused(bytes: Uint8Array): Promise<string> {
  const decoded = await decodePhoto(bytes);
  return decoded.outcome === 'refused' ? decoded.why : 'not refused';
}

/** Red, green and blue at a place. */
function colourAt({ points, width }: { points: Uint8Array; width: number }, x: number, y: number): number[] {
  return Array.from(points.subarray((y * width + x) * 4, (y * width + x) * 4 + 3));
}

const red = sharp({ create: { width: 60, height: 40, channels: 3, background: '#f00' } });

describe('a photo', () => {
  it('has four bytes a point, whatever it was', async () => {
    const odd: Record<string, Buffer> = {
      cmyk: await red.clone().toColourspace('cmyk').jpeg().toBuffer(),
      'sixteen bits': await red.clone().toColourspace('rgb16').png().toBuffer(),
      grey: await red.clone().greyscale().png().toBuffer(),
      palette: await red.clone().png({ palette: true }).toBuffer(),
      webp: await red.clone().webp().toBuffer(),
      gif: await red.clone().gif().toBuffer(),
      avif: await red.clone().avif({ effort: 0 }).toBuffer(),
      tiff: await red.clone().tiff().toBuffer(),
    };
    for (const [name, bytes] of Object.entries(odd)) {
      const photo = await photoOf(bytes);
      expect([name, photo.points.length, photo.scale]).toEqual([name, 60 * 40 * 4, 1]);
    }
  });

  it('keeps its colours when it was CMYK or had sixteen bits', async () => {
    for (const bytes of [
      await red.clone().toColourspace('cmyk').jpeg().toBuffer(),
      await red.clone().toColourspace('rgb16').png().toBuffer(),
    ]) {
      const [r = 0, g = 0, b = 0] = colourAt(await photoOf(bytes), 30, 20);
      expect(r).toBeGreaterThan(200);
      expect(Math.max(g, b)).toBeLessThan(70);
    }
  });

  it('is turned upright by its EXIF', async () => {
    const photo = await photoOf(await red.clone().withMetadata({ orientation: 6 }).jpeg().toBuffer());
    expect([photo.width, photo.height]).toEqual([40, 60]);
  });

  it('is white where it is transparent', async () => {
    const clear = sharp({ create: { width: 10, height: 10, channels: 4, background: '#0000' } });
    expect(colourAt(await photoOf(await clear.png().toBuffer()), 5, 5)).toEqual([255, 255, 255]);
  });

  it('is its first frame when it is animated', async () => {
    const frames = await Promise.all(
      ['#f00', '#0f0'].map((background) =>
        sharp({ create: { width: 20, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const photo = await photoOf(
      await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    );
    expect([photo.width, photo.height, ...colourAt(photo, 10, 10)]).toEqual([20, 20, 255, 0, 0]);
  });

  it('is read as far as it goes when it was cut off', async () => {
    const whole = await writingPhoto('IMEI').jpeg().toBuffer();
    expect((await photoOf(whole.subarray(0, whole.length / 2))).width).toBe(640);
  });

  it('is made smaller than 2400 points a side, and says by how much', async () => {
    const photo = await photoOf(
      await sharp({ create: { width: 4800, height: 1000, channels: 3, background: '#888' } })
        .jpeg()
        .toBuffer(),
    );
    expect([photo.width, photo.height, photo.scale]).toEqual([2400, 500, 2]);
  });
});

describe('what is refused', () => {
  it('is a photo that declares more points than a camera has, before they are unpacked', async () => {
    expect(await whyRefused(declaredPng(50_000, 50_000, 1))).toMatch(/pixel limit/);
  });

  it('is markup and archives under the name of an image', async () => {
    const named: Record<string, string> = {
      SVG: '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
      HTML: '<!DOCTYPE html><title>Not found</title>',
      'a ZIP archive': 'PK\u0003\u0004rest',
      PDF: '%PDF-1.7',
    };
    for (const [name, text] of Object.entries(named)) {
      expect(await whyRefused(Buffer.from(text))).toBe(`expected JPEG, PNG, WebP, GIF, AVIF or TIFF, found ${name}`);
    }
  });

  it('is an empty answer', async () => {
    expect(await whyRefused(new Uint8Array())).toBe('empty');
  });

  it('is whatever cannot be decoded, with a reason and without an exception', async () => {
    const heads = ['ffd8ff', '89504e470d0a1a0a', '474946383961', '524946460000000057454250', '0000001c6674797061766966', '49492a00'];
    const bytes = fc
      .tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }))
      .map(([head, rest]) => Buffer.concat([Buffer.from(head, 'hex'), rest]));
    await fc.assert(
      fc.asyncProperty(bytes, async (photo) => {
        const decoded = await decodePhoto(photo);
        if (decoded.outcome === 'refused') expect(decoded.why).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });
});

it('a few kilobytes that unpack to forty million points cost no more memory than a photo', async () => {
  const bomb = declaredPng(20_000, 2000, 2000);
  const before = process.memoryUsage.rss();
  const photo = await photoOf(bomb);
  expect([bomb.length < 60_000, photo.width]).toEqual([true, 2400]);
  expect(process.memoryUsage.rss() - before).toBeLessThan(150e6);
});
