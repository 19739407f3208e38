/**
 * Every character that stands for a digit, by value. Digits are mapped before any other folding: the confusables table of
 * UTS #39 reads Arabic-Indic zero as a full stop and one as the letter l, and NFKC leaves both alone.
 */

/** The zeros of Unicode 17's decimal digits (general category Nd) beyond ASCII; each is followed by its one to nine. */
// biome-ignore format: a table
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50, 0xed0, 0xf20, 0x1040, 0x1090,
  0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50,
  0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0,
  0x116d0, 0x116da, 0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0,
  0x16b50, 0x16d70, 0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
];

/** Runs of digits inside other shapes (general categories No, Nl and So): first character, the digit it shows, how many follow in order. */
// biome-ignore format: a table
const shapes: readonly (readonly [first: number, digit: number, count: number])[] = [
  [0xb2, 2, 2], [0xb9, 1, 1], [0x2070, 0, 1], [0x2074, 4, 6], // superscripts
  [0x2080, 0, 10], // subscripts
  [0x2460, 1, 9], [0x24ea, 0, 1], // ① ⓪
  [0x2474, 1, 9], [0x2488, 1, 9], // ⑴ ⒈
  [0x24f5, 1, 9], [0x24ff, 0, 1], // ⓵ ⓿
  [0x2776, 1, 9], [0x2780, 1, 9], [0x278a, 1, 9], // ❶ ➀ ➊
  [0x3021, 1, 9], [0x3220, 1, 9], [0x3280, 1, 9], // 〡 ㈠ ㊀
  [0x1f100, 0, 1], [0x1f101, 0, 10], [0x1f10b, 0, 1], [0x1f10c, 0, 1], // 🄀 🄁 🄋 🄌
];

const values = new Map<number, number>();
for (const zero of zeros) for (let i = 0; i < 10; i++) values.set(zero + i, i);
for (const [first, digit, count] of shapes) for (let i = 0; i < count; i++) values.set(first + i, digit + i);

/** The value of a character beyond ASCII that shows one digit (`٣`, `３`, `𝟛`, `③`), or undefined. */
export function digitValue(codePoint: number): number | undefined {
  return values.get(codePoint);
}

/** The text with every digit character written in ASCII: `３５-٦٩` becomes `35-69`. Nothing else changes. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\p{ASCII}]/gu, (character) => {
    const value = digitValue(character.codePointAt(0) ?? 0);
    return value === undefined ? character : String(value);
  });
}
