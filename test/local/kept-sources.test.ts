import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDataFolder } from '../../local/data-folder.ts';
import { keepSources, sourcesFile } from '../../local/kept-sources.ts';
import { exampleSource } from '../support/source-fixture.ts';

it('a folder goes on knowing the sources of former runs, each as it was last given, and forgets what it cannot read', async () => {
  const path = await mkdtemp(join(tmpdir(), 'fencewatch-sources-'));
  try {
    const folder = await openDataFolder(path);
    const [mine, demo] = [exampleSource({ id: 'mine' }), exampleSource({ id: 'demo' })];
    const known = async () =>
      JSON.parse((await folder.read(sourcesFile)) ?? '').map(({ id, name }: { id: string; name: string }) => `${id} ${name}`);

    expect(await keepSources(folder, [mine])).toEqual([]);
    expect(await keepSources(folder, [demo])).toEqual([]);
    expect(await known()).toEqual([`demo ${demo.name}`, `mine ${mine.name}`]);
    await keepSources(folder, [{ ...mine, name: 'Renamed' }]);
    await keepSources(folder, []);
    expect(await known()).toEqual(['mine Renamed', `demo ${demo.name}`]);

    await folder.write(sourcesFile, JSON.stringify([{ id: 'of-old', pages: 'paper' }, mine]));
    expect(await keepSources(folder, [demo])).toEqual(['of-old']);
    expect(await known()).toEqual([`demo ${demo.name}`, `mine ${mine.name}`]);
  } finally {
    await rm(path, { recursive: true });
  }
});
