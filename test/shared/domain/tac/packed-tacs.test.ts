import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NamedTac, packGroups, packTacs } from '../../../../shared/domain/tac/packed-tacs.ts';

const rows: fc.Arbitrary<NamedTac[]> = fc.array(
  fc.record({
    tac: fc.integer({ min: 1_000_000, max: 1_000_020 }).map((number) => `0${number}`),
    entry: fc.record({
      brand: fc.constantFrom('Apple', 'Samsung', ''),
      models: fc.array(fc.constantFrom('iPhone 6', 'SM-G973F', '"'), { maxLength: 2 }),
      otherNames: fc.array(fc.string(), { maxLength: 1 }),
      source: fc.constantFrom('one', 'two'),
    }),
  }),
);

const inOrder = (entries: readonly unknown[]) => entries.map((entry) => JSON.stringify(entry)).sort();

test('every TAC is found with everything that any table says of it, once', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const tacs = packTacs(given);
      for (const { tac } of given) {
        const said = new Set(
          given
            .filter((row) => row.tac === tac)
            .map(({ entry: { brand, models, otherNames, source } }) => JSON.stringify({ brand, models, otherNames, source })),
        );
        expect(inOrder(tacs.find(tac))).toEqual([...said].sort());
      }
      expect(tacs.size).toBe(new Set(given.map(({ tac }) => tac)).size);
    }),
  );
});

test('what is written out by name is the same directory again', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const tacs = packTacs(given);
      const again = packGroups([...tacs.groups()]);
      for (const { tac } of given) expect(again.find(tac)).toEqual(tacs.find(tac));
      expect(again.sources).toEqual(tacs.sources);
    }),
  );
});

test('a TAC that no table knows has no names, nor has what is no TAC', () => {
  const tacs = packTacs([{ tac: '35925406', entry: { brand: 'Apple', models: ['iPhone 6'], otherNames: [], source: 'one' } }]);
  expect(['35925405', '35925407', '00000000', '99999999', '3592540', 'A1000000', ''].flatMap(tacs.find)).toEqual([]);
  expect(packTacs([]).find('35925406')).toEqual([]);
});
