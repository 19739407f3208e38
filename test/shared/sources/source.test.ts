import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../shared/sources/parse-source.ts';
import { exampleSource } from '../../support/source-fixture.ts';

const today = '2026-11-22';

function problemsOf(value: unknown) {
  const parsed = parseSource(value, today);
  return parsed.ok ? [] : parsed.problems;
}

describe('parseSource', () => {
  it('accepts a complete definition', () => {
    expect(parseSource(exampleSource(), today)).toEqual({ ok: true, source: exampleSource() });
  });

  it('names an unknown field, its value and where the fields are described', () => {
    expect(problemsOf({ ...exampleSource(), colour: 'red' })).toEqual([
      { path: 'colour', expected: 'no such field: the fields are described in shared/sources/source.ts', found: '"red"' },
    ]);
  });

  it('says what was expected in words that follow "expected"', () => {
    const { name: _name, ...rest } = exampleSource();
    expect(problemsOf({ ...rest, hosts: 'x.example', retentionDays: 'long' })).toEqual([
      { path: 'name', expected: 'string', found: 'nothing' },
      { path: 'hosts', expected: 'array', found: '"x.example"' },
      { path: 'retentionDays', expected: 'number', found: '"long"' },
    ]);
  });

  it('names every missing field at once', () => {
    const { name: _name, retentionDays: _days, ...rest } = exampleSource();
    expect(problemsOf(rest).map(({ path, found }) => [path, found])).toEqual([
      ['name', 'nothing'],
      ['retentionDays', 'nothing'],
    ]);
  });

  it('names a selector that does not parse', () => {
    const [problem] = problemsOf(exampleSource({ listing: { price: ['.price', 'div[[@content'] } }));
    expect(problem?.path).toBe('listing.price');
    expect(problem?.found).toBe('div[[@content');
    expect(problem?.expected).toMatch(/^a CSS selector \(/);
  });

  it('names a URL pattern that does not compile', () => {
    expect(problemsOf(exampleSource({ listing: { url: '/item/(:itemId' } })).map(({ path }) => path)).toEqual(['listing.url']);
  });

  it('refuses a pattern without an item id', () => {
    expect(problemsOf(exampleSource({ listing: { url: '/item/:id' } })).map(({ path }) => path)).toEqual(['listing.url']);
  });

  it('refuses a search on a host that is not listed', () => {
    const searches = [{ name: 'Phones', url: 'https://elsewhere.example/phones' }];
    expect(problemsOf(exampleSource({ searches }))).toEqual([
      { path: 'searches.0.url', expected: 'an address on one of market.example', found: 'https://elsewhere.example/phones' },
    ]);
  });

  it('counts the port as part of the host', () => {
    const searches = [{ name: 'Phones', url: 'http://127.0.0.1:4011/phones' }];
    expect(problemsOf(exampleSource({ hosts: ['127.0.0.1:4010'], searches })).map(({ path }) => path)).toEqual(['searches.0.url']);
  });

  it('asks for a reason when a Source is disabled', () => {
    expect(problemsOf(exampleSource({ enabled: false })).map(({ path }) => path)).toEqual(['disabledBecause']);
  });

  it('refuses to enable a Source whose terms nobody read, or will read tomorrow', () => {
    const { termsReviewedOn: _on, ...unread } = exampleSource().access;
    expect(problemsOf(exampleSource({ access: unread })).map(({ path }) => path)).toEqual(['access.termsReviewedOn']);
    const tomorrow = { ...exampleSource().access, termsReviewedOn: '2026-11-23' };
    expect(problemsOf(exampleSource({ access: tomorrow })).map(({ found }) => found)).toEqual(['2026-11-23']);
  });

  it('refuses to enable a Source whose pages only an officer may save', () => {
    const access = { ...exampleSource().access, basis: 'saved-by-officer' as const };
    expect(problemsOf(exampleSource({ access })).map(({ path }) => path)).toEqual(['enabled']);
  });

  it('refuses an example address that the pattern does not match', () => {
    const problems = problemsOf(exampleSource({ listing: { example: 'https://market.example/offer/7' } }));
    expect(problems.map(({ path }) => path)).toEqual(['listing.example']);
  });
});
