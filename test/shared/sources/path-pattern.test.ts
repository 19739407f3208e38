import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePathPattern } from '../../../shared/sources/path-pattern.ts';
import { registry } from '../../../shared/sources/registry.ts';

const patterns = [
  ...new Set(registry.map(({ listing }) => listing.url)),
  '/anzeige/nr:itemId(\\d+).htm',
  '/p/:slug/:itemId(\\d+)',
  '/item/:itemId',
  '/:itemId(a|b){/more}*',
  '/x/:slug?/:itemId',
  '/ä/:itemId',
];
const piece = fc.constantFrom(
  ...[
    '/',
    '//',
    'item',
    'p',
    'itm',
    'iphone-13',
    '4711',
    '123456',
    'm12',
    '.htm',
    '.html',
    '-iid-',
    '-',
    'a',
    's-anzeige',
    'msg',
    'nr1.htm',
    'anzeige',
    '%20',
    'x',
    'more',
  ],
);

describe.each(patterns)('%s', (pattern) => {
  it('finds the ids that URLPattern finds', () => {
    const read = compilePathPattern(pattern);
    const whole = new URLPattern({ pathname: pattern });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const { pathname } = new URL(`https://market.example/${pieces.join('')}`);
        expect(read(pathname)).toBe(whole.exec({ pathname })?.pathname.groups['itemId']);
      }),
      { numRuns: 2000 },
    );
  });
});

it('refuses what is no URL pattern', () => {
  expect(() => compilePathPattern('/item/:itemId(\\d+')).toThrow(TypeError);
});
