/** Counts what AWS would bill for while work functions run: DynamoDB's request units, objects of S3, and the processor's time of this thread. */

import type { S3Client } from '@aws-sdk/client-s3';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { tableName, tableNames } from '../../local/embedded/aws-resources.ts';
import { tables } from '../../shared/aws/resources.ts';

/** What one or many runs of a function used. */
export interface Usage {
  /** Messages or clock events worked on. */
  runs: number;
  readUnits: number;
  writeUnits: number;
  tableCalls: number;
  objectsPut: number;
  objectsRead: number;
  bytesPut: number;
  /** Of a core of this machine. */
  cpuMs: number;
  /** Visits of platforms. */
  visits: number;
}

export const nothingUsed: Usage = {
  runs: 0,
  readUnits: 0,
  writeUnits: 0,
  tableCalls: 0,
  objectsPut: 0,
  objectsRead: 0,
  bytesPut: 0,
  cpuMs: 0,
  visits: 0,
};

export type Meter = ReturnType<typeof createMeter>;

/** From now on everything that goes through these clients is counted. */
export function createMeter({ dynamo, s3 }: { dynamo: DynamoDBDocumentClient; s3: S3Client }) {
  let used: Usage = { ...nothingUsed };

  dynamo.middlewareStack.add(
    (next, context) => async (call) => {
      const result = await next({ ...call, input: { ...call.input, ReturnConsumedCapacity: 'TOTAL' } });
      const { ConsumedCapacity } = result.output as { ConsumedCapacity?: { CapacityUnits?: number } | { CapacityUnits?: number }[] };
      const consumed = [ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
      used.tableCalls += 1;
      if (/^(?:Get|BatchGet|Query|Scan)/.test(context.commandName ?? '')) used.readUnits += consumed;
      else used.writeUnits += consumed * writtenTo(call.input);
      return result;
    },
    { step: 'initialize', name: 'countUnits' },
  );
  s3.middlewareStack.add(
    (next, context) => async (call) => {
      if (context.commandName === 'PutObjectCommand') {
        used.objectsPut += 1;
        used.bytesPut += bytesOf((call.input as { Body?: unknown }).Body);
      } else used.objectsRead += 1;
      return next(call);
    },
    { step: 'initialize', name: 'countObjects' },
  );

  /** Runs the work and adds what it used to `sum`. */
  async function count<Result>(sum: Usage, work: () => Promise<Result>, visits = 0): Promise<Result> {
    used = { ...nothingUsed };
    const before = process.threadCpuUsage();
    const result = await work();
    const { user, system } = process.threadCpuUsage(before);
    add(sum, { ...used, runs: 1, cpuMs: (user + system) / 1000, visits });
    return result;
  }

  return { count };
}

const indexesByTable = new Map(tableNames.map((name) => [tableName(name), tables[name].indexes.length]));

/**
 * How often DynamoDB writes an item: once, and once into each index of its table. The embedded DynamoDB counts no indexes, and an index that the item has
 * no key for, or whose words did not change, is not written, so this is the most it can be.
 */
function writtenTo(input: object): number {
  const { TableName, RequestItems } = input as { TableName?: string; RequestItems?: object };
  const named = TableName ?? Object.keys(RequestItems ?? {})[0] ?? '';
  return 1 + (indexesByTable.get(named) ?? 0);
}

function add(sum: Usage, more: Usage): void {
  for (const name of Object.keys(nothingUsed) as (keyof Usage)[]) sum[name] += more[name];
}

function bytesOf(body: unknown): number {
  if (typeof body === 'string') return Buffer.byteLength(body);
  return body instanceof Uint8Array ? body.byteLength : 0;
}
