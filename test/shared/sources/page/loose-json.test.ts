import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLooseJson } from '../../../../shared/sources/page/loose-json.ts';

describe('parseLooseJson', () => {
  it.each([
    ['{"a":[1,2,],}', { a: [1, 2] }],
    ['<!--\n{"a":"x"}\n-->', { a: 'x' }],
    ['//<![CDATA[\n{"a":1}\n//]]>', { a: 1 }],
    ['{"a":"line one\nline two\ttab"}', { a: 'line one\nline two tab' }],
    ['{"a":"it\\\'s"}', { a: "it's" }],
    ['{"a":[{"b":"cut here', { a: [{ b: 'cut here' }] }],
    ['{"a":1};(function(){})()', { a: 1 }],
    ['[{"a":"},]"},]', [{ a: '},]' }]],
  ])('mends %j', (text, value) => {
    expect(parseLooseJson(text)).toEqual({ value, repaired: true });
  });

  it.each(['', 'nope', '{{{', 'window.x()'])('gives up on %j', (text) => {
    expect(parseLooseJson(text)).toBeUndefined();
  });

  it('leaves good JSON as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(parseLooseJson(text)).toEqual({ value: JSON.parse(text), repaired: false });
      }),
    );
  });

  it('reads any object that lost its end or gained a comma, without throwing', () => {
    fc.assert(
      fc.property(fc.object(), fc.nat(), (value, cut) => {
        const text = JSON.stringify(value);
        parseLooseJson(text.slice(0, cut % (text.length + 1)));
        const gained = parseLooseJson(`${text.slice(0, -1)},}`);
        if (text !== '{}') expect(gained?.value).toEqual(JSON.parse(text));
      }),
      { numRuns: 200 },
    );
  });

  it('takes time in proportion to the text', () => {
    const text = `{"a":[${'{"b":"c",},'.repeat(100_000)}`;
    expect(parseLooseJson(text)?.repaired).toBe(true);
  });
});
