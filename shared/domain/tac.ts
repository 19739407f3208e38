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
