/** Finds which of many concepts a clause speaks of, by the stems of their words, in one walk over the words of the clause. */

const letter = /[\p{L}\p{M}\d]/u;

/** Endings change in every case, so that shorter stems must stand for more words. */
const cyrillic = /^\p{Script=Cyrillic}/u;

interface Stem {
  stem: string;
  row: number;
  /** Whether more letters may follow. */
  open: boolean;
}

/** `crack` fits "cracked", but a stem of up to four letters must be the word itself or its plural ("dent", "dents") unless `*` opens it. */
export class StemTable<Concept extends string = string> {
  readonly #rows: Concept[];
  readonly #byStart = new Map<string, Stem[]>();

  /** Earlier rows come first in every answer. Stems are lower case; one of several words is a phrase. */
  constructor(rows: [concept: Concept, stems: string[]][]) {
    this.#rows = rows.map(([concept]) => concept);
    for (const [row, [, stems]] of rows.entries()) {
      for (const written of stems) {
        const stem = written.replace('*', '');
        const entry = { stem, row, open: stem !== written || stem.length > (cyrillic.test(stem) ? 3 : 4) };
        const filed = this.#byStart.get(stem.slice(0, 2));
        if (filed) filed.push(entry);
        else this.#byStart.set(stem.slice(0, 2), [entry]);
      }
    }
  }

  /** Concepts named in a lower-cased clause, in the order of the rows. */
  in(lower: string): Concept[] {
    const found = new Set<number>();
    for (const at of wordStarts(lower)) {
      for (const stem of this.#byStart.get(lower.slice(at, at + 2)) ?? []) if (isThere(lower, at, stem)) found.add(stem.row);
    }
    return [...found].sort((a, b) => a - b).flatMap((row) => this.#rows[row] ?? []);
  }

  /** Whether a single word belongs to some concept. */
  knows(word: string): boolean {
    return (this.#byStart.get(word.slice(0, 2)) ?? []).some((stem) => isThere(word, 0, stem));
  }

  /** The first concept of a single word. */
  of(word: string): Concept | undefined {
    return this.in(word)[0];
  }
}

function wordStarts(lower: string): number[] {
  const starts: number[] = [];
  let inWord = false;
  for (let at = 0; at < lower.length; at++) {
    const isLetter = letter.test(lower[at] ?? '');
    if (isLetter && !inWord) starts.push(at);
    inWord = isLetter;
  }
  return starts;
}

function isThere(lower: string, at: number, { stem, open }: Stem): boolean {
  if (!lower.startsWith(stem, at)) return false;
  if (open) return true;
  const following = lower.slice(at + stem.length, at + stem.length + 2).replace(/^s/, '');
  return !letter.test(following[0] ?? ' ');
}
