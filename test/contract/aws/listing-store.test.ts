import pLimit from 'p-limit';
import { beforeEach, describe, expect, test } from 'vitest';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createListingStore, type ListingStore } from '../../../shared/aws/listing-store.ts';
import type { Listing, Revision } from '../../../shared/domain/listing.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
let store: ListingStore;
let itemId: string;
let testsRun = 0;

beforeEach(() => {
  store = createListingStore({ client: services.dynamo, table: tableName('listings') });
  testsRun += 1;
  itemId = `item-${testsRun}`;
});

const listing = (given: Partial<Listing> = {}): Listing => ({
  source: 'gumtree',
  itemId,
  url: 'https://www.gumtree.test/p/1',
  liveness: 'live',
  firstSeenAt: '2026-11-22T10:00:00Z',
  cardHash: 'card-1',
  revision: 1,
  contentHash: 'content-1',
  ...given,
});

const revision = (given: Partial<Revision> = {}): Revision => ({
  number: 1,
  readAt: '2026-11-22T10:00:00Z',
  changed: [],
  title: 'iPhone 13',
  description: 'Mint',
  price: { amount: 249.5, currency: 'GBP' },
  images: [],
  identifiers: [{ kind: 'imei', value: '356938035643809', confidence: 0.98, raw: '356938035643809', where: 'text' }],
  how: { title: 'json-ld' },
  ...given,
});

describe('a listing', () => {
  test('comes back as it was saved, without what the store keeps beside it', async () => {
    expect(await store.saveReading({ listing: listing(), revision: revision(), expiresAt: 1_795_341_600 })).toBe('saved');

    expect(await store.get(listing())).toStrictEqual(listing());
    expect(await store.revision(listing(), 1)).toStrictEqual(revision());
    expect(await store.revision(listing(), 2)).toBeUndefined();
  });

  test('is undefined when it was never saved', async () => {
    expect(await store.get({ source: 'gumtree', itemId: 'never' })).toBeUndefined();
    expect(await store.setLiveness({ source: 'gumtree', itemId: 'never' }, 'gone')).toBe(false);
  });

  test('keeps its revisions in their order past the ninth', async () => {
    for (let number = 1; number <= 11; number += 1) {
      await store.saveReading({ listing: listing({ revision: number, contentHash: `c${number}` }), revision: revision({ number }) });
    }

    expect((await store.revisions(listing())).map(({ number }) => number)).toStrictEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('changes its liveness and nothing else', async () => {
    await store.saveReading({ listing: listing(), revision: revision() });

    expect(await store.setLiveness(listing(), 'gone')).toBe(true);
    expect(await store.get(listing())).toStrictEqual(listing({ liveness: 'gone' }));
  });

  test('takes a new card hash without a new revision', async () => {
    await store.saveReading({ listing: listing(), revision: revision() });

    expect(await store.saveReading({ listing: listing({ cardHash: 'card-2' }) })).toBe('saved');
    expect((await store.get(listing()))?.cardHash).toBe('card-2');
  });
});

describe('a reading that is saved twice or late', () => {
  test('is saved once when its message is delivered twice', async () => {
    await store.saveReading({ listing: listing(), revision: revision() });
    const again = revision({ readAt: '2026-11-22T10:05:00Z' });

    expect(await store.saveReading({ listing: listing(), revision: again })).toBe('saved');
    expect(await store.revisions(listing())).toStrictEqual([revision()]);
  });

  test('of two different ones with the same number, exactly one stands', async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        store.saveReading({ listing: listing({ contentHash: `content-${index}` }), revision: revision({ title: `Title ${index}` }) }),
      ),
    );

    expect(outcomes.filter((outcome) => outcome === 'superseded')).toHaveLength(7);
    const winner = outcomes.indexOf('saved');
    expect((await store.get(listing()))?.contentHash).toBe(`content-${winner}`);
    expect((await store.revision(listing(), 1))?.title).toBe(`Title ${winner}`);
  });

  test('is superseded when the listing has moved on', async () => {
    await store.saveReading({ listing: listing(), revision: revision() });
    await store.saveReading({ listing: listing({ revision: 2, contentHash: 'content-2' }), revision: revision({ number: 2 }) });

    expect(await store.saveReading({ listing: listing({ contentHash: 'other' }), revision: revision({ title: 'Other' }) })).toBe(
      'superseded',
    );
    expect(await store.saveReading({ listing: listing({ cardHash: 'late' }) })).toBe('superseded');
    expect(await store.get(listing())).toStrictEqual(listing({ revision: 2, contentHash: 'content-2' }));
  });
});

describe('a crash between the revision and the listing', () => {
  /** Fails the second write of a reading, as a function that is stopped there would. */
  const crashing = () => {
    let writes = 0;
    const client = Object.assign(Object.create(services.dynamo), {
      send: (command: { constructor: { name: string } }) => {
        if (command.constructor.name === 'PutCommand') writes += 1;
        if (writes === 2) throw new Error('stopped');
        return services.dynamo.send(command as never);
      },
    });
    return createListingStore({ client, table: tableName('listings') });
  };

  test('heals when the message comes again with the same content', async () => {
    await expect(crashing().saveReading({ listing: listing(), revision: revision() })).rejects.toThrow('stopped');
    expect(await store.get(listing())).toBeUndefined();

    expect(await store.saveReading({ listing: listing(), revision: revision({ readAt: '2026-11-22T10:05:00Z' }) })).toBe('saved');
    expect(await store.get(listing())).toStrictEqual(listing());
  });

  test('heals with what was read before the crash when the page has changed since', async () => {
    await expect(crashing().saveReading({ listing: listing(), revision: revision() })).rejects.toThrow('stopped');
    const changed = { listing: listing({ contentHash: 'content-2', cardHash: 'card-2' }), revision: revision({ title: 'iPhone 13 Pro' }) };

    expect(await store.saveReading(changed)).toBe('superseded');
    expect(await store.get(listing())).toStrictEqual(listing());

    expect(await store.saveReading({ listing: { ...changed.listing, revision: 2 }, revision: { ...changed.revision, number: 2 } })).toBe(
      'saved',
    );
    expect((await store.get(listing()))?.contentHash).toBe('content-2');
  });
});

describe('known cards', () => {
  test('are those of the listings that were read, however often an id is asked for', async () => {
    await store.saveReading({ listing: listing({ cardHash: 'a' }), revision: revision() });

    expect(await store.knownCards('gumtree', [itemId, 'unread', itemId])).toStrictEqual(new Map([[itemId, { cardHash: 'a' }]]));
    expect(await store.knownCards('vinted', [itemId])).toStrictEqual(new Map());
    expect(await store.knownCards('gumtree', [])).toStrictEqual(new Map());
  });

  test('of 1,000 unchanged listings cost half a read unit each and no write', async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `unchanged-${index}`);
    const limit = pLimit(25);
    await Promise.all(ids.map((id) => limit(() => store.saveReading({ listing: listing({ itemId: id }), revision: revision() }))));

    const { client, units } = metered(services.dynamo);
    const known = await createListingStore({ client, table: tableName('listings') }).knownCards('gumtree', ids);

    expect(known.size).toBe(1000);
    expect(units).toStrictEqual({ read: 500, calls: { BatchGetCommand: 10 } });
  });
});

/** A client that asks for the units each call consumed and adds them up. */
function metered(inner: typeof services.dynamo) {
  const units = { read: 0, calls: {} as Record<string, number> };
  const client = Object.assign(Object.create(inner), {
    send: async (command: { input: object; constructor: { name: string } }) => {
      Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await inner.send(command as never);
      const consumed = (answer as { ConsumedCapacity?: { CapacityUnits: number }[] }).ConsumedCapacity ?? [];
      units.read += consumed.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
      units.calls[command.constructor.name] = (units.calls[command.constructor.name] ?? 0) + 1;
      return answer;
    },
  });
  return { client: client as typeof inner, units };
}
