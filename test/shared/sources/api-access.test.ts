import { afterEach, describe, expect, it } from 'vitest';
import { createPageFetcher, type PageFetcherParts } from '../../../shared/sources/fetch-page.ts';
import { readPage } from '../../../shared/sources/read-page.ts';
import { type InventedEbay, inventedKey, startInventedEbay } from '../../support/invented-ebay.ts';

const items = ['301', '302', '303'].map((id) => ({ id, title: `iPhone ${id}`, price: '250.00' }));
const opened: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).reverse()) await each.close();
});

async function aDesk({ key = inventedKey, callsPerDay = 100 }: { key?: typeof inventedKey; callsPerDay?: number } = {}) {
  const ebay = await startInventedEbay(items);
  opened.push({ close: ebay.stop });
  let at = new Date('2026-11-22T10:00:00Z');
  const calls = new Map<string, number>();
  const takeCall: NonNullable<PageFetcherParts['apis']>['takeCall'] = async ({ day, allowed }) => {
    const taken = calls.get(day) ?? 0;
    if (taken >= allowed) return false;
    calls.set(day, taken + 1);
    return true;
  };
  const fetcher = createPageFetcher({
    userAgent: 'Fencewatch/0.1.0',
    allowedPrivateNetworks: ['127.0.0.0/8'],
    now: () => at,
    sleep: async () => {},
    reserveVisit: async ({ now }) => now,
    holdOff: async () => {},
    apis: { credentials: { [ebay.source.id]: key }, takeCall },
  });
  opened.push(fetcher);
  const source = { ...ebay.source, ...(ebay.source.api && { api: { ...ebay.source.api, callsPerDay } }) };
  const search = source.searches[0]?.url ?? '';
  return {
    ebay,
    source,
    search,
    fetch: (url: string) => fetcher.fetch(url, source),
    wait(hours: number): void {
      at = new Date(at.getTime() + hours * 3_600_000);
    },
  };
}

const itemUrl = ({ url }: InventedEbay, id: string) => url(`/buy/browse/v1/item/${encodeURIComponent(`v1|${id}|0`)}`);

describe('an official API', () => {
  it('is entered with one token for all calls while it is good, and asks no robots.txt', async () => {
    const { ebay, search, fetch, wait } = await aDesk();
    for (let call = 0; call < 3; call += 1) expect(await fetch(search)).toMatchObject({ outcome: 'page', status: 200 });
    expect(ebay.tokens()).toBe(1);
    wait(3);
    await fetch(search);
    expect(ebay.tokens()).toBe(2);
    expect(ebay.requests).not.toContain('/robots.txt');
  });

  it('is read page by page to its end, and item by item with the number in its description', async () => {
    const { ebay, source, search, fetch } = await aDesk();
    const seen: string[] = [];
    for (let url: string | undefined = search; url !== undefined; ) {
      const page = await fetch(url);
      if (page.outcome !== 'page') throw new Error(page.outcome);
      const reading = readPage({ ...page, url, source });
      seen.push(...reading.cards.map(({ itemId, price }) => `${itemId} ${price?.amount} ${price?.currency}`));
      url = reading.nextPageUrl;
    }
    expect(seen).toEqual(['v1|301|0 250 GBP', 'v1|302|0 250 GBP', 'v1|303|0 250 GBP']);
    const url = itemUrl(ebay, '302');
    const item = await fetch(url);
    if (item.outcome !== 'page') throw new Error(item.outcome);
    expect(readPage({ ...item, url, source })).toMatchObject({
      kind: 'listing',
      title: 'iPhone 302',
      identifiers: [{ kind: 'imei', value: '356938035643817', where: 'api:description' }],
    });
  });

  it('says of an item that has ended that it is gone', async () => {
    const { ebay, source, fetch } = await aDesk();
    ebay.ended.add('301');
    const url = itemUrl(ebay, '301');
    const item = await fetch(url);
    if (item.outcome !== 'page') throw new Error(item.outcome);
    expect(readPage({ ...item, url, source }).kind).toBe('gone');
  });

  it('is asked again with another token when ours is no longer taken', async () => {
    const { ebay, search, fetch } = await aDesk();
    await fetch(search);
    ebay.takeBackTokens();
    expect(await fetch(search)).toMatchObject({ outcome: 'failed', status: 401, retryAfterSeconds: 30 });
    expect(await fetch(search)).toMatchObject({ outcome: 'page', status: 200 });
  });

  it('is left alone when the day’s calls are used up, until midnight UTC', async () => {
    const { search, fetch, wait } = await aDesk({ callsPerDay: 2 });
    await fetch(search);
    await fetch(search);
    expect(await fetch(search)).toEqual({ outcome: 'failed', why: 'the 2 calls of 2026-11-22 are used up', retryAfterSeconds: 14 * 3600 });
    wait(14);
    expect(await fetch(search)).toMatchObject({ outcome: 'page' });
  });

  it('is not entered without a key, nor with a wrong one, and no secret is told', async () => {
    const wrong = await aDesk({ key: { clientId: 'somebody', clientSecret: 'hunter2' } });
    const refused = await wrong.fetch(wrong.search);
    expect(refused).toEqual({ outcome: 'failed', why: 'the token endpoint answered HTTP 401', retryAfterSeconds: 60 });
    const keyless = createPageFetcher({
      userAgent: 'Fencewatch/0.1.0',
      allowedPrivateNetworks: ['127.0.0.0/8'],
      now: () => new Date(),
      sleep: async () => {},
      reserveVisit: async ({ now }) => now,
      holdOff: async () => {},
    });
    opened.push(keyless);
    expect(await keyless.fetch(wrong.search, wrong.source)).toEqual({
      outcome: 'refused',
      why: 'API_CREDENTIALS names no application key for invented-ebay',
    });
  });
});
