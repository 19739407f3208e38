import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuditCheck } from '../../../shared/domain/audit-check.ts';
import { type AuditRow, CHAIN_START, type ChainedRow, chained, hashOf } from '../../../shared/domain/audit-event.ts';

/** A chain of rows a second apart. */
function aChain(chain: string, length: number): ChainedRow[] {
  const rows: ChainedRow[] = [];
  for (let number = 1; number <= length; number += 1) {
    const at = new Date(Date.UTC(2026, 10, 22, 10, 0, number)).toISOString();
    const event = {
      at,
      actor: 'ama-osei',
      act: 'case-viewed',
      subject: { kind: 'case', id: `${chain}-${number}` },
      outcome: 'done',
    } as const;
    rows.push(chained(event, { chain, number, previous: rows.at(-1)?.hash ?? CHAIN_START }));
  }
  return rows;
}

function check(rows: readonly AuditRow[], fromStart = true) {
  const each = new AuditCheck({ fromStart });
  for (const row of rows) each.add(row);
  return each.findings();
}

const lengths = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
const chainsOf = (counts: number[]) => counts.flatMap((length, index) => aChain(`c${index}`, length));

describe('the check of the audit', () => {
  it('finds nothing wrong with whole chains, in whatever order their rows come', () => {
    fc.assert(
      fc.property(
        lengths.chain((counts) => fc.shuffledSubarray(chainsOf(counts), { minLength: counts.reduce((a, b) => a + b) })),
        (rows) => void expect(check(rows).faults).toEqual([]),
      ),
    );
  });

  it('finds every row that was taken away but the last of its chain', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), (length, at) => {
        const rows = aChain('c', length);
        const gone = at % (length - 1);
        expect(check(rows.toSpliced(gone, 1)).faults).toEqual([`Row ${gone + 1} of chain c is missing`]);
      }),
    );
  });

  it('finds every row that was changed, whether or not its hash was made to fit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.boolean(), (length, at, mended) => {
        const rows = aChain('c', length);
        const place = at % (length - 1);
        const forged = { ...rows[place], actor: 'somebody-else' } as ChainedRow;
        const rehashed = mended ? { ...forged, hash: hashOf(forged) } : forged;
        expect(check(rows.with(place, rehashed)).faultCount).toBe(1);
      }),
    );
  });

  it('finds a row that stands twice, and a chain that does not begin at its beginning', () => {
    const rows = aChain('c', 3);
    expect(check([...rows, ...rows.slice(1, 2)]).faults[0]).toContain('takes the place of another row');
    expect(check(rows.slice(2)).faults).toEqual(['Rows 1 to 2 of chain c are missing']);
  });

  it('takes a chain up where a period begins, and misses nothing after that', () => {
    const rows = aChain('c', 6);
    expect(check(rows.slice(2), false).faults).toEqual([]);
    expect(check(rows.slice(2).toSpliced(2, 1), false).faults).toEqual(['Row 5 of chain c is missing']);
  });

  it('says how many rows are from before chains were kept', () => {
    const { chain: _chain, number: _number, previous: _previous, hash: _hash, ...old } = aChain('c', 1)[0] as ChainedRow;
    expect(check([old])).toMatchObject({ rows: 1, unchained: 1, faults: [] });
  });
});

it('gives a row the same hash whatever the order of its fields', () => {
  const [row] = aChain('c', 1);
  const reversed = Object.fromEntries(Object.entries(row ?? {}).reverse()) as unknown as AuditRow;
  expect(hashOf(reversed)).toBe(row?.hash);
});
