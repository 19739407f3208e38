/** The TAC, the first eight digits of an IMEI, names the model (3GPP TS 23.003 clause 6.2.1); a TacDirectory says which. */

/** What one TAC names: `{ brand: 'Apple', model: 'iPhone 6' }`. */
export interface TacEntry {
  brand: string;
  model: string;
}

/** Model names by TAC. A TAC that is not in it says nothing: free tables are old and a popular phone owns dozens. */
export interface TacDirectory {
  find(tac: string): TacEntry | undefined;
}

/** Whether the model a listing names is the one the TAC names; undefined when either says too little to tell. */
export function modelAgrees(entry: TacEntry, listed: string | undefined): boolean | undefined {
  if (listed === undefined) return undefined;
  const words = (text: string) => text.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  const named = words(entry.model);
  const said = new Set(words(listed));
  const numbers = named.filter((word) => /\d/.test(word));
  if (numbers.length === 0 || said.size === 0) return undefined;
  return numbers.every((number) => said.has(number));
}
