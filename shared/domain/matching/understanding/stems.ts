/** `crack, smash, split` as a list; lines and commas part the stems, so that a row of a table reads like a sentence of the language. */
export function stems(words: string): string[] {
  return words.split(/[\n,]/).flatMap((word) => word.trim() || []);
}
