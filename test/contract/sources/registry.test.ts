import { describe, expect, it } from 'vitest';
import { itemIdOf } from '../../../shared/sources/listing-url.ts';
import { parseSource } from '../../../shared/sources/parse-source.ts';
import { registry } from '../../../shared/sources/registry.ts';
import { isOnHosts } from '../../../shared/sources/source-hosts.ts';

describe('the registry', () => {
  it('uses every id once', () => {
    const ids = registry.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('enables nothing: a person of the deploying force reads the terms first', () => {
    expect(registry.filter(({ enabled }) => enabled).map(({ id }) => id)).toEqual([]);
  });
});

describe.each(registry.map((source) => [source.id, source] as const))('the source %s', (_, source) => {
  it('parses, its selectors compile and its addresses are on its hosts', () => {
    expect(parseSource(source)).toEqual({ ok: true, source });
  });

  it('says on what basis it may be read, and why it is not', () => {
    expect(source.access.note.length).toBeGreaterThan(10);
    expect(source.enabled || source.disabledBecause !== undefined).toBe(true);
  });

  it('tells listings from searches by their addresses', () => {
    const { example } = source.listing;
    expect(example === undefined ? undefined : itemIdOf(source, example)).toBeDefined();
    for (const { url } of source.searches) expect([url, itemIdOf(source, url)]).toEqual([url, undefined]);
  });

  it('visits nothing but its own hosts, slowly, and forgets within a year', () => {
    for (const { url } of source.searches) expect(isOnHosts(source, new URL(url))).toBe(true);
    expect(source.pace.secondsBetweenRequests).toBeGreaterThanOrEqual(1);
    expect(source.retentionDays).toBeLessThanOrEqual(365);
  });
});
