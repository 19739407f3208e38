import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { samplePartitions } from '../../../shared/aws/sample-partitions.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const table = tableName('listings');
const partitions = 200;

beforeAll(async () => {
  const items = Array.from({ length: partitions }, (_, at) =>
    ['LISTING', 'REVISION#000001', 'REVISION#000002'].map((sk) => ({ pk: `LISTING#${at}`, sk })),
  );
  const others = Array.from({ length: 50 }, (_, at) => ({ pk: `HOST#${at}`, sk: 'PACE' }));
  const all = [...items.flat(), ...others];
  for (let start = 0; start < all.length; start += 25) {
    const requests = all.slice(start, start + 25).map((Item) => ({ PutRequest: { Item } }));
    await services.dynamo.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
  }
});

async function sample(mostPages: number, random: () => number): Promise<string[]> {
  const found: string[] = [];
  for await (const items of samplePartitions({ client: services.dynamo, table }, 'LISTING#', { mostPages, random })) {
    expect(items.map(({ sk }) => sk)).toEqual(['LISTING', 'REVISION#000001', 'REVISION#000002']);
    found.push(String(items[0]?.['pk']));
  }
  return found;
}

test('yields every partition whole and once when the bounds allow', async () => {
  const found = await sample(1000, Math.random);
  expect(found).toHaveLength(partitions);
  expect(new Set(found).size).toBe(partitions);
});

test('ends after so many pages, with another sample from another beginning', async () => {
  const first = await sample(16, () => 0);
  const second = await sample(16, () => 0.99);
  expect(first.length).toBeGreaterThan(20);
  expect(first.length).toBeLessThan(100);
  expect(second).not.toEqual(first);
  expect(await sample(16, () => 0)).toEqual(first);
});
