import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { showable, showableLine, type TextPiece } from '../../../shared/pages/hostile-text.ts';

const texts = (pieces: TextPiece[]) => pieces.map((piece) => (piece.kind === 'text' ? piece.text : `[${piece.characters}]`)).join('');

describe('showable', () => {
  it('leaves ordinary text as it is', () => {
    expect(showable('iPhone 13, 128 GB\n£310', 100)).toEqual([{ kind: 'text', text: 'iPhone 13, 128 GB\n£310' }]);
  });

  it('notes a right-to-left override where it stood', () => {
    expect(showable('pay \u202Eenohp\u202C now', 100)).toEqual([
      { kind: 'text', text: 'pay ' },
      { kind: 'hidden', characters: 1, codes: 'U+202E' },
      { kind: 'text', text: 'enohp' },
      { kind: 'hidden', characters: 1, codes: 'U+202C' },
      { kind: 'text', text: ' now' },
    ]);
  });

  it.each([
    ['zero-width spaces', '3\u200B5\u200B6', '3[1]5[1]6'],
    ['a zero-width joiner between digits', '3\u200D5', '3[1]5'],
    ['a soft hyphen', 'iPh\u00ADone', 'iPh[1]one'],
    ['isolates', '\u2066left\u2069', '[1]left[1]'],
    ['tag characters', 'ok\u{E0068}\u{E0069}', 'ok[2]'],
    ['a Hangul filler', '\u3164', '[1]'],
    ['an empty Braille cell', '\u2800', '[1]'],
    ['control codes', 'a\u0000\u001B[2J', 'a[2][2J'],
    ['a line separator', 'a\u2028b', 'a[1]b'],
  ])('takes out %s', (_name, text, shown) => {
    expect(texts(showable(text, 100))).toBe(shown);
  });

  it.each([
    ['an emoji of several people', '👩‍🚀 and 👨‍👩‍👧'],
    ['an emoji with a skin tone', '👩🏽‍🚀'],
    ['a Persian word with its zero-width non-joiner', 'می\u200Cخواهم'],
    ['a heart with its variation selector', '❤️'],
    ['Thai with its vowel and tone marks', 'น้ำ ที่'],
    ['line breaks and tabs', 'a\n\tb'],
  ])('keeps %s', (_name, text) => {
    expect(showable(text, 100)).toEqual([{ kind: 'text', text }]);
  });

  it('keeps three marks on a letter and takes out the flood behind them', () => {
    expect(texts(showable(`Z${'\u0301'.repeat(40)}algo`, 100))).toBe(`Z${'\u0301'.repeat(3)}[37]algo`);
  });

  it('makes one kind of line break of all', () => {
    expect(texts(showable('a\r\nb\rc', 100))).toBe('a\nb\nc');
  });

  it('cuts a title of a megabyte and says by how much', () => {
    expect(showable('x'.repeat(1_000_000), 200)).toEqual([
      { kind: 'text', text: 'x'.repeat(200) },
      { kind: 'cut', characters: 999_800 },
    ]);
  });

  it('leaves no invisible character in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.integer({ min: 0, max: 200 }), (text, limit) => {
        const shown = showable(text, limit).flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []));
        expect(shown.join('')).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\u061C\u2060\uFEFF]/u);
        expect(shown.join('').length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

describe('showableLine', () => {
  it('puts a title on one line and counts what was hidden in it', () => {
    expect(showableLine(' i\u200BPhone\n\n 13\u202E ', 100)).toEqual({ text: 'iPhone 13', hidden: 2, cut: false });
  });
});
