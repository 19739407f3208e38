import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../../local/marketplace/fault.ts';
import { type Marketplace, startMarketplace } from '../../../local/marketplace/marketplace.ts';

const startedAt = new Date('2026-11-22T10:00:00Z');

describe('faults of the demo marketplace', () => {
  let marketplace: Marketplace;
  beforeEach(async () => {
    marketplace = await startMarketplace({ seed: 7, now: () => startedAt, startedAt, faults: { '/phones/apple?page=2': 'status-500' } });
  });
  afterEach(() => marketplace.stop());

  const get = (path: string, site = 0) => fetch(new URL(path, marketplace.sites[site]?.baseUrl), { signal: AbortSignal.timeout(5000) });

  it('befall the named page and no other', async () => {
    expect((await get('/phones/apple?page=2')).status).toBe(500);
    expect((await get('/phones/apple?page=3')).status).toBe(200);
  });

  it('can be switched on and off while it runs', async () => {
    marketplace.faults.set('/phones/apple', 'status-403');
    expect((await get('/phones/apple')).status).toBe(403);
    marketplace.faults.clear();
    expect((await get('/phones/apple')).status).toBe(200);
  });

  it('befall a listing by its item id, whatever its address', async () => {
    const [entry] = marketplace.truth().filter((each) => each.site === 'pennyfield');
    marketplace.faults.set(`listing:${entry?.itemId}`, 'empty-shell');
    const page = await (await get(`/p/some-phone/${entry?.itemId}`)).text();
    expect(page).toContain('<div id="root"></div>');
    expect(page).not.toContain('Details');
  });

  it('befall one whole site but for its robots.txt', async () => {
    marketplace.faults.set('kramkiste:*', 'captcha');
    expect(await (await get('/regal/apfel/', 1)).text()).toContain('g-recaptcha');
    expect((await get('/robots.txt', 1)).headers.get('content-type')).toBe('text/plain');
    expect(await (await get('/phones/apple')).text()).not.toContain('g-recaptcha');
  });

  it.each<[Fault, number, string]>([
    ['status-429', 429, 'Slow down'],
    ['consent', 200, 'consent-wall'],
    ['not-html', 200, '%PDF'],
  ])('answer %s as its name says', async (fault, status, sign) => {
    marketplace.faults.set('/', fault);
    const response = await get('/');
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(sign);
  });

  it('ask to wait where too many came', async () => {
    marketplace.faults.set('/', 'status-429');
    expect((await get('/')).headers.get('retry-after')).toBe('2');
  });

  it('pour fifty megabytes', async () => {
    marketplace.faults.set('/', 'huge');
    let bytes = 0;
    for await (const chunk of (await get('/')).body ?? []) bytes += chunk.length;
    expect(bytes).toBe(50 * 1024 * 1024);
  });

  it('cut the connection', async () => {
    marketplace.faults.set('/', 'reset');
    await expect(get('/')).rejects.toThrow();
  });

  it('never answer, and still let the marketplace stop', async () => {
    marketplace.faults.set('/', 'timeout');
    const answer = get('/').then(
      () => 'answered',
      () => 'cut off',
    );
    await fetch(new URL('/robots.txt', marketplace.sites[0]?.baseUrl));
    await marketplace.stop();
    expect(await answer).toBe('cut off');
    marketplace = await startMarketplace({ seed: 7, now: () => startedAt, startedAt });
  });

  it('are asked for in the log like any page', async () => {
    await get('/phones/apple?page=2');
    expect(marketplace.requests.count('search', 'pennyfield')).toBe(1);
    expect(marketplace.requests.newest()[0]).toMatchObject({ site: 'pennyfield', path: '/phones/apple?page=2', kind: 'search' });
  });
});
