/** What matching asks of the index as the list grows: the real work of functions/match, with the limits of every day, over an index in memory. */

import type { SearchCounts } from '../functions/match/parts.ts';
import { readRecord } from '../functions/match/read-record.ts';
import { checkDigit } from '../shared/domain/imei.ts';
import type { ComparedListing } from '../shared/domain/matching/compared-listing.ts';
import { recordKeys } from '../shared/domain/matching/index-keys.ts';
import { assumedMarket } from '../shared/domain/matching/market.ts';
import { currentModel } from '../shared/domain/matching/matching-model.ts';
import type { StolenRecord } from '../shared/domain/stolen-record.ts';
import { type Chance, chance } from '../test/support/chance.ts';
import { createMatchingInMemory } from '../test/support/matching-in-memory.ts';
import type { Figure } from './run.ts';

/** `BENCH_RECORDS=1000000` measures one size; a million takes minutes and some ten gigabytes (`NODE_OPTIONS=--max-old-space-size=16000`). */
const sizes = process.env['BENCH_RECORDS'] ? [Number(process.env['BENCH_RECORDS'])] : [1000, 10_000, 100_000];
/** `BENCH_LISTINGS=1000000` stores as many listings as the product promises to find in two minutes; likewise. */
const storedListings = Number(process.env['BENCH_LISTINGS'] ?? 20_000);
const listingsOfAKind = 200;
const recordsAtOnce = 500;

export async function matching(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) figures.push(...(await figuresOf(size)));
  return [...figures, ...(await figuresOfArrival(storedListings))];
}

/**
 * From a stolen record's arrival to its Cases, with many listings stored: the questions asked one after another, and the time of our own
 * work. What DynamoDB takes for a question comes on top, some milliseconds each; see docs/matching.md.
 */
async function figuresOfArrival(size: number): Promise<Figure[]> {
  const choices = chance(size + 1);
  const desk = createMatchingInMemory({ market: assumedMarket(currentModel, 10_000) });
  const numbers: string[] = [];
  for (let at = 0; at < size; at += 1) {
    const imei = at % 20 === 0 ? imeiOf(aRecord(at, choices)) : undefined;
    if (imei !== undefined) numbers.push(imei);
    await desk.tell(desk.keepListing(aListing(`s${at}`, choices, imei)));
  }
  const arriving = Array.from({ length: listingsOfAKind }, (_, at) => {
    const record = aRecord(at, choices);
    return {
      ...record,
      identifiers: [{ kind: 'imei' as const, value: choices.one(numbers) }],
      stolenAtPrecision: 'day' as const,
      stolenAt: new Date(now - 60 * day).toISOString(),
    };
  });
  const asked: number[] = [];
  const took: number[] = [];
  let found = 0;
  for (const record of arriving) {
    const request = desk.keep(record);
    desk.searches.length = 0;
    const before = { cases: desk.cases().length, at: performance.now() };
    await desk.tell(request);
    took.push(performance.now() - before.at);
    asked.push(desk.searches.reduce((sum, { queries }) => sum + queries, 0));
    if (desk.cases().length > before.cases) found += 1;
  }
  const what = `a stolen record's arrival to its Case, ${size.toLocaleString('en-GB')} listings`;
  const against = `ms of our own work at the 95th percentile, ${percentile95(asked)} queries; ${found} of ${arriving.length} found`;
  return [{ what, value: percentile95(took).toFixed(0), against }];
}

function percentile95(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? 0;
}

async function figuresOf(size: number): Promise<Figure[]> {
  const choices = chance(size);
  const desk = createMatchingInMemory({ market: assumedMarket(currentModel, size) });
  const records = Array.from({ length: size }, (_, at) => aRecord(at, choices));
  for (let at = 0; at < size; at += recordsAtOnce) {
    const read = records.slice(at, at + recordsAtOnce).map(readRecord);
    for (const { record } of read) desk.keep(record);
    await desk.parts.identifiers.putRecords(
      read.map((each) => ({ reference: each.record.reference, keys: recordKeys(each), sketch: each.sketch })),
    );
  }
  const kinds: Record<string, (at: number) => ComparedListing> = {
    'a listing with an IMEI on the list': (at) => aListing(`n${at}`, choices, imeiOf(choices.one(records))),
    'a listing by description': (at) => aListing(`d${at}`, choices),
  };
  const figures: Figure[] = [];
  for (const [kind, listing] of Object.entries(kinds)) {
    const told = Array.from({ length: listingsOfAKind }, (_, at) => desk.keepListing(listing(at)));
    desk.searches.length = 0;
    const { seconds } = await timed(async () => {
      for (const request of told) await desk.tell(request);
    });
    figures.push(...shown(`${kind}, ${size.toLocaleString('en-GB')} records`, desk.searches, told.length / seconds));
  }
  const arriving = Array.from({ length: listingsOfAKind }, (_, at) => desk.keep(aRecord(size + at, choices)));
  desk.searches.length = 0;
  const { seconds } = await timed(async () => {
    for (const request of arriving) await desk.tell(request);
  });
  const asked = desk.searches.filter(({ side }) => side === 'record');
  return [...figures, ...shown(`a record that arrives, ${size.toLocaleString('en-GB')} records`, asked, arriving.length / seconds)];
}

async function timed(work: () => Promise<void>): Promise<{ seconds: number }> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (user + system) / 1_000_000 };
}

/** Queries with each whole number's own; candidates as the blocks gave them. */
function shown(what: string, searches: readonly SearchCounts[], perSecond: number): Figure[] {
  const mean = (of: (search: SearchCounts) => number) =>
    searches.reduce((sum, search) => sum + of(search), 0) / Math.max(1, searches.length);
  return [
    {
      what,
      value: mean(({ queries }) => queries).toFixed(1),
      against: `queries, ${mean(({ candidates }) => candidates).toFixed(1)} candidates, ${mean(({ hopeful }) => hopeful).toFixed(2)} read, ${(100 * mean(({ narrowed }) => Math.min(1, narrowed))).toFixed(0)} % narrowed, ${perSecond.toFixed(0)} a CPU second`,
    },
  ];
}

/** With rough weights: the first carries an eighth of the market. */
const models: [make: string, name: string, weight: number][] = [
  ['Apple', 'iPhone 13', 10],
  ['Apple', 'iPhone 12', 8],
  ['Apple', 'iPhone 11', 8],
  ['Apple', 'iPhone 14', 7],
  ['Apple', 'iPhone 13 Pro', 5],
  ['Apple', 'iPhone 14 Pro Max', 4],
  ['Apple', 'iPhone XR', 4],
  ['Samsung', 'Galaxy S21', 5],
  ['Samsung', 'Galaxy S22 Ultra', 4],
  ['Samsung', 'Galaxy A54', 4],
  ['Samsung', 'Galaxy A12', 4],
  ['Samsung', 'Galaxy S20 FE', 3],
  ['Google', 'Pixel 7a', 3],
  ['Google', 'Pixel 6', 3],
  ['Xiaomi', 'Redmi Note 11', 3],
  ['Motorola', 'Moto G54', 3],
  ['Oppo', 'Oppo Find X5', 2],
  ['OnePlus', 'OnePlus 9', 2],
];
const weighted = models.flatMap((model) => Array.from({ length: model[2] }, () => model));
const colours = ['black', 'black', 'blue', 'white', 'green', 'purple', 'red', 'gold'];
const day = 86_400_000;
const now = Date.parse('2026-11-22T10:00:00.000Z');

/** Thefts of a year. */
function aRecord(at: number, choices: Chance): StolenRecord {
  const [make, model] = choices.one(weighted);
  const tac = `35${String(1000 + weighted.findIndex(([, name]) => name === model) * 7 + choices.below(3)).padStart(6, '0')}`;
  const body = tac + choices.digits(6);
  return {
    reference: `R${at}`,
    grade: 'police-verified',
    status: 'stolen',
    stolenAt: new Date(now - choices.below(365) * day).toISOString(),
    stolenAtPrecision: 'day',
    make,
    model,
    colour: choices.one(colours),
    storageGb: choices.one([64, 128, 128, 256]),
    identifiers: [{ kind: 'imei', value: body + checkDigit(body) }],
    marks: choices.yes(0.1) ? [`${String.fromCharCode(65 + choices.below(26), 65 + choices.below(26))} engraved`] : [],
    area: choices.one(['Hackney', 'Camden', 'Leeds', 'Bristol']),
  };
}

function imeiOf({ identifiers }: StolenRecord): string {
  return identifiers[0]?.value ?? '';
}

/** Offers of the last four weeks; one in ten bears initials. */
function aListing(itemId: string, choices: Chance, imei?: string): ComparedListing {
  const [, model] = choices.one(weighted);
  const said = [model, choices.yes(0.7) ? `${choices.one([64, 128, 128, 256])}GB` : '', choices.yes(0.7) ? choices.one(colours) : ''];
  const mark = choices.yes(0.1) ? `${String.fromCharCode(65 + choices.below(26), 65 + choices.below(26))} engraved on the back.` : '';
  return {
    source: 'bench',
    itemId,
    title: said.filter(Boolean).join(' '),
    description: `In good condition. ${mark}`,
    images: [],
    identifiers: imei === undefined ? [] : [{ kind: 'imei', value: imei, confidence: 0.95, raw: imei, where: 'text' }],
    firstSeenAt: new Date(now - choices.below(28) * day).toISOString(),
    location: choices.one(['Hackney', 'Camden', 'Leeds', 'Bristol']),
  };
}
