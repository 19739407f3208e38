import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { measurePages, measureText } from '../../../local/source/measure-pages.ts';
import { jsonLdPage, searchPage } from '../../fixtures/pages/listings.ts';

let folder: string;

async function label(name: string, html: string, truth: object) {
  await writeFile(join(folder, `${name}.html`), html);
  await writeFile(join(folder, `${name}.truth.json`), JSON.stringify({ file: `${name}.html`, ...truth }));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fencewatch-measure-'));
  const url = 'https://market.example/phones';
  const six = [1, 2, 3, 4, 5, 6].map((n) => `https://market.example/item/phone-${n}/47${n}00`);
  await label('right', jsonLdPage, {
    kind: 'listing',
    title: 'Apple iPhone 13, Ann’s',
    alt_titles: ["Apple iPhone 13, Ann's"],
    price: 349.5,
    currency: 'GBP',
  });
  await label('wrong', jsonLdPage, { kind: 'listing', title: 'Another', price: null, currency: 'GBP' });
  await label('search', searchPage, {
    kind: 'search',
    url,
    listing_urls: [...six.slice(0, 5), 'https://market.example/item/phone-7/47700'],
  });
  await label('wall', '<html><body>Please verify you are human</body></html>', { kind: 'none' });
});
afterAll(() => rm(folder, { recursive: true }));

describe('the measure of reading', () => {
  it('counts titles, prices, currencies and links against what a person read, and names each fault', async () => {
    const pages = await measurePages(folder, false);
    expect(pages).toMatchObject([
      { file: 'right.html', wrong: [] },
      { file: 'search.html', wrong: ['1 offers not found', '1 links are no offers'], links: { found: 5, expected: 6, foreign: 1 } },
      { file: 'wall.html', wrong: [] },
      { file: 'wrong.html', wrong: [expect.stringContaining('title: '), 'price: 349.5'] },
    ]);
    expect(measureText(pages)).toMatch(/50\.0 % +1\/2 {2}listing pages with the right title[\s\S]*83\.3 % +5\/6 {2}offers found/);
  });

  it('names the file and field of a label that is none', async () => {
    await label('bad', jsonLdPage, { kind: 'advert' });
    await expect(measurePages(folder, false)).rejects.toThrow(/bad\.truth\.json, kind/);
    await rm(join(folder, 'bad.truth.json'));
  });

  it('says where labels are looked for when there are none', async () => {
    await expect(measurePages(tmpdir(), false)).rejects.toThrow('truth.json');
  });
});
