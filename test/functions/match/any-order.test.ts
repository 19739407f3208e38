import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IndexRows } from '../../../shared/aws/index-rows.ts';
import type { ComparedListing } from '../../../shared/domain/matching/compared-listing.ts';
import { assumedMarket } from '../../../shared/domain/matching/market.ts';
import { currentModel } from '../../../shared/domain/matching/matching-model.ts';
import type { StolenRecord } from '../../../shared/domain/stolen-record.ts';
import type { MatchRequest } from '../../../shared/messages.ts';
import { anyListing, anyRecord } from '../../support/any-phone.ts';
import { createIndexRowsInMemory } from '../../support/index-rows-in-memory.ts';
import { createMatchingInMemory } from '../../support/matching-in-memory.ts';

/** So few records that a description alone is often enough. */
const market = assumedMarket(currentModel, 20);

type Matching = ReturnType<typeof createMatchingInMemory>;

const status = fc.constantFrom('stolen' as const, 'stolen' as const, 'recovered' as const);
/** A record that may be corrected and may be recovered, and a listing that may be revised. */
const sides = fc.record({
  records: fc.array(fc.tuple(anyRecord, fc.option(anyRecord, { nil: undefined }), status), { minLength: 1, maxLength: 6 }),
  listings: fc.array(fc.tuple(anyListing, fc.option(anyListing, { nil: undefined })), { minLength: 1, maxLength: 5 }),
});
type Sides = typeof sides extends fc.Arbitrary<infer Drawn> ? Drawn : never;

describe('any records and listings', () => {
  it('make the same cases in any order of their messages and with any repeated', async () => {
    let queued = 0;
    await fc.assert(
      fc.asyncProperty(sides, fc.infiniteStream(fc.nat()), async (drawn, chance) => {
        const straight = createMatchingInMemory({ market });
        for (const message of messagesOf(drawn, straight)) await straight.tell(message);
        const shuffled = createMatchingInMemory({ market });
        const messages = messagesOf(drawn, shuffled);
        const repeated = messages.filter(() => (chance.next().value ?? 0) % 3 === 0);
        for (const message of inAnyOrder([...messages, ...repeated], chance)) await shuffled.tell(message);
        expect(shuffled.open()).toEqual(straight.open());
        queued += straight.open().length;
      }),
      { numRuns: 60 },
    );
    expect(queued).toBeGreaterThan(20);
  });

  it('make the same cases whether they are all there before the first message or come one by one', async () => {
    await fc.assert(
      fc.asyncProperty(sides, fc.infiniteStream(fc.nat()), async (drawn, chance) => {
        const together = createMatchingInMemory({ market });
        for (const message of messagesOf(drawn, together)) await together.tell(message);
        const oneByOne = createMatchingInMemory({ market });
        for (const keep of interleaved(histories(drawn), chance)) await oneByOne.tell(keep(oneByOne));
        expect(oneByOne.open()).toEqual(together.open());
      }),
      { numRuns: 60 },
    );
  });
});

describe('messages worked on at the same time', () => {
  it('make the same cases as one after another', async () => {
    await fc.assert(
      fc.asyncProperty(sides, fc.infiniteStream(fc.nat()), async (drawn, chance) => {
        const straight = createMatchingInMemory({ market });
        for (const message of messagesOf(drawn, straight)) await straight.tell(message);
        const atOnce = createMatchingInMemory({ market, rows: unevenly(createIndexRowsInMemory(), chance) });
        await Promise.all(inAnyOrder(messagesOf(drawn, atOnce), chance).map(atOnce.tell));
        expect(atOnce.open()).toEqual(straight.open());
      }),
      { numRuns: 60 },
    );
  });
});

/** Each read and write takes its time, so that work at the same time meets in many ways. */
function unevenly(rows: IndexRows, chance: Iterator<number>): IndexRows {
  const pause = async () => {
    for (let turns = (chance.next().value ?? 0) % 40; turns > 0; turns -= 1) await Promise.resolve();
  };
  return {
    ...rows,
    putAll: (all) => pause().then(() => rows.putAll(all)),
    putNewer: (all) => pause().then(() => rows.putNewer(all)),
    deleteAll: (keys) => pause().then(() => rows.deleteAll(keys)),
    read: (range, options) => pause().then(() => rows.read(range, options)),
  };
}

/** Everything is kept, then told. */
function messagesOf(drawn: Sides, matching: Matching): MatchRequest[] {
  return histories(drawn).flatMap((history) => history.map((keep) => keep(matching)));
}

/** What happens to each side, in order. */
function histories({ records, listings }: Sides): ((matching: Matching) => MatchRequest)[][] {
  const record = ([first, corrected, last]: Sides['records'][number], at: number): StolenRecord[] =>
    [first, corrected, last === 'stolen' ? undefined : { ...(corrected ?? first), status: last }].flatMap((said) =>
      said ? { ...said, reference: `R${at}` } : [],
    );
  const listing = ([first, revised]: Sides['listings'][number], at: number): ComparedListing[] =>
    [first, revised].flatMap((said) => (said ? { ...said, itemId: `${at}` } : []));
  return [
    ...records.map((drawn, at) => record(drawn, at).map((said) => (matching: Matching) => matching.keep(said))),
    ...listings.map((drawn, at) => listing(drawn, at).map((said) => (matching: Matching) => matching.keepListing(said))),
  ];
}

/** Each history in its own order, with others in between. */
function interleaved<T>(all: T[][], chance: Iterator<number>): T[] {
  const waiting = all.map((history) => [...history]);
  const order: T[] = [];
  for (
    let left = waiting.filter((history) => history.length > 0);
    left.length > 0;
    left = waiting.filter((history) => history.length > 0)
  ) {
    const next = left[(chance.next().value ?? 0) % left.length]?.shift();
    if (next !== undefined) order.push(next);
  }
  return order;
}

function inAnyOrder<T>(items: readonly T[], chance: Iterator<number>): T[] {
  return items
    .map((item) => ({ item, place: chance.next().value ?? 0 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
