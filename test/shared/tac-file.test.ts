import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packGroups, type TacGroup } from '../../shared/domain/tac/packed-tacs.ts';
import { decodeTacs, encodeTacs } from '../../shared/tac-file.ts';

async function groupsOf(bytes: Uint8Array): Promise<TacGroup[]> {
  const groups: TacGroup[] = [];
  for await (const group of decodeTacs(Readable.from([bytes]))) groups.push(group);
  return groups;
}

const group = (fields: Partial<TacGroup> = {}): TacGroup => ({
  source: 'one',
  brand: 'Apple',
  models: [],
  otherNames: [],
  tacs: [1],
  ...fields,
});

test('a directory written and read is the same, whatever its names hold', async () => {
  const groups = fc.uniqueArray(
    fc.record({
      source: fc.string({ minLength: 1 }),
      brand: fc.string({ unit: 'binary' }),
      models: fc.array(fc.string()),
      otherNames: fc.array(fc.string()),
      tacs: fc.uniqueArray(fc.integer({ min: 0, max: 99_999_999 }), { minLength: 1 }).map((tacs) => tacs.toSorted((a, b) => a - b)),
    }),
    { selector: ({ tacs, ...name }) => JSON.stringify(name) },
  );
  await fc.assert(
    fc.asyncProperty(groups, async (written) => {
      expect(await groupsOf(await encodeTacs(packGroups(written)))).toEqual(written);
    }),
    { numRuns: 40 },
  );
});

test.each([
  ['an empty file', Buffer.alloc(0), 1],
  ['no gzip', Buffer.from('tac,brand'), 1],
  ['a file of something else', gzipSync('{"id":1}\n'), 1],
  ['another version', gzipSync('{"format":"fencewatch TACs","version":2}\n'), 1],
  ['a TAC of nine digits', gzipSync(`{"format":"fencewatch TACs","version":1}\n${JSON.stringify(group({ tacs: [100_000_000] }))}`), 2],
  ['a line that is cut', gzipSync('{"format":"fencewatch TACs","version":1}\n{"source":"on'), 2],
])('%s is refused with its line', async (_what, bytes, line) => {
  await expect(groupsOf(bytes)).rejects.toThrow(`expected a TAC directory of version 1, found something else on line ${line}`);
});

test('a file that was cut off is refused', async () => {
  const whole = await encodeTacs(packGroups(Array.from({ length: 500 }, (_, at) => group({ models: [`Model ${at * 7919}`], tacs: [at] }))));
  await expect(groupsOf(whole.subarray(0, whole.length - 100))).rejects.toThrow('expected a TAC directory');
});
