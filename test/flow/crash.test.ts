import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../local/commands/summary.ts';
import { type Marketplace, startMarketplace } from '../../local/marketplace/marketplace.ts';
import { sampleRecords } from '../support/sample-records.ts';

const cli = fileURLToPath(new URL('../../local/cli.ts', import.meta.url));

describe('a scan that is killed in the middle', () => {
  let folder: string;
  let marketplace: Marketplace;
  let sourceFile: string;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fencewatch-crash-'));
    // The clock stands still: what changes between the runs would blur what was lost.
    const startedAt = new Date();
    marketplace = await startMarketplace({ seed: 11, startedAt, now: () => startedAt });
    const [site] = marketplace.sites;
    if (site === undefined) throw new Error('The demo marketplace has no site');
    const { searches, searchPage } = site.source;
    sourceFile = join(folder, 'source.json');
    await writeFile(
      sourceFile,
      JSON.stringify({ ...site.source, searches: searches.slice(0, 1), searchPage: { ...searchPage, maxPages: 3 } }),
    );
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await marketplace.stop();
    await rm(folder, { recursive: true });
  });

  it('is gone on with by the next one, which loses nothing and flags nothing twice', async () => {
    // Records first: how long the list is weighs in every description, and it grows while a file is taken in.
    const [killed, spared] = [join(folder, 'killed'), join(folder, 'spared')];
    for (const data of [killed, spared]) await importRecords(data);
    await scanAndKill(killed, { afterListingPages: 25 });
    const after = await scanOnce(killed);

    expect(pairsOf(after)).toEqual(pairsOf(await scanOnce(spared)));
    expect(pairsOf(after).length).toBeGreaterThan(2);
    expect(new Set(pairsOf(after)).size).toBe(after.cases.length);
    expect(Object.values(after.deadLetters).every((parked) => parked === 0)).toBe(true);
  });

  async function importRecords(data: string): Promise<void> {
    const child = run(['records', 'import', sampleRecords, '--data', data]);
    child.stdout.resume();
    expect(await new Promise((ended) => child.once('close', ended))).toBe(0);
  }

  function scan(data: string) {
    return run(['scan', '--once', '--json', '--source', sourceFile, '--data', data]);
  }

  function run(command: string[]) {
    const child = spawn(process.execPath, [cli, ...command], { stdio: ['ignore', 'pipe', 'ignore'] });
    children.push(child);
    return child;
  }

  async function scanAndKill(data: string, { afterListingPages }: { afterListingPages: number }): Promise<void> {
    const before = marketplace.requests.count('listing');
    const child = scan(data);
    while (marketplace.requests.count('listing') - before < afterListingPages) {
      if (child.exitCode !== null) throw new Error('The scan was over before it could be killed');
      await sleep(10);
    }
    child.kill('SIGKILL');
    await new Promise((ended) => child.once('exit', ended));
  }

  async function scanOnce(data: string): Promise<Summary> {
    const child = scan(data);
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    const code = await new Promise((ended) => child.once('close', ended));
    expect(code).toBe(0);
    return JSON.parse(output);
  }
});

function pairsOf({ cases }: Summary): string[] {
  return cases.map(({ listing, match }) => `${listing.itemId} → ${match.recordReference}`).sort();
}
