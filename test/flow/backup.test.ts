import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { attach } from '../../local/attach.ts';
import { listCases } from '../../local/commands/cases-command.ts';
import { statusOf } from '../../local/commands/status-command.ts';
import { openDataFolder } from '../../local/data-folder.ts';
import { type Marketplace, startMarketplace } from '../../local/marketplace/marketplace.ts';
import { verifyAudit } from '../../local/verify-audit.ts';
import type { AuditRow } from '../../shared/domain/audit-event.ts';
import { dayBefore } from '../../shared/domain/audit-seal.ts';
import { loadSources } from '../../shared/sources/load-sources.ts';
import { registry } from '../../shared/sources/registry.ts';
import { sampleRecords } from '../support/sample-records.ts';

const cli = fileURLToPath(new URL('../../local/cli.ts', import.meta.url));

let folder: string;
let marketplace: Marketplace;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fencewatch-backup-'));
  const startedAt = new Date();
  marketplace = await startMarketplace({ seed: 5, startedAt, now: () => startedAt });
});
afterAll(async () => {
  await marketplace.stop();
  await rm(folder, { recursive: true });
});

async function scanOnce(data: string, ...words: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, [cli, 'scan', '--once', '--data', data, ...words], { cwd: folder });
}

/** What people would ask a folder: does it see, is anything stuck, what are the cases, is the audit whole? */
async function knownIn(data: string) {
  const { stores, environment, stop } = await attach(await openDataFolder(data));
  try {
    const sources = await loadSources({ registry, files: [environment['SOURCE_FILES'] ?? ''] });
    const today = new Date().toISOString().slice(0, 10);
    const period = { from: dayBefore(today), to: today };
    const audit: AuditRow[] = [];
    for await (const row of stores.auditLog.rows(period, 'oldest-first')) audit.push(row);
    return {
      audit,
      status: await statusOf(stores, sources, false),
      cases: await listCases(stores, 'ready', 100),
      verdict: await verifyAudit({ ...period, fromStart: true }, { log: stores.auditLog, seals: stores.seals }),
    };
  } finally {
    await stop();
  }
}

it('a folder that was copied while nothing ran, and put back in another place, knows what it knew and goes on from there', async () => {
  const [data, backup, restored] = [join(folder, 'data'), join(folder, 'backup'), join(folder, 'elsewhere')];
  const [site] = marketplace.sites;
  if (site === undefined) throw new Error('The demo marketplace has no site');
  const { searches, searchPage } = site.source;
  const cutDown = { ...site.source, searches: searches.slice(0, 1), searchPage: { ...searchPage, maxPages: 2 } };
  const source = join(folder, 'source.json');
  await writeFile(source, JSON.stringify(cutDown));
  await scanOnce(data, '--source', source, '--records', sampleRecords);

  await cp(data, backup, { recursive: true });
  const before = await knownIn(data);
  expect(before.cases.length).toBeGreaterThan(0);
  expect(before.audit.length).toBeGreaterThan(0);
  expect(before.verdict.faults).toEqual([]);
  await rm(data, { recursive: true });
  await cp(backup, restored, { recursive: true });

  expect(await knownIn(restored)).toEqual(before);
  // The key of the index came along: the listings of before meet the records of before, and no case is opened twice.
  await scanOnce(restored, '--source', source);
  const after = await knownIn(restored);
  expect(after.cases.map(({ id }) => id)).toEqual(before.cases.map(({ id }) => id));
  expect(after.verdict.faults).toEqual([]);
});
