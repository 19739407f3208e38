/** What so many listings a day cost, which limit they meet first, and what lifts it. Pure. */

import type { Measured } from './measure.ts';
import { type Assumptions, total, type UnitCosts } from './model.ts';

/** What the world is like. */
export interface Volume {
  /** Looked at on search pages a day, each as often as it is shown there. */
  listingsPerDay: number;
  shareNew: number;
  casesPerDay: number;
  removalsPerDay: number;
}

/** Quotas of AWS as they are before anybody asks for more, and of the stack as it is deployed. */
export interface Quotas {
  /** Batches of the read queue worked on at the same time, as deployed. */
  readsAtOnce: number;
  /** Lambda developer guide, "Lambda quotas": of an account and region. */
  concurrency: number;
  /** DynamoDB developer guide, "Service quotas": of an on-demand table, a second. */
  tableUnits: number;
  /** Of one partition: one item, or items next to one another, a second. */
  partitionWrites: number;
  /** SQS developer guide, "Quotas": batches of ten a FIFO queue takes a second without high throughput. */
  fifoMessages: number;
}

export const standardQuotas: Omit<Quotas, 'readsAtOnce'> = {
  concurrency: 1000,
  tableUnits: 40_000,
  partitionWrites: 1000,
  fifoMessages: 3000,
};

const secondsPerDay = 86_400;

export function costPerDay({ listingsPerDay, shareNew, casesPerDay, removalsPerDay }: Volume, unit: UnitCosts): number {
  const fresh = listingsPerDay * shareNew;
  return (
    (listingsPerDay - fresh) * total(unit.unchanged) +
    fresh * (total(unit.fresh) + total(unit.photos)) +
    casesPerDay * total(unit.oneCase) +
    removalsPerDay * total(unit.oneRemoval)
  );
}

export interface Limit {
  what: string;
  /** 1 is reached. */
  use: number;
  lift: string;
}

/** Hosts that the volume needs at their pace: nobody may visit one faster, whatever is paid. */
export function hostsNeeded({ listingsPerDay, shareNew }: Volume, { offersPerPage, secondsBetweenRequests }: Assumptions): number {
  const visits = listingsPerDay / offersPerPage + listingsPerDay * shareNew;
  return (visits * secondsBetweenRequests) / secondsPerDay;
}

/** Of the stack and of AWS, the nearest first. */
export function limits(
  volume: Volume,
  { assumptions, measured, quotas }: { assumptions: Assumptions; measured: Measured; quotas: Quotas },
): Limit[] {
  const freshPerSecond = (volume.listingsPerDay * volume.shareNew) / secondsPerDay;
  const seenPerSecond = volume.listingsPerDay / secondsPerDay;
  const perFresh = (name: 'readUnits' | 'writeUnits') => sum(measured.fresh.used, name) / measured.fresh.listings;
  const perUnchanged = sum(measured.unchanged.used, 'readUnits') / measured.unchanged.listings;
  const visiting = hostsNeeded(volume, assumptions);
  const found: Limit[] = [
    {
      what: 'batches of the read queue at once',
      use: (freshPerSecond * assumptions.secondsBetweenRequests) / quotas.readsAtOnce,
      lift: 'mostAtOnce of Read in infra/monitor-stack.ts',
    },
    {
      what: 'concurrent functions of the account',
      use: visiting / quotas.concurrency,
      lift: 'a higher quota from AWS (concurrent executions), or several accounts',
    },
    {
      what: 'write units of a table a second',
      use: (freshPerSecond * perFresh('writeUnits')) / quotas.tableUnits,
      lift: 'a higher quota from AWS (table-level write throughput), and warm throughput set ahead',
    },
    {
      what: 'read units of a table a second',
      use: (seenPerSecond * perUnchanged + freshPerSecond * perFresh('readUnits')) / quotas.tableUnits,
      lift: 'a higher quota from AWS (table-level read throughput)',
    },
    {
      what: 'messages of a FIFO queue a second',
      use: freshPerSecond / quotas.fifoMessages,
      lift: 'high throughput for FIFO queues (the group is the host, so it spreads)',
    },
    {
      what: 'writes to one row a second (the pace of a host, the tally of a scan)',
      use: Math.max(1, 1 / Math.max(assumptions.secondsBetweenRequests, 0.001)) / quotas.partitionWrites,
      lift: 'none needed: a host is never visited faster',
    },
  ];
  return found.toSorted((one, other) => other.use - one.use);
}

function sum(used: Measured['fresh']['used'], name: 'readUnits' | 'writeUnits'): number {
  return Object.values(used).reduce((all, usage) => all + usage[name], 0);
}
