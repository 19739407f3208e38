import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJsLiteral } from '../../../../shared/sources/page/js-literal.ts';

describe('a value written as JavaScript', () => {
  it.each([
    [
      `{ad:{title:'Moto G',"price":999,},ok:!0,no:!1,none:void 0}`,
      { ad: { title: 'Moto G', price: 999 }, ok: true, no: false, none: undefined },
    ],
    ['[1,-.5,1e3,"\\u0041\\x42\\n\\"",`t`]', [1, -0.5, 1000, 'AB\n"', 't']],
    ['{/* state */ at: new Date("2026-11-02"), u: new URL("https://a.example")}', { at: '2026-11-02', u: 'https://a.example' }],
    ['{"a-b":{7:null}}', { 'a-b': { 7: null } }],
  ])('%s is read', (text, value) => {
    expect(parseJsLiteral(text, 0)).toEqual({ value, end: text.length });
  });

  it('names what it is given by name, and ends where it ends', () => {
    expect(parseJsLiteral('x={title:a};more', 2, new Map([['a', 'Moto G']]))).toEqual({ value: { title: 'Moto G' }, end: 11 });
  });

  it.each(['{a:alert(1)}', '{a:b}', '{a:constructor}', '{a:function(){}}', '{a:1', '"open', '{a:1+1}', '/*', '[', ''])(
    '%j is none',
    (text) => {
      expect(parseJsLiteral(text, 0)).toBeUndefined();
    },
  );

  it('of any JSON is that JSON', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(parseJsLiteral(json, 0)?.value).toEqual(JSON.parse(json));
      }),
      { numRuns: 200 },
    );
  });

  it('nested without end, or with brackets without end, ends in bounded time', () => {
    for (const text of ['['.repeat(1_000_000), '{a:'.repeat(500_000), `"${'\\"'.repeat(1_000_000)}`])
      expect(parseJsLiteral(text, 0)).toBeUndefined();
  });
});
