import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeFile, importTacs, withoutSource } from '../../../local/tacs/import-tacs.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fencewatch-tacs-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('what several files say of one TAC stands side by side, each with its file', async () => {
  const one = await file('one.csv', 'tac,brand,model\n35000001,Apple,iPhone 6\n35000001,Apple,iPhone 6s\n35000001,Apple,iPhone 6\n');
  const two = await file('two.txt.gz', gzipSync('TAC|Brand Name|Model Name\n35000001|Samsung|SM-G973F\n'));
  const { tacs, reports } = await importTacs([one, two], undefined);
  expect(
    tacs
      .find('35000001')
      .map(({ source, brand, models }) => `${source}: ${brand} ${models}`)
      .sort(),
  ).toEqual(['one.csv: Apple iPhone 6', 'one.csv: Apple iPhone 6s', 'two.txt.gz: Samsung SM-G973F']);
  expect(reports.map(({ taken, tacs: count }) => [taken, count])).toEqual([
    [3, 1],
    [1, 1],
  ]);
});

test('a file imported again replaces what it said before and leaves the others alone', async () => {
  const one = await file('one.csv', 'tac,brand,model\n35000001,Apple,iPhone 6\n35000002,Apple,iPhone 7\n');
  const two = await file('two.csv', 'tac,brand,model\n35000001,Samsung,Galaxy S5\n');
  const { tacs: before } = await importTacs([one, two], undefined);
  await file('one.csv', 'tac,brand,model\n35000001,Apple,iPhone 8\n');
  const { tacs } = await importTacs([one], before);
  expect(tacs.find('35000001').map(({ models }) => models[0])).toEqual(['Galaxy S5', 'iPhone 8']);
  expect(tacs.find('35000002')).toEqual([]);
  expect([...withoutSource(tacs, 'one.csv').sources.keys()]).toEqual(['two.csv']);
});

test('a file of which nothing can be taken changes nothing, and the others are taken', async () => {
  const good = await file('good.csv', 'tac,brand,model\n35000001,Apple,iPhone 6\n');
  const { tacs: before } = await importTacs([good], undefined);
  const bad = await file('good.csv', 'tac,brand,model\n12,Apple,iPhone 6\n');
  const missing = join(folder, 'missing.csv');
  const other = await file('other.csv', 'tac,brand,model\n35000003,Apple,iPhone 7\n');
  const { tacs, reports } = await importTacs([bad, missing, other], before);
  expect([...tacs.sources.keys()]).toEqual(['good.csv', 'other.csv']);
  expect(reports.map(describeFile)).toEqual([
    `${bad}: 0 rows taken, of 0 TACs; 1 not taken.\n  line 2, tac: expected a TAC of 8 digits, or of 7 that lost a leading zero, found 12`,
    expect.stringContaining(
      `${missing}: 0 rows taken, of 0 TACs; 0 not taken.\n  line 0, file: expected a file that can be read, found ${missing}: there is no such file or folder`,
    ),
    `${other}: 1 rows taken, of 1 TACs; 0 not taken.`,
  ]);
});

test('two files of one name are refused, for one would replace the other', async () => {
  await expect(importTacs([join(folder, 'a', 'tacs.csv'), join(folder, 'b', 'tacs.csv')], undefined)).rejects.toThrow(
    'expected files of different names, found tacs.csv twice',
  );
});
