/** Letters and digits alone, in lower case: what two ways of writing one title or text have in common. Of any script. */
export function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** So many letters at the beginning tell texts apart; platforms shorten what they put into metadata behind them. */
const tellingLetters = 60;

/** Whether one text is the other, or its beginning: `Great condition. No engine…` of a text that goes on. */
export function isNearSame(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one, other].map((text) => letters(text.slice(0, 4 * tellingLetters)).slice(0, tellingLetters));
  if (a === undefined || b === undefined) return false;
  return a.startsWith(b) || b.startsWith(a);
}
