/**
 * Tables and queues as data: the stack makes them on AWS from this file and the one-machine run makes them from the same,
 * so the two cannot drift. What each table answers is in its store file.
 */

import { facetNames } from './case-facets.ts';

export interface IndexDefinition {
  name: string;
  partitionKey: string;
  sortKey: string;
  /** Attributes that the index carries beside keys; without it all of them. */
  carries?: readonly string[];
}

export interface TableDefinition {
  partitionKey: 'pk';
  sortKey: 'sk';
  indexes: IndexDefinition[];
  /** Attribute that holds the epoch second after which an item may go. */
  timeToLive?: string;
  /** Its changes, as they were and as they are, can be followed in a stream; DynamoDB's alone, so not on one machine. */
  streamed?: true;
}

export const tables = {
  /** Scans and their search pages, Listings, Revisions, the pace of hosts. */
  listings: { partitionKey: 'pk', sortKey: 'sk', indexes: [], timeToLive: 'expiresAt' },
  /** The two-way index: one partition a normalised identifier, holding listing entries and record entries. */
  identifiers: { partitionKey: 'pk', sortKey: 'sk', indexes: [], timeToLive: 'expiresAt' },
  /** StolenRecords and import batches with their rejects. */
  records: { partitionKey: 'pk', sortKey: 'sk', indexes: [] },
  cases: {
    partitionKey: 'pk',
    sortKey: 'sk',
    streamed: true,
    indexes: [
      /** The queue of a team: `TEAM#met#ready`, strongest first. */
      { name: 'by-queue', partitionKey: 'queuePk', sortKey: 'queueSk' },
      /** The same order, with a few words a Case: what filters look through. */
      { name: 'by-facets', partitionKey: 'queuePk', sortKey: 'queueSk', carries: facetNames },
      /** All that rests on a record. */
      { name: 'by-record', partitionKey: 'recordPk', sortKey: 'recordSk' },
      /** All that was found about a listing. */
      { name: 'by-listing', partitionKey: 'listingPk', sortKey: 'listingSk' },
      /** All that was found about one seller of a Source. */
      { name: 'by-seller', partitionKey: 'sellerPk', sortKey: 'sellerSk' },
    ],
  },
  /** Clients of the check API, what they asked today, and their hits. */
  checks: {
    partitionKey: 'pk',
    sortKey: 'sk',
    timeToLive: 'expiresAt',
    streamed: true,
    /** Hits, month by month. */
    indexes: [{ name: 'by-hit', partitionKey: 'hitPk', sortKey: 'hitSk' }],
  },
  /** AuditEvents, append-only: functions may put; the console and the seal may read. */
  audit: {
    partitionKey: 'pk',
    sortKey: 'sk',
    indexes: [
      /** All that one person or function did. */
      { name: 'by-actor', partitionKey: 'actorPk', sortKey: 'sk' },
      /** All that was done in a period, day by day. */
      { name: 'by-day', partitionKey: 'dayPk', sortKey: 'sk' },
    ],
  },
} as const satisfies Record<string, TableDefinition>;

export type TableName = keyof typeof tables;

export interface QueueDefinition {
  /** FIFO queues carry the host as message group, so that one host is visited by one batch at a time. */
  fifo: boolean;
  /** Messages handed to one invocation. */
  batchSize: number;
  /** Longest one message may take, in seconds; the function's timeout and the queue's visibility follow from it. */
  secondsPerMessage: number;
  /** Deliveries after which our code parks a message in the dead-letter queue, with its reason. */
  maxReceives: number;
}

export const queues = {
  /** One search page a message. */
  scan: { fifo: true, batchSize: 1, secondsPerMessage: 90, maxReceives: 4 },
  /** One listing page a message. */
  read: { fifo: true, batchSize: 5, secondsPerMessage: 60, maxReceives: 4 },
  /** One listing page that a browser draws, of Sources that ask for it. */
  'read-rendered': { fifo: true, batchSize: 1, secondsPerMessage: 120, maxReceives: 4 },
  /** One listing, or some twenty records, a message. */
  match: { fifo: false, batchSize: 10, secondsPerMessage: 30, maxReceives: 4 },
  /** The photos of one listing, some seconds each at the pace of their host. */
  see: { fifo: true, batchSize: 1, secondsPerMessage: 180, maxReceives: 4 },
  /** Fetches the listing's page once more, so it is a visitor like `read`. */
  review: { fifo: true, batchSize: 5, secondsPerMessage: 60, maxReceives: 4 },
  /** A notice of up to 50 listings, each looked at once more; patient with a platform's desk that is down. */
  deliver: { fifo: true, batchSize: 1, secondsPerMessage: 240, maxReceives: 8 },
  /** A file of 100,000 records is one message. */
  records: { fifo: false, batchSize: 1, secondsPerMessage: 840, maxReceives: 4 },
} as const satisfies Record<string, QueueDefinition>;

export type QueueName = keyof typeof queues;

/** Lambda refuses a timeout above the queue's visibility; AWS advises six times the timeout, capped at SQS's 12 hours. */
export function timeoutSeconds(queue: QueueDefinition): number {
  return Math.min(900, queue.batchSize * queue.secondsPerMessage);
}

export function visibilitySeconds(queue: QueueDefinition): number {
  return Math.min(43_200, timeoutSeconds(queue) * 6);
}

/**
 * Deliveries after which SQS itself moves a message: one more than ours, so that a message whose parking failed is parked once more with its reason. Five at
 * least, since a delivery that Lambda could not take while the account was busy counts too (Lambda developer guide, "Using Lambda with Amazon SQS").
 */
export function receivesBeforeRedrive(queue: QueueDefinition): number {
  return queue.maxReceives + 1;
}

export const buckets = {
  /** Files of the records desk on their way in. */
  uploads: {},
  /** Photos on which a number was read, until their listing is forgotten. */
  photos: {},
  /** Pages captured for Cases. */
  evidence: {},
  /** MarketSurveys: counts that name nobody. */
  surveys: {},
  /** Tables that the operator imports: the TAC directory. */
  reference: {},
  /** What the audit of each day held, one seal a day that nobody may replace. */
  seals: {},
} as const;

export type BucketName = keyof typeof buckets;

/** A function that a clock starts. Scans have clocks of their own, one a Source: `everyMinutes` of the Source's schedule. */
export interface ClockDefinition {
  everyMinutes: number;
}

/** By the folder of functions/ whose handler the clock starts with `{ scheduledAt }`. */
export const clocks = {
  /** Opens the best of the Cases that wait for a place in the day's queue. */
  admit: { everyMinutes: 60 },
  /** Writes notices about what two persons confirmed: they take effect a minute after the second. */
  notify: { everyMinutes: 1 },
  /** Looks again at the listings under notice that are due. */
  verify: { everyMinutes: 1 },
  /** Counts what strangers' listings say: a market moves in weeks. */
  survey: { everyMinutes: 24 * 60 },
  /** Counts what waits on the desk and how it was decided. */
  count: { everyMinutes: 60 },
  /** Finds what victims are owed to hear: they have a day, or five. */
  inform: { everyMinutes: 15 },
  /** Counts the public figures from the audit, unless those of an ended quarter stand for good. */
  figures: { everyMinutes: 60 },
  /** Seals the days of the audit that are over. */
  seal: { everyMinutes: 24 * 60 },
} as const satisfies Record<string, ClockDefinition>;

export type ClockName = keyof typeof clocks;
