/** Whether audit rows are all there and say what they said when they were written. */

import { type AuditRow, CHAIN_START, type ChainedRow, hashOf } from './audit-event.ts';

export interface AuditFindings {
  rows: number;
  chains: number;
  /** Rows from before chains were kept: nothing can be said of them. */
  unchained: number;
  /** Sentences, each naming the row; none when all is well. At most MOST_NAMED. */
  faults: string[];
  faultCount: number;
}

/** A log that somebody rewrote has as many faults as rows. */
const MOST_NAMED = 100;

interface Chain {
  /** The number and hash of the last row up to which nothing is missing; undefined before the first was seen. */
  head: { number: number; hash: string } | undefined;
  /** Seen before the rows that come before them. */
  early: Map<number, ChainedRow>;
}

/**
 * Takes rows in the order of their time. Rows of one chain may come in another order than they were written, because an act is dated before it
 * is written. A check that begins in the middle of the log takes the first row it sees of each chain as given: `fromStart` says whether it may not.
 */
export class AuditCheck {
  private readonly chains = new Map<string, Chain>();
  private rows = 0;
  private unchained = 0;
  private readonly faults: string[] = [];
  private faultCount = 0;
  private readonly fromStart: boolean;

  constructor({ fromStart }: { fromStart: boolean }) {
    this.fromStart = fromStart;
  }

  add(row: AuditRow): void {
    this.rows += 1;
    if (!isChained(row)) {
      this.unchained += 1;
      return;
    }
    if (hashOf(row) !== row.hash) this.fault(`${nameOf(row)} does not say what it said when it was written`);
    const chain = this.chains.get(row.chain) ?? { head: undefined, early: new Map() };
    this.chains.set(row.chain, chain);
    if (chain.early.has(row.number) || (chain.head !== undefined && row.number <= chain.head.number)) {
      this.fault(`${nameOf(row)} takes the place of another row`);
      return;
    }
    chain.early.set(row.number, row);
    this.advance(chain, this.fromStart ? 1 : undefined);
  }

  /** After the last row: what still waits for a row before it waits in vain. */
  findings(): AuditFindings {
    for (const [name, chain] of this.chains) {
      // Begun in the middle: the lowest number that was seen is where this chain is taken up.
      if (chain.head === undefined && !this.fromStart) this.advance(chain, Math.min(...chain.early.keys()));
      const [next] = [...chain.early.keys()].sort((a, b) => a - b);
      if (next === undefined) continue;
      const first = (chain.head?.number ?? 0) + 1;
      this.fault(
        first === next - 1 ? `Row ${first} of chain ${name} is missing` : `Rows ${first} to ${next - 1} of chain ${name} are missing`,
      );
    }
    const { rows, unchained, faults, faultCount } = this;
    return { rows, chains: this.chains.size, unchained, faults, faultCount };
  }

  /** Follows the chain as far as it goes without a gap. `first` is the number that a chain not yet begun may begin with. */
  private advance(chain: Chain, first: number | undefined): void {
    for (;;) {
      const next = chain.head === undefined ? first : chain.head.number + 1;
      const row = next === undefined ? undefined : chain.early.get(next);
      if (row === undefined) return;
      chain.early.delete(row.number);
      const expected = chain.head?.hash ?? (row.number === 1 ? CHAIN_START : row.previous);
      if (row.previous !== expected) this.fault(`${nameOf(row)} does not follow from the row before it`);
      chain.head = { number: row.number, hash: row.hash };
    }
  }

  private fault(sentence: string): void {
    this.faultCount += 1;
    if (this.faults.length < MOST_NAMED) this.faults.push(sentence);
  }
}

function isChained(row: AuditRow): row is ChainedRow {
  return row.chain !== undefined && row.number !== undefined && row.previous !== undefined && row.hash !== undefined;
}

/** `Row 12 of chain Jq3k… (case-viewed by ama-osei at 2026-11-22T10:00:00.000Z)`. */
function nameOf({ chain, number, act, actor, at }: ChainedRow): string {
  return `Row ${number} of chain ${chain} (${act} by ${actor} at ${at})`;
}
