import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Marketplace, startMarketplace } from '../../../local/marketplace/marketplace.ts';
import { sourceSchema } from '../../../shared/sources/source.ts';

const startedAt = new Date('2026-11-22T10:00:00Z');
const atMinute = (minute: number) => new Date(startedAt.getTime() + minute * 60_000);

describe('the demo marketplace', () => {
  let now = startedAt;
  let marketplace: Marketplace;
  const get = (site: number, path: string) => fetch(new URL(path, marketplace.sites[site]?.baseUrl));
  const text = async (site: number, path: string) => (await get(site, path)).text();

  beforeAll(async () => {
    marketplace = await startMarketplace({ seed: 7, now: () => now, startedAt });
  });
  afterAll(() => marketplace.stop());

  it('gives for each site a source definition that the contract accepts', () => {
    for (const { id, baseUrl, source } of marketplace.sites) {
      expect(sourceSchema.parse(source)).toEqual(source);
      expect(source.id).toBe(id);
      expect(source.hosts).toEqual([new URL(baseUrl).host]);
    }
  });

  it('lets robots in, except to accounts', async () => {
    expect(await text(0, '/robots.txt')).toBe('User-agent: *\nDisallow: /account/\nAllow: /\n');
    expect(await text(1, '/robots.txt')).toBe('# Kramkiste\nUser-agent: *\nDisallow: /konto/\nCrawl-delay: 0.01\n');
  });

  it('has a home page on both sites', async () => {
    expect(await text(0, '/')).toContain('Good things, passed on');
    expect((await get(1, '/')).headers.get('content-type')).toBe('text/html; charset=windows-1252');
  });

  it('answers 404 to a page that never was', async () => {
    const statuses = await Promise.all(
      [get(0, '/nothing'), get(0, '/p/x/1'), get(1, '/anzeige/nr1.htm')].map(async (page) => (await page).status),
    );
    expect(statuses).toEqual([404, 404, 404]);
  });

  it('serves the same bytes for the same seed and minute', async () => {
    now = atMinute(30);
    const twin = await startMarketplace({ seed: 7, now: () => now, startedAt });
    const other = await (await fetch(new URL('/phones/samsung?page=2', twin.sites[0]?.baseUrl))).text();
    await twin.stop();
    expect(other).toBe(await text(0, '/phones/samsung?page=2'));
  });

  it('counts requests by the kind of page', async () => {
    marketplace.requests.forget();
    await Promise.all([text(0, '/phones/apple'), text(0, '/phones/apple?page=2'), text(1, '/regal/apfel/')]);
    expect([
      marketplace.requests.count('search'),
      marketplace.requests.count('search', 'kramkiste'),
      marketplace.requests.count('listing'),
    ]).toEqual([3, 1, 0]);
  });

  it('names the port that is in use and what to do', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => squatter.once('listening', listening));
    const { port } = squatter.address() as AddressInfo;
    const start = startMarketplace({ seed: 7, now: () => now, startedAt, ports: { kramkiste: port } });
    await expect(start).rejects.toThrow(
      `Port ${port} for the demo marketplace Kramkiste is in use: stop what listens there or choose another port.`,
    );
    squatter.close();
  });

  it('refuses to start before the thefts of the sample', async () => {
    const start = startMarketplace({ seed: 7, now: () => now, startedAt: new Date('2026-10-31T00:00:00Z') });
    await expect(start).rejects.toThrow('The demo marketplace starts on 2026-11-01 or later, found 2026-10-31T00:00:00.000Z.');
  });
});
