/**
 * Letters and signs that are typed in place of digits. They count only where digits stand around them and a label says what they are;
 * every one leaves its digit in doubt.
 */

/** What each sign may stand for, likeliest first. Case matters: `B` is 8, `b` is 6; `G` is 6, `g` is 9. */
// biome-ignore format: a table
const readings: Record<string, readonly number[]> = {
  O: [0], o: [0], Q: [0], D: [0], О: [0], о: [0], Ο: [0], ο: [0], Ø: [0], ø: [0], θ: [0], Θ: [0], '@': [0], օ: [0], Օ: [0], U: [0], ס: [0],
  I: [1], l: [1], i: [1], L: [1], '|': [1], '!': [1], І: [1], і: [1], Ι: [1], ι: [1], ı: [1], Ӏ: [1], ӏ: [1], ł: [1], j: [1], J: [1], ן: [1],
  Z: [2], z: [2], Ζ: [2], ʐ: [2], Ƨ: [2], ƨ: [2],
  З: [3], з: [3], Э: [3], э: [3], E: [3], Ξ: [3], ε: [3], Ʒ: [3], ʒ: [3], е: [3], Е: [3], e: [3], Ε: [3], Ȝ: [3], ȝ: [3],
  A: [4], a: [4], А: [4], а: [4], Ч: [4], ч: [4], h: [4], Λ: [4], Y: [4], y: [4],
  S: [5], s: [5], Ѕ: [5], ѕ: [5], $: [5], '§': [5], Ƽ: [5], ƽ: [5],
  G: [6, 9], b: [6, 8], б: [6], Б: [6], ь: [6], σ: [6], δ: [6], ϭ: [6], '&': [8, 6],
  T: [7], t: [7], Т: [7], т: [7], '?': [7], '¬': [7], Γ: [7], Г: [7], '⅂': [7],
  B: [8], В: [8], в: [8], β: [8], Β: [8], ß: [8], Ȣ: [8], ȣ: [8], '%': [8], ვ: [3],
  g: [9, 6], q: [9], P: [9], p: [9], р: [9], Р: [9], ց: [9], գ: [9],
};

const table = new Map(Object.entries(readings));

/** The digits a sign may stand for, or undefined for one that resembles none: `S` gives `[5]`, `g` gives `[9, 6]`. */
export function digitsLike(character: string): readonly number[] | undefined {
  return table.get(character);
}
