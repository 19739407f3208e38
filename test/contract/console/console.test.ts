import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startConsole } from '../../../local/console-server.ts';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import type { LoopbackService } from '../../../local/serve-on-loopback.ts';
import { createAuditStore } from '../../../shared/aws/audit-store.ts';
import { createCaseStore } from '../../../shared/aws/case-store.ts';
import { createListingStore } from '../../../shared/aws/listing-store.ts';
import { createRecordStore } from '../../../shared/aws/record-store.ts';
import { createScanStore } from '../../../shared/aws/scan-store.ts';
import { seenOf } from '../../../shared/domain/work-on-case.ts';
import { aCase, aListing, aMatch, aRecord, aRevision, aScan, aSource } from '../../support/console-data.ts';
import { signIn } from '../../support/development-sign-in.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const sourceFile = join(tmpdir(), `console-sources-${process.pid}.json`);
let server: LoopbackService;

beforeAll(async () => {
  const client = services.dynamo;
  const listings = createListingStore({ client, table: tableName('listings') });
  const scans = createScanStore({ client, table: tableName('listings') });
  const cases = createCaseStore({ client, table: tableName('cases') });
  await createRecordStore({ client, table: tableName('records') }).upsert([aRecord()], { id: 'import-1', at: '2026-11-20T09:00:00.000Z' });
  await listings.saveReading({ listing: aListing({ revision: 1 }), revision: aRevision({ number: 1, changed: [] }) });
  await scans.open(aScan());
  await scans.close(aScan());
  for (let strength = 1; strength <= 30; strength += 1) {
    const evidence = [{ field: 'identifier', level: 'equal', bits: strength, sentence: `Strength ${strength}.` }];
    await cases.open(aCase({ id: `case-${strength}`, state: 'ready', match: aMatch({ evidence, bits: strength }) }));
  }
  await writeFile(sourceFile, JSON.stringify([aSource()]));
  const environment = { ...services.aws.environment, SOURCE_FILES: sourceFile, IDENTIFIER_KEY: 'k'.repeat(32) };
  server = await startConsole({ port: 0, environment, report: (error) => console.error(error) });
  cookie = await signIn(server.url, 'ama-osei');
});

afterAll(async () => {
  await server?.stop();
  await rm(sourceFile, { force: true });
});

let cookie = '';
const open = async (path: string) => (await fetch(server.url + path, { headers: { cookie } })).text();

describe('the console over real tables', () => {
  test('lists the strongest first and goes on where the page ended', async () => {
    const first = await open('/cases');
    expect([...first.matchAll(/href="\/cases\/(case-\d+)"/g)].map(([, id]) => id)).toEqual(
      Array.from({ length: 25 }, (_, index) => `case-${30 - index}`),
    );
    const [, next] = /href="(\/cases\?state=ready&amp;after=[^"]+)"/.exec(first) ?? [];
    const second = await open((next ?? '').replace('&amp;', '&'));
    expect([...second.matchAll(/href="\/cases\/(case-\d+)"/g)].map(([, id]) => id)).toEqual([
      'case-5',
      'case-4',
      'case-3',
      'case-2',
      'case-1',
    ]);
  });

  test('shows a case with listing, record and scan, and leaves its row in the audit table', async () => {
    const html = await open('/cases/case-30');
    for (const text of ['northside_phones', 'initials AM engraved', '42 search pages read', 'Strength 30.']) expect(html).toContain(text);
    const audit = createAuditStore({ client: services.dynamo, table: tableName('audit') });
    const rows = await audit.ofSubject('case', 'case-30');
    expect(rows.map(({ actor, act, outcome }) => [actor, act, outcome])).toEqual([['ama-osei', 'case-viewed', 'done']]);
  });

  test('answers an unknown id and a cursor of somebody else without failing', async () => {
    expect((await fetch(`${server.url}/cases/${encodeURIComponent('../../x#y')}`, { headers: { cookie } })).status).toBe(404);
    expect(await open('/cases?after=bm9uc2Vuc2U')).toContain('href="/cases/case-30"');
  });

  test('shows the health of the scans', async () => {
    expect(JSON.parse(await open('/health'))).toEqual({ status: 'ok', sources: [{ source: 'marktplein', lastScanHealth: 'healthy' }] });
  });
});

describe('two officers over real tables', () => {
  const send = (as: string, path: string, form: Record<string, string> = {}) =>
    fetch(server.url + path, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { cookie: as, origin: server.url },
      redirect: 'manual',
    });
  const audit = () => createAuditStore({ client: services.dynamo, table: tableName('audit') });
  const caseNow = (id: string) => createCaseStore({ client: services.dynamo, table: tableName('cases') }).get(id);
  let other = '';

  beforeAll(async () => {
    other = await signIn(server.url, 'ben-lindqvist');
  });

  test('who take and decide the same case at once decide it once', async () => {
    for (const id of ['case-1', 'case-2', 'case-3']) {
      const both = [cookie, other];
      const claims = await Promise.all(both.map((as) => send(as, `/cases/${id}/claim`)));
      expect(claims.map(({ status }) => status).sort()).toEqual([303, 409]);
      const seen = seenOf((await caseNow(id)) ?? aCase());
      const codes = ['not-the-device', 'legitimate-sale'];
      const decisions = await Promise.all(
        [...both, ...both].map((as, index) => send(as, `/cases/${id}/decision`, { code: codes[index % 2] ?? '', seen })),
      );
      expect(decisions.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
      const decided = await caseNow(id);
      expect([decided?.state, decided?.work?.decisions.length]).toEqual(['closed', 1]);
      const rows = await audit().ofSubject('case', id);
      expect(rows.filter(({ act, outcome }) => act === 'case-decided' && outcome === 'done')).toHaveLength(1);
    }
  });

  test('are offered different cases when both ask for the next at once', async () => {
    const led = await Promise.all([cookie, other, cookie, other].map((as) => send(as, '/cases/next', { queue: 'ready' })));
    const mine = new Set([0, 2].map((index) => led[index]?.headers.get('location')));
    for (const index of [1, 3]) expect(mine.has(led[index]?.headers.get('location') ?? '')).toBe(false);
  });
});
