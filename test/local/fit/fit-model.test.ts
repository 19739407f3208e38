import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fitModel } from '../../../local/fit/fit-model.ts';
import { fitText } from '../../../local/fit/fit-text.ts';
import { type LabelledSet, readLabelledSet } from '../../../local/fit/labelled-set.ts';
import { modelSource } from '../../../local/fit/model-source.ts';
import { currentModel } from '../../../shared/domain/matching/matching-model.ts';

const settings = { from: currentModel, version: '2026-12-01b', share: 0.005, folds: 3, seed: 1 };

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fit-'));
});
afterAll(() => rm(folder, { recursive: true }));

const models = ['iPhone 13', 'iPhone 12', 'Galaxy S21', 'Pixel 7', 'iPhone 11'];
const colours = ['black', 'blue', 'red', 'white'];

/** Sixty stolen phones; forty are offered and show their number, and so do forty others that nobody misses. */
function lines(): Record<string, unknown>[] {
  const phones = Array.from({ length: 60 }, (_, at) => ({
    model: models[at % 5] ?? '',
    colour: colours[at % 4] ?? '',
    storage: at % 3 === 0 ? 256 : 128,
    imei: imeiOf(100_000 + at * 37),
  }));
  const stolen = phones.map(({ model, colour, storage, imei }, at) => ({
    type: 'stolen',
    stolen_id: `S${at}`,
    stolen_at: `2026-11-${String((at % 20) + 1).padStart(2, '0')}T10:00:00Z`,
    model_text: model,
    colour_text: colour,
    storage_text: `${storage}gb`,
    imei,
  }));
  const offer = (id: string, { model, colour, storage, imei }: (typeof phones)[number], day: number) => ({
    type: 'listing',
    listing_id: id,
    created_at: `2026-11-${String(day).padStart(2, '0')}T20:00:00Z`,
    title: `${model} ${storage}GB ${colour}`,
    description: `Good phone. IMEI ${imei}`,
  });
  const offered = phones.slice(0, 40).map((phone, at) => offer(`L${at}`, phone, Math.min(28, (at % 20) + 4)));
  const others = phones.slice(0, 40).map((phone, at) => offer(`N${at}`, { ...phone, imei: imeiOf(700_000 + at * 41) }, 25));
  return [...stolen, ...offered, ...others];
}

function imeiOf(serial: number): string {
  const digits = `35442067${serial}`;
  const sum = [...digits].reduce((total, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}

async function setOf(given: unknown[], bad: string[] = []): Promise<LabelledSet> {
  const path = join(folder, `${crypto.randomUUID()}.jsonl`);
  await writeFile(path, given.map((line) => JSON.stringify(line)).join('\n'));
  return readLabelledSet([path], { bad: (message) => bad.push(message.replace(`${path} `, '')), doubt: (message) => bad.push(message) });
}

describe('a fit', () => {
  it('learns from pairs that a number confirmed, and judges them with the number hidden', async () => {
    const fit = fitModel(await setOf(lines()), settings);
    expect(fit.counts).toMatchObject({ listings: 80, records: 60, byNumber: 40, byPerson: 0, judged: 80 });
    expect(fit.model.version).toBe('2026-12-01b');
    expect(fit.model.storage.same).toBeGreaterThan(currentModel.storage.same);
    expect(fit.heldOut.after.first.imei.right).toBe(0);
    expect(fit.heldOut.after.first.description.right).toBeGreaterThan(0);
    expect(fitText(fit, currentModel.version)).toContain('40 confirmed by a number, which is hidden here');
  });

  it('gives the same for the same set and seed', async () => {
    const set = await setOf(lines());
    expect(fitModel(set, settings)).toEqual(fitModel(set, settings));
  });

  it('believes a person before a number, and a refused number confirms nothing', async () => {
    const decisions = [
      { type: 'decision', listing_id: 'L0', stolen_id: 'S0', outcome: 'not-the-device' },
      { type: 'decision', listing_id: 'L1', stolen_id: 'S1', outcome: 'confirmed', sampled: 0.25 },
      { type: 'decision', listing_id: 'L2', stolen_id: 'S2', outcome: 'cannot-tell' },
      { type: 'truth', listing_id: 'L3', stolen_id: null },
    ];
    const { counts } = fitModel(await setOf([...lines(), ...decisions]), settings);
    expect(counts).toMatchObject({ byNumber: 37, byPerson: 1, judged: 80 });
  });

  it('leaves out numbers that something contradicts, or that are not offered for sale', async () => {
    const changed = lines().map((line) => {
      if (line['listing_id'] === 'L0') return { ...line, title: 'Nokia G22' };
      if (line['listing_id'] === 'L1') return { ...line, title: 'Wanted: iPhone 12', description: `IMEI ${imeiOf(100_037)}` };
      return line;
    });
    const { counts } = fitModel(await setOf(changed), settings);
    expect(counts).toMatchObject({ byNumber: 38, judged: 78, leftOut: { contradicted: 1, severalRecords: 0, notForSale: 1 } });
  });

  it('names the line and field that cannot be read and goes on', async () => {
    const bad: string[] = [];
    const set = await setOf([{ type: 'decision', listing_id: 'L0', stolen_id: 'S0', outcome: 'perhaps' }, ...lines()], bad);
    expect(bad).toHaveLength(1);
    expect(bad[0]).toMatch(/^line 1: outcome: /);
    expect(set.listings).toHaveLength(80);
  });
});

describe('the source file of a fitted model', () => {
  it('is the fitted model when it is loaded, and stands as the formatter would write it', async () => {
    const fit = fitModel(await setOf(lines()), settings);
    const source = modelSource(fit, currentModel);
    const matching = new URL('../../../shared/domain/matching/', import.meta.url);
    const path = join(folder, 'model.ts');
    await writeFile(path, source.replaceAll("'./", `'${matching.href}`));
    const loaded = await import(pathToFileURL(path).href);
    expect(loaded['model20261201b']).toEqual(fit.model);

    const biome = fileURLToPath(new URL('../../../node_modules/@biomejs/biome/bin/biome', import.meta.url));
    const formatted = execFileSync(process.execPath, [biome, 'format', '--stdin-file-path=shared/domain/matching/model-2026-12-01b.ts'], {
      input: source,
      encoding: 'utf8',
    });
    expect(source).toBe(formatted);
  });
});
