import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogueAt } from '../../../local/marketplace/catalogue.ts';
import { type Marketplace, startMarketplace } from '../../../local/marketplace/marketplace.ts';
import { type TruthEntry, truthOf } from '../../../local/marketplace/truth.ts';
import { sampleRecords } from '../../../local/sample/sample-records.ts';

const seed = 7;
const startedAt = new Date('2026-11-22T10:00:00Z');
const truth = truthOf(seed, 0);
const records = new Map(sampleRecords().map((record) => [record.reference, record]));
const ofRecords = truth.filter((entry) => entry.reference !== undefined && entry.identifier !== undefined && entry.trap === undefined);

describe('the truth about the demo marketplace', () => {
  it('knows some 120 listings that carry the number of a record, at least 60 of them plain and 35 not', () => {
    expect(ofRecords.filter((entry) => entry.written.startsWith('plain-')).length).toBeGreaterThanOrEqual(60);
    expect(ofRecords.filter((entry) => entry.written.startsWith('obfuscated-')).length).toBeGreaterThanOrEqual(35);
  });

  it('knows listings whose number stands nowhere but on a photo', () => {
    expect(ofRecords.filter((entry) => entry.written.startsWith('photo-')).length).toBeGreaterThanOrEqual(6);
  });

  it('knows about 40 listings with the number of a phone that nobody reported', () => {
    const foreign = truth.filter((entry) => entry.trap === 'number-not-on-record');
    const known = new Set([...records.values()].flatMap((record) => record.imeis));
    expect(foreign.length).toBeGreaterThanOrEqual(36);
    expect(foreign.filter((entry) => entry.expectCase || known.has(entry.identifier ?? ''))).toEqual([]);
  });

  it('names the number that its record has', () => {
    for (const { reference, identifier } of truth) {
      if (reference === undefined || identifier === undefined) continue;
      const record = records.get(reference);
      expect([...(record?.imeis ?? []), record?.serial]).toContain(identifier);
    }
  });

  it('has every way of writing and every trap', () => {
    expect(new Set(truth.map((entry) => entry.written)).size).toBeGreaterThanOrEqual(34);
    expect(new Set(truth.map((entry) => entry.trap)).size).toBe(9);
  });

  it('expects no case where the record is not looked for, the owner speaks, or nothing but a box is sold', () => {
    const expected = Map.groupBy(truth, (entry) => entry.trap);
    for (const trap of ['listed-before-theft', 'record-not-looked-for', 'record-disputed', 'owners-appeal', 'box-only'] as const) {
      expect(expected.get(trap)?.map((entry) => entry.expectCase)).not.toContain(true);
    }
  });

  it('grows within the hour', () => {
    const before = new Set(truth.map((entry) => entry.itemId));
    const later = truthOf(seed, 59).filter((entry) => entry.reference !== undefined && !before.has(entry.itemId));
    expect(later.length).toBeGreaterThanOrEqual(10);
  });

  it('goes on for days', () => {
    expect(truthOf(seed, 5 * 1440).filter((entry) => entry.expectCase).length).toBeGreaterThan(20);
  });

  it('shows one number on several listings', () => {
    const shared = truth.filter((entry) => entry.trap === 'one-number-several-listings');
    for (const listings of Map.groupBy(shared, (entry) => entry.identifier).values()) expect(listings.length).toBe(2);
  });
});

describe('what the truth says stands on the pages', { timeout: 30_000 }, () => {
  let marketplace: Marketplace;
  beforeAll(async () => {
    marketplace = await startMarketplace({ seed, now: () => startedAt, startedAt });
  });
  afterAll(() => marketplace.stop());

  async function pageOf(entry: TruthEntry): Promise<string> {
    const site = marketplace.sites.find((each) => each.id === entry.site);
    const path = entry.site === 'pennyfield' ? `/p/any/${entry.itemId}` : `/anzeige/nr${entry.itemId}.htm`;
    const response = await fetch(`${site?.baseUrl}${path}`);
    expect(response.status).toBe(200);
    const charset = entry.site === 'pennyfield' ? 'utf-8' : 'windows-1252';
    return new TextDecoder(charset).decode(await response.arrayBuffer());
  }

  it('shows each plain number in the visible text or the structured data', async () => {
    for (const entry of truth.filter((each) => each.written.startsWith('plain-'))) {
      const $ = load(await pageOf(entry));
      const data = $('script[type="application/ld+json"]').text();
      $('script, style').remove();
      const readable = `${$('body').text()} ${data}`.replaceAll(/[\s./-]/g, '');
      expect(readable, `${entry.written} on ${entry.site} ${entry.itemId}`).toContain((entry.identifier ?? '').slice(0, 14));
    }
  });

  it('carries what the truth quotes for each obfuscated one', async () => {
    for (const entry of truth.filter((each) => each.written.startsWith('obfuscated-'))) {
      const $ = load(await pageOf(entry));
      const page = `${$.html()} ${$('body').text()} ${$('img[alt]').first().attr('alt')}`.replaceAll(/\s/g, '');
      expect(page, `${entry.written} on ${entry.site} ${entry.itemId}`).toContain(entry.shown.replaceAll(/\s/g, ''));
    }
  });

  it('dates a listing before the theft wherever the trap says so, and after it everywhere else', async () => {
    for (const entry of truth.filter((each) => each.reference !== undefined && each.site === 'pennyfield')) {
      const posted = load(await pageOf(entry))('time[itemprop=datePublished]').attr('datetime') ?? '';
      const stolen = records.get(entry.reference ?? '')?.stolenAt ?? '';
      expect(Date.parse(posted) < Date.parse(stolen), `${posted} ${stolen}`).toBe(entry.trap === 'listed-before-theft');
    }
  });

  it('dates no listing before its theft even when the demo starts on the first possible day', () => {
    const earliest = Date.parse('2026-11-01T00:00:00Z');
    for (const { part, bornAt, postedAt } of catalogueAt(seed, 0).offers) {
      if (part?.record === undefined || postedAt !== undefined) continue;
      expect(earliest + bornAt * 60_000).toBeGreaterThanOrEqual(Date.parse(part.record.stolenAt));
    }
  });
});
