import { afterAll, describe, expect, it } from 'vitest';
import { encodePng } from '../../local/marketplace/png.ts';
import { launchChromium } from '../../shared/sources/browser.ts';
import { createPageDrawing } from '../../shared/sources/page-drawing.ts';
import { exampleSource } from '../support/source-fixture.ts';

const asked: string[] = [];
const drawing = createPageDrawing({
  launch: () => launchChromium(),
  fetcher: {
    async fetchPart(url) {
      asked.push(url);
      const body = new TextEncoder().encode('h1 { color: red }');
      return { status: 200, headers: {}, body, wire: { statusText: '', headers: [], body } };
    },
  },
});
afterAll(() => drawing.close());

const url = 'https://market.example/item/1';
const photo = encodePng({ width: 200, height: 200, points: new Uint8Array(120_000).fill(120) });
const photos = new Map([['https://market.example/1.png', { contentType: 'image/png', body: photo }]]);

function page(body: string) {
  return { url, text: `<!doctype html><link rel="stylesheet" href="/style.css">${body}`, source: exampleSource(), photos };
}

/** Width and height of a JPEG: the frame header (SOF0 or SOF2) holds them. */
function sizeOf(jpeg: Uint8Array): [width: number, height: number] {
  const bytes = Buffer.from(jpeg);
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  for (let at = 2; at < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    if (bytes[at + 1] === 0xc0 || bytes[at + 1] === 0xc2) return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
  }
  throw new Error('A JPEG without a frame');
}

describe('drawing a captured page', () => {
  it('shows the whole page and the offer alone, with the captured photos and the platform’s style', async () => {
    const body = '<div style="height:1500px">Menu</div><main style="width:600px;height:400px"><h1>iPhone</h1><img src="/1.png"></main>';
    const { fullPage, offer } = await drawing.draw(page(body));
    expect(sizeOf(fullPage)).toEqual([1280, expect.any(Number)]);
    expect(sizeOf(fullPage)[1]).toBeGreaterThan(1900);
    const [width, height] = sizeOf(offer ?? new Uint8Array());
    expect(width).toBe(600);
    // The element begins between two pixels.
    expect([400, 401]).toContain(height);
    expect(asked).toEqual(['https://market.example/style.css']);
  });

  it('runs no script and asks for nothing else', async () => {
    asked.length = 0;
    const script = '<script>document.body.innerHTML = "<main style=width:500px;height:500px>changed</main>"</script>';
    const { offer } = await drawing.draw(
      page(`<p>As it was</p>${script}<img src="https://tracker.example/1.gif"><iframe src="/frame"></iframe>`),
    );
    expect(offer).toBeUndefined();
    expect(asked).toEqual(['https://market.example/style.css']);
  });

  it('cuts a page that scrolls for ever', async () => {
    const { fullPage } = await drawing.draw(page('<div style="height:900000px">long</div>'));
    expect(sizeOf(fullPage)).toEqual([1280, 12_000]);
  });
});
