import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largerAddress, largestCandidate } from '../../../shared/sources/largest-photo.ts';

describe('the largest picture of a srcset', () => {
  it.each([
    ['a.jpg 400w, b.jpg 1200w, c.jpg 800w', 'b.jpg'],
    ['a.jpg, b.jpg 2x', 'b.jpg'],
    ['a.jpg 1.5x,b.jpg 3x', 'b.jpg'],
    ['  \n a.jpg\t400w ,\r\n b.jpg 1200w,', 'b.jpg'],
    // Addresses of image services hold commas.
    ['https://img.example/w_400,h_300/a.jpg 400w, https://img.example/w_1200,h_900/a.jpg 1200w', 'https://img.example/w_1200,h_900/a.jpg'],
    ['https://img.example/w_400,h_300/a.jpg', 'https://img.example/w_400,h_300/a.jpg'],
    ['a.jpg', 'a.jpg'],
    ['a.jpg 100w 50h, b.jpg 200w 100h', 'b.jpg'],
    // What says nonsense of its size is not taken for the largest.
    ['a.jpg 400w, b.jpg 9999999999w, c.jpg -5w, d.jpg NaNw, e.jpg 1e9w', 'a.jpg'],
    ['a.jpg (x, y) 400w, b.jpg 800w', 'b.jpg'],
    ['a.jpg ((((( 400w, b.jpg 800w', 'a.jpg'],
    [',,,,a.jpg,,,,', 'a.jpg'],
    ['', ''],
    [' , , ', ''],
    ['javascript:alert(1) 900w, a.jpg 400w', 'javascript:alert(1)'],
  ])('of %j is %j', (srcset, largest) => {
    expect(largestCandidate(srcset)).toBe(largest);
  });

  it('is one of those that stand there, whatever stands there', () => {
    const hostile = fc.array(fc.constantFrom('a.jpg', ',', ' ', '(', ')', '400w', '2x', '\n', 'data:image/png;base64,AA', '1e9x'), {
      maxLength: 40,
    });
    fc.assert(fc.property(hostile, (pieces) => pieces.join('').includes(largestCandidate(pieces.join('')))));
  });

  it('is found among a hundred thousand in no time to speak of', () => {
    expect(largestCandidate('a.jpg 1w, '.repeat(100_000))).toBe('a.jpg');
    expect(largestCandidate(`a.jpg ${'('.repeat(1_000_000)}`)).toBe('a.jpg');
  });
});

describe('the address of a larger photo', () => {
  const rules = [
    { replace: '_600x450', by: '_1200x900' },
    { replace: 's-l225', by: 's-l1600' },
  ];
  it.each([
    ['https://images.craigslist.org/00g0g_lCqNNdK05gC_600x450.jpg', 'https://images.craigslist.org/00g0g_lCqNNdK05gC_1200x900.jpg'],
    ['https://i.ebayimg.com/images/g/abc/s-l225.jpg?x=1', 'https://i.ebayimg.com/images/g/abc/s-l1600.jpg?x=1'],
    ['https://images.craigslist.org/00g0g_1200x900.jpg', undefined],
    ['https://_600x450.example/a.jpg', undefined],
    ['no address', undefined],
  ])('of %s is %s', (address, larger) => {
    expect(largerAddress(address, rules)).toBe(larger);
  });

  it('never leads to another host', () => {
    expect(largerAddress('https://a.example/x', [{ replace: '/x', by: '@evil.example/x' }])).toBeUndefined();
    expect(largerAddress('https://a.example/x', [{ replace: '/x', by: '.evil.example/x' }])).toBeUndefined();
    expect(largerAddress('https://a.example/x', [{ replace: 'x', by: '/evil.example/x' }])).toBe('https://a.example//evil.example/x');
  });
});
