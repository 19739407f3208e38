import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSources, SourceFilesInvalid } from '../../../shared/sources/load-sources.ts';
import { exampleSource } from '../../support/source-fixture.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sources-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function file(name: string, content: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function problemsOf(files: string[]) {
  const error: unknown = await loadSources({ registry: [], files }).catch((thrown: unknown) => thrown);
  return error instanceof SourceFilesInvalid ? error : undefined;
}

describe('loadSources', () => {
  it('adds the definitions of files, one or many in each', async () => {
    const one = await file('one.json', exampleSource({ id: 'one' }));
    const many = await file('many.json', [exampleSource({ id: 'two' }), exampleSource({ id: 'three' })]);
    const loaded = await loadSources({ registry: [exampleSource()], files: [one, many] });
    expect(loaded.map(({ id }) => id)).toEqual(['larder-lane', 'one', 'two', 'three']);
  });

  it('lets a file replace a definition of the registry', async () => {
    const mine = await file('mine.json', exampleSource({ name: 'Enabled by us' }));
    const loaded = await loadSources({ registry: [exampleSource({ enabled: false, disabledBecause: 'unread' })], files: [mine] });
    expect(loaded.map(({ name, enabled }) => [name, enabled])).toEqual([['Enabled by us', true]]);
  });

  it('names file, path, expected and found of every problem at once', async () => {
    const broken = await file('broken.json', [exampleSource(), { ...exampleSource({ id: 'b' }), retentionDays: 0 }]);
    const absent = join(folder, 'absent.json');
    const error = await problemsOf([broken, absent]);
    expect(error?.problems.map(({ file: where, path }) => [where, path])).toEqual([
      [broken, '1.retentionDays'],
      [absent, ''],
    ]);
    expect(error?.message).toContain(`${broken} at 1.retentionDays: expected`);
    expect(error?.message).toContain('found 0');
  });

  it('refuses a file that is no JSON', async () => {
    const error = await problemsOf([await file('text.json', '{ id: craigslist }')]);
    expect(error?.problems[0]).toMatchObject({ path: '', expected: 'a readable JSON file' });
  });

  it('refuses one id in two files', async () => {
    const error = await problemsOf([await file('a.json', exampleSource()), await file('b.json', exampleSource())]);
    expect(error?.problems.map(({ path, found }) => [path, found])).toEqual([['id', 'larder-lane']]);
  });
});
