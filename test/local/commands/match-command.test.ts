import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { matchFiles } from '../../../local/commands/match-command.ts';

const stolen = {
  type: 'stolen',
  stolen_id: 'S1',
  status: 'active',
  stolen_at: '2026-11-01T10:00:00Z',
  make: 'Apple',
  model_text: 'iphone 13 pro',
  colour_text: 'graphite',
  storage_text: '128gb',
  imei: '35 440919 702845 4',
};
const listing = {
  type: 'listing',
  listing_id: 'L1',
  site: 'gumtree',
  created_at: '2026-11-05T10:00:00Z',
  title: 'iPhone 13 Pro 128GB graphite',
  description: 'IMEI: 354409197028454. Works.',
  price: null,
  location: { text: null },
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'match-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(lines: unknown[]) {
  const path = join(folder, `${crypto.randomUUID()}.jsonl`);
  await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  const said = { written: [] as unknown[], warned: [] as string[], failed: [] as string[] };
  await matchFiles(
    { records: path, listings: path },
    {
      write: async (line) => void said.written.push(JSON.parse(JSON.stringify(line))),
      warn: (message) => said.warned.push(message.replace(`${path} `, '')),
      fail: (message) => said.failed.push(message.replace(`${path} `, '')),
    },
  );
  return said;
}

describe('match', () => {
  it('writes a line a listing with its candidates, best first, and reasons', async () => {
    const { written, failed } = await run([stolen, listing, { type: 'truth', listing_id: 'L1' }]);
    expect(failed).toEqual([]);
    expect(written).toHaveLength(1);
    expect(written[0]).toMatchObject({
      listing_id: 'L1',
      candidates: [{ stolen_id: 'S1', probability: 0.97, evidence: 'imei', action: 'flag' }],
    });
    expect(JSON.stringify(written[0])).toContain('The IMEI in the advert (35440919*****54) is the one in the report (35440919*****54).');
    expect(JSON.stringify(written[0])).not.toContain('354409197028454');
  });

  it('writes an empty list for a listing that fits nothing', async () => {
    const { written } = await run([stolen, { ...listing, title: 'Galaxy S21', description: '' }]);
    expect(written).toEqual([{ listing_id: 'L1', candidates: [] }]);
  });

  it('gives no probability to a recovered phone, and says why', async () => {
    const { written } = await run([{ ...stolen, status: 'recovered' }, listing]);
    expect(written[0]).toMatchObject({ candidates: [{ stolen_id: 'S1', probability: 0, action: 'none', flag: 'record-not-looked-for' }] });
  });

  it('flags a number on another model and does not push it', async () => {
    const { written } = await run([stolen, { ...listing, title: 'Galaxy S21', description: 'imei 354409197028454' }]);
    expect(written[0]).toMatchObject({ candidates: [{ stolen_id: 'S1', probability: 0.5, action: 'review', flag: 'model-differs' }] });
  });

  it('names the line and field of a bad line and goes on', async () => {
    const { written, failed } = await run(['{', { ...listing, listing_id: 'L0', created_at: 'yesterday' }, stolen, listing]);
    expect(failed).toEqual([
      'line 1: expected JSON, found "{"',
      'line 1: expected JSON, found "{"',
      'line 2: created_at: expected a date or date-time (2026-11-20T14:30:00Z)',
    ]);
    expect(written).toHaveLength(1);
  });

  it('leaves out an impossible IMEI without repeating it', async () => {
    const { warned, failed } = await run([{ ...stolen, imei: '354409197028455' }, listing]);
    expect(failed).toEqual([]);
    expect(warned).toHaveLength(1);
    expect(warned[0]).toMatch(/^line 1: imei left out: expected an IMEI/);
    expect(warned[0]).not.toContain('354409197028455');
  });
});
