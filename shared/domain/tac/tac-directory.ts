/** The TAC, the first eight digits of an IMEI, names the model (3GPP TS 23.003 clause 6.2.1); a TacDirectory says which. */

/**
 * What one table says that a TAC names. Several entries of one TAC are variants of a model, or tables that disagree: one TAC has several
 * names, and a popular model owns dozens of TACs.
 */
export interface TacEntry {
  /** As the table writes it (`Apple`, `Guangdong Oppo Mobile`); empty where it names models alone. */
  brand: string;
  /** Names of the model, each as good as the others: `["SM-G973F", "SM-G973N"]`. Empty where the table names a brand alone. */
  models: readonly string[];
  /** What the table calls it besides; not always true of every phone of this TAC: `["A1549"]`. */
  otherNames: readonly string[];
  /** Which table says so: the name of the file it was imported from. */
  source: string;
}

export interface TacDirectory {
  /** What the tables say of a TAC of eight digits, in no order; nothing when none knows it, which says nothing: free tables are old. */
  find(tac: string): readonly TacEntry[];
}
