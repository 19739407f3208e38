import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markFinds, standsIn } from '../../../functions/console/highlight.ts';

describe('markFinds', () => {
  it('marks a number exactly where it stood', () => {
    expect(markFinds('IMEI 35-693803-564380-9, cash only', [['35-693803-564380-9']])).toEqual([
      { text: 'IMEI ' },
      { text: '35-693803-564380-9', find: 1 },
      { text: ', cash only' },
    ]);
  });

  it('finds a number that stood across tags in the page', () => {
    expect(markFinds('IMEI 356938 035643809.', [['<b>356938</b>\n<i>035643809</i>']])).toEqual([
      { text: 'IMEI ' },
      { text: '356938 035643809', find: 1 },
      { text: '.' },
    ]);
  });

  it('finds full-width digits by their plain form', () => {
    expect(markFinds('No. ３５６９３８', [['356 938']])).toEqual([{ text: 'No. ' }, { text: '３５６９３８', find: 1 }]);
  });

  it('numbers each find by its place in the list', () => {
    const marked = markFinds('A 352099001761481 B 356938035643809', [['356938035643809'], ['352099001761481']]);
    expect(marked.map(({ find }) => find)).toEqual([undefined, 2, undefined, 1]);
  });

  it('keeps the longer of two finds that begin at one place', () => {
    expect(markFinds('3569380356438091', [['356938035643809'], ['3569380356438091']])).toEqual([{ text: '3569380356438091', find: 2 }]);
  });

  it('marks nothing for a find that stands elsewhere on the page', () => {
    expect(markFinds('Cash only', [['356938035643809']])).toEqual([{ text: 'Cash only' }]);
  });

  it('does not mark a few loose digits', () => {
    expect(markFinds('128 GB, 2 years', [['1<b>2</b>']])).toEqual([{ text: '128 GB, 2 years' }]);
  });

  it('stops marking a text that repeats one number', () => {
    const marked = markFinds('356938035643809 '.repeat(2000), [['356938035643809']]);
    expect(marked.filter(({ find }) => find !== undefined)).toHaveLength(50);
  });

  it('never loses or adds a character', () => {
    const raws = fc.array(fc.array(fc.string({ maxLength: 12 }), { maxLength: 3 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), raws, (text, found) => {
        expect(
          markFinds(text, found)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('standsIn', () => {
  it('knows a number that only hidden markup holds', () => {
    expect(standsIn('Cash only', { raw: '356938035643809' })).toBe(false);
  });
});
