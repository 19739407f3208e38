import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { forgetExpired } from '../../../local/forget-expired.ts';
import { createLinkStore, type LinkStore } from '../../../shared/aws/link-store.ts';
import { expirySecond } from '../../../shared/domain/retention.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const seen = new Date('2026-11-20T10:00:00.000Z');
let store: LinkStore;
let testsRun = 0;

beforeEach(() => {
  testsRun += 1;
  store = createLinkStore({
    client: services.dynamo,
    listingsTable: tableName('listings'),
    identifiersTable: tableName('identifiers'),
    key: `a secret that is only for test ${testsRun}`,
  });
});

function filed(itemId: string, changes: { revision?: number; firstSeenAt?: string } = {}) {
  const source = `market-l${testsRun}`;
  return {
    source,
    itemId,
    revision: 1,
    firstSeenAt: seen.toISOString(),
    print: [1, 2, 3, 4, 5, 6],
    expiresAt: expirySecond(seen, 30),
    ...changes,
  };
}

describe('what listings of one item may have in common', () => {
  test('leads from one to the other, those first that share more', async () => {
    await store.file(['photo:a', 'seller:m:77'], filed('1'));
    await store.file(['seller:m:77'], filed('2'));
    const found = await store.candidates(['photo:a', 'seller:m:77', 'text:0:b']);
    expect(found.map(({ itemId, by }) => [itemId, by])).toEqual([
      ['1', ['photo', 'seller']],
      ['2', ['seller']],
    ]);
  });

  test('keeps the newest revision', async () => {
    await store.file(['photo:a'], filed('1', { revision: 3 }));
    await store.file(['photo:a'], filed('1', { revision: 2 }));
    expect(await store.candidates(['photo:a'])).toMatchObject([{ itemId: '1', revision: 3 }]);
  });

  test('of a dealer gives the newest adverts only', async () => {
    for (let day = 1; day <= 28; day += 1) {
      const firstSeenAt = `2026-10-${String(day).padStart(2, '0')}T00:00:00Z`;
      for (const half of ['a', 'b']) await store.file(['seller:m:77'], filed(`${day}${half}`, { firstSeenAt }));
    }
    const found = await store.candidates(['seller:m:77']);
    expect(found).toHaveLength(30);
    expect(found.map(({ itemId }) => itemId)).toContain('28a');
    expect(found.map(({ itemId }) => itemId)).not.toContain('1a');
  });

  test('does not stand in clear', async () => {
    await store.file(['seller:market:ann'], filed('1'));
    const { Item } = await services.dynamo.send(
      new GetCommand({
        TableName: tableName('identifiers'),
        Key: { pk: 'link-seller:market:ann', sk: `2026-11-20#market-l${testsRun}#1` },
      }),
    );
    expect(Item).toBeUndefined();
  });
});

describe('a link', () => {
  const link = { kind: 'relisting', reasons: ['They share a photo.'], against: [] } as const;

  test('stands at both ends, and goes with the term', async () => {
    const ends = [filed('1'), filed('2')] as const;
    const foundAt = seen.toISOString();
    await store.keep(ends, { ...link, reasons: [...link.reasons], against: [] }, { foundAt, expiresAt: expirySecond(seen, 30) });
    await store.file(['photo:a'], filed('1'));
    expect(await store.linksOf(filed('1'))).toEqual([{ source: filed('2').source, itemId: '2', ...link, foundAt }]);
    expect(await store.linksOf(filed('2'))).toEqual([{ source: filed('1').source, itemId: '1', ...link, foundAt }]);
    await forgetExpired(services.dynamo, new Date(seen.getTime() + 31 * 86_400_000));
    expect([await store.linksOf(filed('1')), await store.candidates(['photo:a'])]).toEqual([[], []]);
  });
});
