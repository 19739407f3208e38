import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Marketplace, startMarketplace } from '../../local/marketplace/marketplace.ts';
import { sampleRecords } from '../support/sample-records.ts';

const cli = fileURLToPath(new URL('../../local/cli.ts', import.meta.url));

describe('the command line', () => {
  let folder: string;
  let marketplace: Marketplace;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fencewatch-cli-'));
    const startedAt = new Date();
    marketplace = await startMarketplace({ seed: 5, startedAt, now: () => startedAt });
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await marketplace.stop();
    await rm(folder, { recursive: true });
  });

  it('explains itself and exits 0', async () => {
    expect(await fencewatch(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('records') });
    expect(await fencewatch(['--version'])).toMatchObject({ code: 0, stdout: '0.1.0\n' });
  });

  it.each([
    [['no-such-command'], 'no-such-command'],
    [['scan', '--no-such-option'], '--no-such-option'],
    [['start', '--port', 'many'], 'whole number'],
    [['read', 'page.html'], '--url'],
    [['read', 'page.html', '--url', 'page.html'], 'Expected an http or https address'],
    [['pause', 'pennyfield', '--by', 'me'], '--reason'],
    [['pause', 'pennyfield', '--by', 'me', '--reason', 'x', '--until', '2020-01-01'], 'Expected a time to come'],
    [['redrive', 'no-such-queue'], 'Allowed choices are scan, read'],
    [['evidence', 'export', '--out', 'evidence.wacz'], '--case ID or --first'],
    [['figures', '--from', 'today'], 'Expected a day'],
    [['figures', '--from', '2026-12-01', '--to', '2026-11-01'], '--to lies before --from'],
    [['identifiers', 'measure', '--each', 'many'], 'whole number'],
    [['model', 'fit', 'set.jsonl', '--share', '2'], 'between 0 and 1'],
    [['model', 'fit', 'set.jsonl', '--name', 'newest'], 'Expected a day'],
  ])('exits 2 for wrong usage: %j', async (words, said) => {
    expect(await fencewatch(words)).toMatchObject({ code: 2, stderr: expect.stringContaining(said) });
  });

  it.each([
    [['see', 'nowhere.jpg'], 'nowhere.jpg: there is no such file or folder'],
    [['read', 'nowhere.html', '--url', 'https://shop.example/1'], 'nowhere.html: there is no such file or folder'],
    [['evidence', 'verify', 'nowhere.wacz'], 'nowhere.wacz: there is no such file or folder'],
    [['status', '--data', 'nowhere'], 'There is no data folder'],
    [['cases', 'list', '--data', 'nowhere'], 'There is no data folder'],
  ])('exits 1 and says which file or folder is not there: %j', async (words, said) => {
    expect(await fencewatch(words)).toMatchObject({ code: 1, stderr: expect.stringContaining(said) });
  });

  it('promises no more of an exported audit than a file can show', async () => {
    const { code, stdout } = await fencewatch(['audit', 'verify', await write('audit.jsonl', '')]);
    expect(code).toBe(0);
    expect(stdout).toContain('no chain has a gap');
    expect(stdout).toContain('cannot tell what stood before the first or after the last row of a chain');
  });

  it('imports records, names every rejected row with field, expected and found, and changes nothing the second time', async () => {
    const file = await write(
      'records.csv',
      'reference,grade,stolen_at,imei1\nA-1,police-verified,2026-11-01,\nA-2,certain,2026-02-30,\nA-3,police-verified,2026-11-02,356938035643810\n',
    );
    const first = await fencewatch(['records', 'import', file, '--data', join(folder, 'desk')]);
    expect(first).toMatchObject({ code: 0 });
    expect(first.stdout).toContain('3 rows: 1 created, 0 changed, 0 unchanged, 2 rejected.');
    expect(first.stdout).toMatch(/row 2, grade: expected one of .*, found certain/);
    expect(first.stdout).toMatch(/row 2, stolen_at: expected .*, found 2026-02-30/);
    expect(first.stdout).toMatch(/row 3, imei1: expected /);
    const again = await fencewatch(['records', 'import', file, '--data', join(folder, 'desk')]);
    expect(again.stdout).toContain('0 created, 0 changed, 1 unchanged, 2 rejected.');
    const shown = await fencewatch(['records', 'show', 'A-1', '--json', '--data', join(folder, 'desk')]);
    expect(JSON.parse(shown.stdout)).toMatchObject({ reference: 'A-1', status: 'stolen' });
  });

  it('imports tables of TACs, says what they say of a number, and forgets a table', async () => {
    const data = ['--data', join(folder, 'tacs')];
    const table = await write('phones.csv', 'tac,brand,model\n35693803,Apple,iPhone 6\n12,Apple,iPhone 7\n');
    const imported = await fencewatch(['tac', 'import', table, ...data]);
    expect(imported).toMatchObject({ code: 0, stdout: expect.stringContaining('1 rows taken, of 1 TACs; 1 not taken.') });
    expect(imported.stdout).toContain('line 3, tac: expected a TAC of 8 digits');
    const shown = await fencewatch(['tac', 'show', '35-693803-564381-7', ...data]);
    expect(shown.stdout).toBe('35693803: Apple iPhone 6\n  phones.csv: Apple iPhone 6\n');
    const unknown = JSON.parse((await fencewatch(['tac', 'show', '35000009', '--json', ...data])).stdout);
    expect(unknown).toEqual({ tac: '35000009', name: null, contradictory: false, entries: [] });
    expect(await fencewatch(['tac', 'show', '123', ...data])).toMatchObject({ code: 1, stderr: expect.stringContaining('found 3 digits') });
    expect(await fencewatch(['tac', 'remove', 'phones.csv', ...data])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('0 TACs imported'),
    });
    expect(await fencewatch(['tac', 'import', 'no-such.csv', ...data])).toMatchObject({ code: 1 });
  });

  it('reads identifiers with a table of TACs', async () => {
    const table = await write('some.csv', 'tac,brand,model\n35693803,Apple,iPhone 6\n');
    const input = '{"id":"a","text":"IMEI 356938035643817","model":"iPhone 11"}\n';
    const { code, stdout } = await fencewatch(['extract', '--tacs', table], { input });
    expect(code).toBe(0);
    expect(JSON.parse(stdout).found).toMatchObject([{ features: { tac: 'Apple iPhone 6', modelAgrees: false } }]);
  });

  it('says which file it cannot read', async () => {
    const missing = await fencewatch(['records', 'import', 'no-such-file.csv', '--data', join(folder, 'desk')]);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('no-such-file.csv') });
    const unknown = await fencewatch(['records', 'import', 'records.xlsx', '--data', join(folder, 'desk')]);
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringContaining('expected a name that ends in .csv or .jsonl, found .xlsx') });
  });

  it('names what is wrong with a source file, and scans nothing', async () => {
    const source = { ...demoSource(), searchPage: { card: 'article[', maxPages: 1 }, colour: 'blue' };
    const unknown = await fencewatch([
      'scan',
      '--once',
      '--source',
      await write('bad.json', JSON.stringify(source)),
      '--data',
      join(folder, 's1'),
    ]);
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringMatching(/bad\.json at colour: expected no such field/) });
    const { colour: _colour, ...rest } = source;
    const selector = await fencewatch([
      'scan',
      '--once',
      '--source',
      await write('bad2.json', JSON.stringify(rest)),
      '--data',
      join(folder, 's1'),
    ]);
    expect(selector).toMatchObject({ code: 1, stderr: expect.stringMatching(/searchPage\.card: expected a CSS selector .*article\[/) });
    const disabled = { ...demoSource(), enabled: false, disabledBecause: 'Nobody has read the terms.' };
    const refused = await fencewatch([
      'scan',
      '--once',
      '--source',
      await write('off.json', JSON.stringify(disabled)),
      '--data',
      join(folder, 's1'),
    ]);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Nobody has read the terms.') });
  });

  it('scans once, prints JSON, and lists and shows the cases it found', async () => {
    const data = join(folder, 'scan');
    const source = await write('source.json', JSON.stringify(demoSource()));
    const scanned = await fencewatch(['scan', '--once', '--json', '--source', source, '--records', sampleRecords, '--data', data]);
    expect(scanned.code).toBe(0);
    const summary = JSON.parse(scanned.stdout);
    expect(summary.scans).toMatchObject([{ health: 'healthy', counts: { searchPages: 2 } }]);
    expect(summary.cases.length).toBeGreaterThan(0);
    const listed = JSON.parse((await fencewatch(['cases', 'list', '--json', '--data', data])).stdout);
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(summary.cases.map(({ id }: { id: string }) => id));
    const shown = await fencewatch(['cases', 'show', listed[0].id, '--data', data]);
    expect(shown.stdout).toMatch(/in all: \d+ in 100/);
    const pack = join(folder, 'evidence.wacz');
    const exported = await fencewatch(['evidence', 'export', '--first', '--by', 'DC Smith', '--out', pack, '--data', data]);
    expect(exported).toMatchObject({ code: 0, stdout: expect.stringMatching(/digest [0-9a-f]{64}\n$/) });
    const verified = await fencewatch(['evidence', 'verify', pack]);
    expect(verified).toMatchObject({ code: 0, stdout: expect.stringMatching(/whole\. Exhibit FW-.* by DC Smith\n {2}page, captured /) });
    const bytes = await readFile(pack);
    await writeFile(pack, bytes.with(-100, (bytes.at(-100) ?? 0) ^ 1));
    expect(await fencewatch(['evidence', 'verify', pack])).toMatchObject({ code: 1, stdout: expect.stringContaining('NOT WHOLE') });
    expect(JSON.parse((await fencewatch(['status', '--json', '--data', data])).stdout)).toMatchObject({ running: false, records: 500 });
  });

  it('does not scan a source that is paused, and says who paused it and why', async () => {
    const data = ['--data', join(folder, 'paused')];
    const source = await write(
      'paused.json',
      JSON.stringify({ ...demoSource(), id: 'quiet', searchPage: { ...demoSource().searchPage, maxPages: 1 } }),
    );
    const word = ['--reason', 'Asked to.', '--by', 'Ama Osei'];
    expect(await fencewatch(['scan', '--once', '--source', source, ...data])).toMatchObject({ code: 0 });
    expect(await fencewatch(['pause', 'no-such-source', ...word, ...data])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('quiet'),
    });
    expect(await fencewatch(['pause', 'quiet', ...word, ...data])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('by Ama Osei: Asked to.'),
    });
    const scanned = await fencewatch(['scan', '--once', '--source', source, ...data]);
    expect(scanned).toMatchObject({ code: 1, stderr: expect.stringContaining('by Ama Osei: Asked to.') });
    const { sources } = JSON.parse((await fencewatch(['status', '--json', ...data])).stdout);
    expect(sources).toContainEqual(expect.objectContaining({ id: 'quiet', sight: expect.objectContaining({ health: 'paused' }) }));
    expect(await fencewatch(['resume', 'quiet', '--by', 'Tom Berg', ...data])).toMatchObject({ code: 0 });
    expect(await fencewatch(['resume', 'quiet', '--by', 'Tom Berg', ...data])).toMatchObject({ code: 1 });
    const rows = (await fencewatch(['audit', 'export', ...data])).stdout;
    expect(rows).toMatch(/source-paused.*source-resumed/s);
  });

  it('shows the weights of matching, and no version that it does not know', async () => {
    const shown = await fencewatch(['model', 'show']);
    expect(shown).toMatchObject({ code: 0, stdout: expect.stringContaining('in force') });
    expect(shown.stdout).toMatch(/- storage: equal 0\.95; different -3\.5 bits\n/);
    const unknown = await fencewatch(['model', 'show', '2019-01-01']);
    expect(unknown).toMatchObject({ code: 1, stderr: expect.stringMatching(/expected a version of the model .*, found 2019-01-01/) });
  });

  it('fits weights to a labelled file, and writes over no version of the model', async () => {
    const stolen = { type: 'stolen', stolen_id: 'S1', stolen_at: '2026-11-01T10:00:00Z', model_text: 'iPhone 13', storage_text: '128gb' };
    const listing = { type: 'listing', listing_id: 'L1', created_at: '2026-11-05T10:00:00Z', title: 'iPhone 13 128GB' };
    const truth = { type: 'truth', listing_id: 'L1', stolen_id: 'S1' };
    const set = await write('labelled-pairs.jsonl', [stolen, listing, truth].map((line) => JSON.stringify(line)).join('\n'));
    const fitted = await fencewatch(['model', 'fit', set, '--folds', '2']);
    expect(fitted).toMatchObject({ code: 0, stdout: expect.stringContaining('1 by a person or by labels') });
    const known = await fencewatch(['model', 'fit', set, '--folds', '2', '--name', '2026-11-22', '--write', join(folder, 'model.ts')]);
    expect(known).toMatchObject({ code: 1, stderr: expect.stringContaining('which is known already') });
  });

  it('reads identifiers as a filter; a bad line is named and the others go on', async () => {
    const input = '{"id":"a","text":"IMEI 356938035643817"}\nnot json\n{"id":"b","html":"<p>IMEI <b>35693803</b>5643817</p>"}\n{"id":3}\n';
    const { code, stdout, stderr } = await fencewatch(['extract'], { input });
    expect(code).toBe(1);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: 'a', found: [{ kind: 'imei', value: '356938035643817', raw: '356938035643817', where: 'text' }] },
      {
        id: 'b',
        found: [{ kind: 'imei', value: '356938035643817', span: { start: 11, end: 30 }, features: { label: 'imei', checkDigit: 'right' } }],
      },
    ]);
    expect(stderr).toMatch(/line 2: expected JSON/);
    expect(stderr).toMatch(/line 4: expected \{"id","text"\}/);
  });

  it('measures the reading of labelled cases, names a bad line, and writes the tables into a page', async () => {
    const cases = await write(
      'labelled.jsonl',
      '{"id":"a","lang":"en","class":"plain","text":"IMEI 356938035643817","expected":[{"imei":"356938035643817","kind":"imei"}]}\n{"id":"b"}\n',
    );
    const page = await write('page.md', '# Reading\n<!-- measured: sample -->\nold\n<!-- end of sample -->\n');
    const { code, stdout, stderr } = await fencewatch(['identifiers', 'measure', cases, '--json', '--write', page]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/labelled\.jsonl line 2: /);
    expect(JSON.parse(stdout)).toMatchObject({ byWay: [{ name: 'plain', cases: 1, found: 1, falseClaims: 0 }], errors: [] });
    const written = await readFile(page, 'utf8');
    expect(written).toMatch(/identifiers measure labelled\.jsonl --write .*page\.md/);
    expect(written).toContain('| plain          |     1 |           1 |     1 |      0 | 100.0 % |');
    expect(written).not.toContain('old');
  });

  it('reads saved pages one by one and by list, packed or not', async () => {
    const html =
      '<html><head><script type="application/ld+json">{"@type":"Product","name":"iPhone 13","offers":{"price":"300","priceCurrency":"GBP"}}</script></head><body><h1>iPhone 13</h1></body></html>';
    await write('page.html', html);
    await writeFile(join(folder, 'page.html.gz'), gzipSync(html));
    const list = ['page.html', 'absent.html', 'page.html.gz'].map((file) => JSON.stringify({ url: 'https://unseen.example/item/1', file }));
    await write('list.jsonl', list.join('\n'));
    const one = await fencewatch(['read', '--url', 'https://unseen.example/item/1', join(folder, 'page.html')]);
    expect(JSON.parse(one.stdout)).toMatchObject({
      kind: 'listing',
      title: 'iPhone 13',
      price: 300,
      currency: 'GBP',
      how: { title: 'json-ld' },
    });
    const many = await fencewatch(['read', '--list', join(folder, 'list.jsonl')]);
    expect(many).toMatchObject({ code: 1, stderr: expect.stringContaining('line 2') });
    expect(many.stdout.trim().split('\n')).toHaveLength(2);
  });

  it('tries a saved page, and exits 1 for one that is no listing and no search', async () => {
    const product = '<script type="application/ld+json">{"@type":"Product","name":"iPhone 13","offers":{"price":300}}</script>';
    const page = await write('try.html', `<html><body><h1>iPhone 13</h1>${product}</body></html>`);
    const tried = await fencewatch(['source', 'try', page, '--url', 'https://unseen.example/item/1']);
    expect(tried).toMatchObject({ code: 0, stdout: expect.stringMatching(/price +300 +json-ld/) });
    const shell = await write('shell.html', '<html><body><div id="root"></div></body></html>');
    const json = await fencewatch(['source', 'try', '--json', shell]);
    expect([json.code, JSON.parse(json.stdout)]).toMatchObject([1, { kind: 'unknown', url: null, missing: [] }]);
    expect(await fencewatch(['source', 'try'])).toMatchObject({ code: 2 });
  });

  it('drafts a definition from pages, and the file it writes is accepted', async () => {
    const cards = [1, 2, 3, 4].map((n) => `<li><a href="/item/phone-${n}/4711${n}">A phone ${n}</a> £${n}50</li>`);
    const search = await write(
      'draft-search.html',
      `<html lang="en"><head><title>Phones</title></head><body><ul>${cards.join('')}</ul></body></html>`,
    );
    const out = join(folder, 'drafted.json');
    const drafted = await fencewatch(['source', 'draft', search, '--url', 'https://unseen.example/phones', '--out', out]);
    expect(drafted).toMatchObject({ code: 0, stderr: expect.stringContaining('a search with 4 offers') });
    const tried = await fencewatch(['source', 'try', search, '--url', 'https://unseen.example/phones', '--source', out]);
    expect(tried).toMatchObject({ code: 0, stdout: expect.stringContaining('by the source unseen-example') });
    expect(await fencewatch(['source', 'draft', search])).toMatchObject({ code: 1, stderr: expect.stringContaining('--url') });
  });

  it('finds no dead letters where nothing was done', async () => {
    const desk = join(folder, 'empty-desk');
    await mkdir(desk);
    const data = ['--data', desk];
    expect(await fencewatch(['redrive', ...data])).toMatchObject({ code: 0, stdout: 'There are no dead letters.\n' });
    const json = await fencewatch(['redrive', 'match', '--json', ...data]);
    expect([json.code, JSON.parse(json.stdout)]).toStrictEqual([0, { letters: [], redriven: 0, left: 0 }]);
  });

  it('does not delete anything unasked', async () => {
    const data = join(folder, 'to-reset');
    await mkdir(data);
    expect(await fencewatch(['reset', '--data', data])).toMatchObject({ code: 1, stderr: expect.stringContaining('--yes') });
    expect(await fencewatch(['reset', '--yes', '--data', data])).toMatchObject({ code: 0 });
  });

  it('says what to do about a data folder that cannot be written to', async () => {
    const file = await write('a-file', '');
    const result = await fencewatch(['scan', '--once', '--data', join(file, 'data')]);
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('Choose another with --data DIR') });
  });

  it('says what to do about a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    const others = { '--port': '0', '--check-port': '0' };
    const results = [];
    for (const option of Object.keys(others)) {
      const ports = Object.entries({ ...others, [option]: String(port) }).flat();
      results.push(await fencewatch(['start', ...ports, '--data', join(folder, 'port')]));
    }
    server.close();
    const refused = { code: 1, stderr: expect.stringContaining(`Port ${port} is in use`) };
    expect(results).toMatchObject([refused, refused]);
  });

  it('works beside a running start, and stops cleanly when asked', async () => {
    const data = join(folder, 'beside');
    const child = launch(['start', '--port', '0', '--data', data]);
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    while (!/Stolen records: 500 rows/.test(output)) await sleep(50);
    expect(JSON.parse((await fencewatch(['status', '--json', '--data', data])).stdout)).toMatchObject({ running: true, records: 500 });
    expect(await fencewatch(['scan', '--once', '--data', data])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is running in'),
    });
    child.kill('SIGINT');
    const code = await new Promise((ended) => child.once('close', ended));
    expect(code).toBe(0);
    expect(output).toContain('Stopped. The next start goes on from here.');
  });

  function demoSource() {
    const [site] = marketplace.sites;
    if (site === undefined) throw new Error('The demo marketplace has no site');
    const { searches, searchPage } = site.source;
    return { ...site.source, searches: searches.slice(0, 1), searchPage: { ...searchPage, maxPages: 2 } };
  }

  async function write(name: string, content: string): Promise<string> {
    await writeFile(join(folder, name), content);
    return join(folder, name);
  }

  function launch(words: readonly string[]): ChildProcess {
    const child = spawn(process.execPath, [cli, ...words], { cwd: folder });
    children.push(child);
    return child;
  }

  async function fencewatch(words: readonly string[], { input = '' } = {}) {
    const child = launch(words);
    let [stdout, stderr] = ['', ''];
    child.stdout?.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdin?.end(input);
    const code = await new Promise((ended) => child.once('close', ended));
    return { code, stdout, stderr };
  }
});
