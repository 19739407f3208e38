import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attributesOf } from '../../../../shared/sources/page/attribute-names.ts';
import { labelledLines } from '../../../../shared/sources/page/labelled-lines.ts';
import { readPage } from '../../../../shared/sources/read-page.ts';

const url = 'https://market.example/p/1';
const offer = `<script type="application/ld+json">{"@type":"Product","name":"iPhone 13 Pro","offers":{"price":"420","priceCurrency":"EUR"}}</script>`;

describe('the attributes of a device', () => {
  it.each([
    ['on one line, with a colon', '<p>Colour: Graphite</p><p>Storage : 128 GB</p>'],
    ['in a table', '<table><tr><th>Farbe</th><td>Graphite</td></tr><tr><th>Speicherkapazität</th><td>128 GB</td></tr></table>'],
    ['in a list of definitions', '<dl><dt>Couleur</dt><dd>Graphite</dd><dt>Capacité de stockage:</dt><dd>128 GB</dd></dl>'],
    ['in boxes', '<div><div>Kolor</div><div>Graphite</div></div><div><div>Pamięć wewnętrzna</div><div><b>128 GB</b></div></div>'],
  ])('are read %s', (_, markup) => {
    const reading = readPage({ url, text: `${offer}<h1>iPhone 13 Pro</h1>${markup}<p>As good as new, with its box and charger.</p>` });
    expect(reading.attributes).toEqual({ colour: 'Graphite', storage: '128 GB' });
    expect(reading.how['attributes']).toBe('page');
  });

  it('come from structured data and from the page together', () => {
    const ld = {
      '@type': 'Product',
      name: 'iPhone 13',
      brand: { name: 'Apple' },
      color: 'Blue',
      offers: { price: '420', priceCurrency: 'EUR' },
    };
    const more = { ...ld, additionalProperty: [{ '@type': 'PropertyValue', name: 'Model', value: 'iPhone 13' }] };
    const text = `<script type="application/ld+json">${JSON.stringify(more)}</script><h1>iPhone 13</h1><p>Colour: Red</p><p>Storage: 64 GB</p>`;
    expect(readPage({ url, text }).attributes).toEqual({ brand: 'Apple', model: 'iPhone 13', colour: 'Blue', storage: '64 GB' });
  });

  it('leave alone what stands before the offer, heads of columns and long texts', () => {
    const filter = '<ul><li>Colour</li><li>Red</li></ul>';
    const table = '<table><tr><th>Model</th><th>Colour</th></tr></table>';
    const text = `${offer}${filter}<h1>iPhone 13</h1>${table}<p>Storage: ${'much '.repeat(20)}</p>`;
    expect(readPage({ url, text }).attributes).toBeUndefined();
  });

  it('hold nothing but the fields asked for, whatever the labels are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string())), (pairs) => {
        expect(Object.keys(attributesOf(pairs) ?? {}).every((name) => ['brand', 'model', 'colour', 'storage'].includes(name))).toBe(true);
      }),
    );
    expect(
      attributesOf([
        ['__proto__', 'x'],
        ['constructor', 'y'],
        ['Marke:', ' Apple '],
      ]),
    ).toEqual({ brand: 'Apple' });
  });

  it('ends after as many lines as an honest page has', () => {
    const endless = Array.from({ length: 20_000 }, (_, line) => `label ${line}: value`);
    expect([...labelledLines(endless)].length).toBe(5000);
  });
});
