/** From what was measured to dollars. Pure: everything that it does not measure it is told, and `npm run cost` prints it. */

import { SHARDS } from '../../shared/aws/audit-store.ts';
import { type QueueName, queues } from '../../shared/aws/resources.ts';
import type { Measured, Used } from './measure.ts';
import { nothingUsed, type Usage } from './meter.ts';
import type { Prices } from './prices.ts';

/** What cannot be measured on one machine. */
export interface Assumptions {
  /** Between two visits of one host, as most Sources of the registry declare. A function waits for its turn, and waiting is billed. */
  secondsBetweenRequests: number;
  /** Between two photos of a host that serves nothing else. */
  secondsBetweenPhotos: number;
  /** Until a platform's page is there. */
  answerMs: number;
  tableCallMs: number;
  objectCallMs: number;
  /** Offers on a search page of a real platform. */
  offersPerPage: number;
  /** The share of a batch's fixed time that a message pays for: an invocation's start and end. */
  invocationMs: number;
  /** One page in a browser. */
  drawingMs: number;
  /** Pages that two officers open for a case, with what they decide. */
  deskRequests: number;
  logBytesPerRun: number;
  /** Photos of a new listing that are looked at, each so long on a whole core: `npm run bench -- photos`. */
  photosPerListing: number;
  photoMs: number;
  /** One row of the audit, taken into a count. */
  auditRowMs: number;
  /** As deployed, by the folder of functions/. */
  functions: Readonly<Record<string, { memoryMb: number; x86?: boolean }>>;
  /** How long the scan queue holds a page back, so that its function need not wait for the host's turn. */
  scanDelaySeconds: number;
}

/** AWS Lambda gives a whole core at this much memory (Lambda developer guide, "Configure function memory"). */
const mbOfOneCore = 1769;

/** Dollars, by what they are paid for. */
export interface Bill {
  functions: number;
  tables: number;
  queues: number;
  objects: number;
  logs: number;
}

/** What work of one kind costs. */
export function billOf(used: Used, { prices, assumptions }: { prices: Prices; assumptions: Assumptions }): Bill {
  const bill: Bill = { functions: 0, tables: 0, queues: 0, objects: 0, logs: 0 };
  for (const [name, usage] of Object.entries(used)) {
    const deployed = assumptions.functions[name];
    if (deployed === undefined) throw new Error(`The memory of ${name} is not known`);
    const { memoryMb, x86 = false } = deployed;
    const gbSecond = x86 ? prices.lambdaGbSecondX86 : prices.lambdaGbSecondArm;
    const batch = isQueue(name) ? queues[name].batchSize : 1;
    const seconds = billedMs(name, usage, { assumptions, memoryMb, batch }) / 1000;
    bill.functions += seconds * (memoryMb / 1024) * gbSecond + (usage.runs / batch) * prices.lambdaRequest;
    // The row of the host's pace is written once a visit.
    bill.tables += usage.readUnits * prices.readUnit + (usage.writeUnits + usage.visits) * prices.writeUnit;
    if (isQueue(name))
      bill.queues += usage.runs * requestsPerMessage(batch) * (queues[name].fifo ? prices.sqsFifoRequest : prices.sqsRequest);
    bill.objects += usage.objectsPut * prices.objectPut + usage.objectsRead * prices.objectRead;
    bill.logs += (usage.runs * assumptions.logBytesPerRun * prices.logGb) / 1e9;
  }
  return bill;
}

/** How long the usage of one run keeps its function busy. */
export function secondsOf(name: string, usage: Usage, assumptions: Assumptions): number {
  return billedMs(name, usage, { assumptions, memoryMb: assumptions.functions[name]?.memoryMb ?? mbOfOneCore, batch: 1 }) / 1000;
}

/** Work and waiting: for the processor, for tables, for the platform, and for the host's turn as far as the answer does not outlast it. */
function billedMs(
  name: string,
  { runs, visits, cpuMs, tableCalls, objectsPut, objectsRead }: Usage,
  { assumptions, memoryMb, batch }: { assumptions: Assumptions; memoryMb: number; batch: number },
): number {
  const { secondsBetweenRequests, secondsBetweenPhotos, answerMs, tableCallMs, objectCallMs, invocationMs, scanDelaySeconds } = assumptions;
  const held = name === 'scan' ? scanDelaySeconds : 0;
  const turnMs = Math.max(answerMs, (name === 'see' ? secondsBetweenPhotos : secondsBetweenRequests - held) * 1000);
  const ofACore = Math.min(1, memoryMb / mbOfOneCore);
  return (
    cpuMs / ofACore +
    visits * turnMs +
    tableCalls * tableCallMs +
    (objectsPut + objectsRead) * objectCallMs +
    (runs / batch) * invocationMs +
    (name === 'review' ? assumptions.drawingMs : 0)
  );
}

/** Sent in tens at best, one by one at worst; received and deleted by the batch. */
function requestsPerMessage(batch: number): number {
  return 1 + 2 / batch;
}

function isQueue(name: string): name is QueueName {
  return name in queues;
}

export function total(bill: Bill): number {
  return Object.values(bill).reduce((sum, part) => sum + part, 0);
}

export function times(bill: Bill, factor: number): Bill {
  const of = (part: keyof Bill) => bill[part] * factor;
  return { functions: of('functions'), tables: of('tables'), queues: of('queues'), objects: of('objects'), logs: of('logs') };
}

/** What the stack costs a month when nothing is watched: alarms, metrics, keys, secrets, and Lambda asking each queue whether there is work. */
export function perMonthAtRest(
  { queues: count, alarms, metrics, keys, secrets }: { queues: number; alarms: number; metrics: number; keys: number; secrets: number },
  prices: Prices,
): number {
  // Five pollers that each wait 20 seconds for a message (Lambda developer guide, "Polling and batching behavior").
  const asksPerMonth = 5 * 3 * 60 * 24 * 30.4;
  const watching = alarms * prices.alarmMonth + metrics * prices.metricMonth;
  return count * asksPerMonth * prices.sqsFifoRequest + watching + keys * prices.keyMonth + secrets * prices.secretMonth;
}

/** What one listing of each kind costs, and one of each event. */
export interface UnitCosts {
  unchanged: Bill;
  fresh: Bill;
  /** The photos of one new listing. */
  photos: Bill;
  oneCase: Bill;
  oneRemoval: Bill;
}

export function unitCosts(measured: Measured, told: { prices: Prices; assumptions: Assumptions }): UnitCosts {
  const { offersPerPage } = told.assumptions;
  return {
    unchanged: times(billOf(asOnRealPages(measured.unchanged, offersPerPage), told), 1 / measured.unchanged.listings),
    fresh: times(billOf(asOnRealPages(measured.fresh, offersPerPage), told), 1 / measured.fresh.listings),
    photos: billOf({ see: photosUsed(told.assumptions) }, told),
    oneCase: withDesk(billOf(measured.oneCase, told), told),
    oneRemoval: billOf(measured.oneRemoval, told),
  };
}

/** A real search page may show fewer offers than the demo's: what goes by the page counts as often as there would be pages. */
function asOnRealPages({ listings, used }: { listings: number; used: Used }, offersPerPage: number): Used {
  const { scan } = used;
  if (scan === undefined) return used;
  const factor = listings / offersPerPage / scan.runs;
  const perPage = {
    runs: scan.runs * factor,
    visits: scan.visits * factor,
    tableCalls: scan.tableCalls * factor,
    writeUnits: scan.writeUnits * factor,
  };
  return { ...used, scan: { ...scan, ...perPage } };
}

/** Rows that a photo is filed by, and as many queries for those alike (docs/photos.md); the queries go at once. */
const rowsPerPhoto = 62;

/** Not measured by looking: each photo is fetched at the pace of its host, read, noted, and filed by its look, its small picture kept. */
function photosUsed({ photosPerListing, photoMs }: Assumptions): Usage {
  return {
    ...nothingUsed,
    runs: 1,
    visits: photosPerListing,
    cpuMs: photosPerListing * photoMs,
    objectsPut: photosPerListing,
    // Beside the queries a few, one after the other: batches of rows, fingerprints of those alike, who shows it.
    tableCalls: 2 + 10 * photosPerListing,
    readUnits: 2 + photosPerListing * (rowsPerPhoto + 10),
    writeUnits: 2 + photosPerListing * (rowsPerPhoto + 5),
  };
}

/**
 * The whole audit read, as public figures are counted once a quarter: each day is asked for in its eight partitions, at half a read unit at
 * least, and at half of one for every 4 KB. Every case counts as one that led to a removal, with a row for each page that officers opened.
 */
export function auditReadOnce(
  { days, casesPerDay }: { days: number; casesPerDay: number },
  { rows, bytes }: Measured['audit'],
  { deskRequests, auditRowMs }: Assumptions,
): Usage {
  const rowsPerDay = casesPerDay * (rows + deskRequests);
  const kilobytesPerDay = (rowsPerDay * bytes) / rows / 1024;
  return {
    ...nothingUsed,
    runs: 1,
    readUnits: days * Math.max(SHARDS / 2, kilobytesPerDay / 8),
    tableCalls: days * Math.max(1, rowsPerDay / SHARDS / rowsPerCall),
    cpuMs: days * rowsPerDay * auditRowMs,
  };
}

/** `PAGE` of shared/aws/audit-log.ts; the partitions are asked side by side. */
const rowsPerCall = 250;

/** A page of the console costs what a run of its function does, and some ten reads. */
function withDesk(bill: Bill, { prices, assumptions }: { prices: Prices; assumptions: Assumptions }): Bill {
  const { deskRequests, tableCallMs, functions } = assumptions;
  const seconds = (100 + 10 * tableCallMs) / 1000;
  const page = seconds * ((functions['console']?.memoryMb ?? 1024) / 1024) * prices.lambdaGbSecondArm + prices.lambdaRequest;
  return {
    ...bill,
    functions: bill.functions + deskRequests * page,
    tables: bill.tables + deskRequests * 10 * (prices.readUnit + prices.writeUnit),
  };
}
