import { load } from 'cheerio';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { compileStreamSelector, type OpenElement } from '../../../../shared/sources/page/stream-selector.ts';

function matchedIds(html: string, css: string): string[] | undefined {
  const selector = compileStreamSelector(css);
  if (selector === undefined) return undefined;
  const ids: string[] = [];
  let current: OpenElement | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      current = { name, attributes, parent: current };
      if (selector.matches(current)) ids.push(attributes['id'] ?? '');
    },
    onclosetag() {
      current = current?.parent;
    },
  });
  parser.end(html);
  return ids;
}

const html = `<main id="m" class="page wide"><div id="d1" class="card ad"><a id="a1" href="/item/1" rel="next nofollow">x</a><p id="p1" class="ad-price">1</p></div>
<div id="d2" class="card"><section id="s1"><a id="a2" href="https://x.example/2" data-testid="ad-price-2">y</a></section></div></main>`;

describe('compileStreamSelector', () => {
  it.each([
    ['a', ['a1', 'a2']],
    ['.card', ['d1', 'd2']],
    ['.card.ad', ['d1']],
    ['.ad', ['d1']],
    ['#p1', ['p1']],
    ['div a', ['a1', 'a2']],
    ['div > a', ['a1']],
    ['main .card > section a[href]', ['a2']],
    ['[data-testid^="ad-price"]', ['a2']],
    ['a[rel~=next]', ['a1']],
    ['a[href$="/2"], p', ['p1', 'a2']],
    ["a[href*='item']", ['a1']],
    ['*[id=s1]', ['s1']],
  ])('matches %s as a document would', (css, ids) => {
    expect(matchedIds(html, css)).toEqual(ids);
  });

  it.each(['a:has(b)', 'p + a', 'p ~ a', ':contains("x")', 'li:nth-child(2)', 'a >', '> a', 'a,,b', ''])(
    'leaves %s to a document',
    (css) => {
      expect(compileStreamSelector(css)).toBeUndefined();
    },
  );

  it('agrees with cheerio on any selector that it accepts', () => {
    const compound = fc.constantFrom(
      'div',
      'a',
      '.card',
      '.ad',
      'p.ad-price',
      '[href]',
      'main',
      '#d2',
      'section',
      '*',
      'a[rel~="next"]',
      '.wide.page',
    );
    const combined = fc.array(fc.tuple(compound, fc.constantFrom(' ', ' > ')), { minLength: 1, maxLength: 4 });
    const $ = load(html, { xml: { xmlMode: false } });
    fc.assert(
      fc.property(combined, (steps) => {
        const css = steps.map(([part, combinator], index) => (index === 0 ? part : combinator + part)).join('');
        const expected = $(css)
          .toArray()
          .map((element) => $(element).attr('id'));
        expect(matchedIds(html, css)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});
