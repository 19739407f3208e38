/** `npm run cost`: what AWS would charge, from counts of the real work functions, list prices and a few named assumptions. */

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { metricDefinitions } from '../../shared/aws/metric-definitions.ts';
import { clocks } from '../../shared/aws/resources.ts';
import { monitorTemplate, resourcesOf, sourceNamed } from '../../test/support/monitor-template.ts';
import { measure } from './measure.ts';
import { type Assumptions, auditReadOnce, type Bill, billOf, perMonthAtRest, secondsOf, times, total, unitCosts } from './model.ts';
import { listPrices, pricesSchema } from './prices.ts';
import { costPerDay, hostsNeeded, limits, standardQuotas, type Volume } from './volumes.ts';

const { values: options } = parseArgs({
  options: {
    prices: { type: 'string' },
    'seconds-between-requests': { type: 'string', default: '10' },
    'seconds-between-photos': { type: 'string' },
    'offers-per-page': { type: 'string', default: '40' },
    'photos-per-listing': { type: 'string', default: '6' },
    'share-new': { type: 'string', default: '0.05' },
    json: { type: 'boolean', default: false },
  },
});
const number = z.coerce.number().positive();
const prices = options.prices === undefined ? listPrices : pricesSchema.parse(JSON.parse(await readFile(options.prices, 'utf8')));
const secondsBetweenRequests = number.parse(options['seconds-between-requests']);
const shareNew = number.max(1).parse(options['share-new']);

const template = monitorTemplate({ sources: [sourceNamed('market', { pace: { secondsBetweenRequests } })] });
const count = (type: string) => resourcesOf(template, type).length;
const functions = resourcesOf(template, 'AWS::Lambda::Function');
const deployed = Object.fromEntries(
  functions.map(({ id, properties }) => [
    kebab(id.replace(/Function.*/, '')),
    { memoryMb: Number(properties['MemorySize']), x86: properties['Architectures']?.[0] === 'x86_64' },
  ]),
);
const queue = (id: string) => resourcesOf(template, 'AWS::SQS::Queue').find((each) => each.id.startsWith(`${id}Queue`));
const mapping = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').find(({ id }) => id.startsWith('ReadFunction'));

const assumptions: Assumptions = {
  secondsBetweenRequests,
  secondsBetweenPhotos: number.parse(options['seconds-between-photos'] ?? secondsBetweenRequests),
  answerMs: 700,
  tableCallMs: 5,
  objectCallMs: 40,
  offersPerPage: number.parse(options['offers-per-page']),
  invocationMs: 3,
  drawingMs: 8000,
  deskRequests: 20,
  logBytesPerRun: 400,
  photosPerListing: number.parse(options['photos-per-listing']),
  photoMs: 550,
  auditRowMs: 0.05,
  functions: deployed,
  scanDelaySeconds: Number(queue('Scan')?.properties['DelaySeconds'] ?? 0),
};
const quotas = { ...standardQuotas, readsAtOnce: Number(mapping?.properties['ScalingConfig']?.MaximumConcurrency) };
const fixed = {
  queues: count('AWS::SQS::Queue') / 2,
  alarms: count('AWS::CloudWatch::Alarm'),
  // Those of one source; each further source has six more.
  metrics: Object.keys(metricDefinitions).length,
  keys: count('AWS::KMS::Key'),
  secrets: count('AWS::SecretsManager::Secret'),
};

const measured = await measure();
const unit = unitCosts(measured, { prices, assumptions });
const atRest = perMonthAtRest(fixed, prices);
const volumes = [1e5, 1e7, 1e9].map((listingsPerDay) => {
  const volume: Volume = { listingsPerDay, shareNew, casesPerDay: listingsPerDay / 50_000, removalsPerDay: listingsPerDay / 200_000 };
  const [first] = limits(volume, { assumptions, measured, quotas });
  return { ...volume, perDay: costPerDay(volume, unit) + atRest / 30.4, hosts: Math.ceil(hostsNeeded(volume, assumptions)), first };
});

const yearsOfAudit = 3;
/** What one run that reads so many days of the audit costs, and how long it takes. */
function auditRuns(name: 'figures' | 'inform', days: number) {
  return volumes.map(({ listingsPerDay, casesPerDay }) => {
    const usage = auditReadOnce({ days, casesPerDay }, measured.audit, assumptions);
    return {
      listingsPerDay,
      dollars: total(billOf({ [name]: usage }, { prices, assumptions })),
      seconds: secondsOf(name, usage, assumptions),
    };
  });
}
const publicFigures = auditRuns('figures', yearsOfAudit * 365);
const victims = auditRuns('inform', 7);
const informsPerMonth = (30.4 * 24 * 60) / clocks.inform.everyMinutes;

if (options.json)
  console.log(JSON.stringify({ prices, assumptions, measured, unit, atRest, volumes, publicFigures, victims }, undefined, 2));
else print();

function print(): void {
  console.log(
    `Dollars of AWS, ${prices.region}, list prices as of ${prices.asOf}, without free tier. Estimated from counts; nothing was deployed.\n`,
  );
  const rows: [string, Bill][] = [
    ['100,000 unchanged listings', times(unit.unchanged, 100_000)],
    ['1,000 unchanged listings', times(unit.unchanged, 1000)],
    ['1,000 new listings', times(unit.fresh, 1000)],
    ['the photos of 1,000 new listings', times(unit.photos, 1000)],
    ['one case, captured and decided by two', unit.oneCase],
    ['one verified removal', unit.oneRemoval],
  ];
  console.log(line('', ['functions', 'tables', 'queues', 'objects', 'logs', 'in all']));
  for (const [what, bill] of rows)
    console.log(line(what, [...[bill.functions, bill.tables, bill.queues, bill.objects, bill.logs, total(bill)].map(dollars)]));
  console.log(`${'Standing still, a month'.padEnd(40)}${dollars(atRest).padStart(84)}\n`);
  console.log(line('Listings a day', ['new', 'cases', 'hosts', 'a day', 'a month', '']));
  for (const { listingsPerDay, casesPerDay, hosts, perDay, first } of volumes) {
    const counts = [listingsPerDay * shareNew, casesPerDay, hosts].map((value) => value.toLocaleString('en', { maximumFractionDigits: 0 }));
    console.log(line(listingsPerDay.toLocaleString('en'), [...counts, money(perDay), money(perDay * 30.4), '']));
    if (first) console.log(`    nearest limit: ${first.what}, ${share(first.use)} of it used; lifted by ${first.lift}`);
  }
  console.log(
    `\nPublic figures of a quarter, counted once from ${yearsOfAudit} years of audit (${measured.audit.rows} rows a case and removal, and pages opened)`,
  );
  for (const { listingsPerDay, dollars: price, seconds } of publicFigures)
    console.log(line(listingsPerDay.toLocaleString('en'), [dollars(price), `${Math.ceil(seconds).toLocaleString('en')} s`]));
  console.log('News for victims, looked for in a week of audit each quarter of an hour: a month, and one run');
  for (const { listingsPerDay, dollars: price, seconds } of victims)
    console.log(
      line(listingsPerDay.toLocaleString('en'), [dollars(price * informsPerMonth), `${Math.ceil(seconds).toLocaleString('en')} s`]),
    );
  console.log(`\nAssumed: ${JSON.stringify(assumptions)}`);
}

function line(what: string, cells: readonly string[]): string {
  return what.padEnd(40) + cells.map((cell) => cell.padStart(14)).join('');
}

function dollars(value: number): string {
  return value.toFixed(value < 1 ? 5 : 2);
}

function money(value: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function share(use: number): string {
  return use < 10 ? `${(use * 100).toFixed(use < 0.1 ? 1 : 0)} %` : `${Math.round(use)} times`;
}

/** `ReadRendered` → `read-rendered` */
function kebab(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();
}
