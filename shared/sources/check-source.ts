import { load } from 'cheerio/slim';
import { itemIdOf, listingPattern } from './listing-url.ts';
import { splitSelector } from './page/selector-text.ts';
import type { Source, SourceProblem } from './source.ts';
import { isOnHosts } from './source-hosts.ts';

/** What a schema cannot tell: whether the parts of a definition work and fit each other. */
export function checkSource(source: Source, today: string): SourceProblem[] {
  return [...checkAddresses(source), ...checkSelectors(source), ...checkPermission(source, today)];
}

function checkAddresses(source: Source): SourceProblem[] {
  const onHosts = `an address on one of ${source.hosts.join(', ')}`;
  const problems = source.searches.flatMap((search, index) =>
    isOnHosts(source, new URL(search.url)) ? [] : [{ path: `searches.${index}.url`, expected: onHosts, found: search.url }],
  );
  if (source.api !== undefined && !isOnHosts(source, new URL(source.api.tokenUrl))) {
    problems.push({ path: 'api.tokenUrl', expected: onHosts, found: source.api.tokenUrl });
  }
  if (source.probe !== undefined && !isOnHosts(source, new URL(source.probe.url))) {
    problems.push({ path: 'probe.url', expected: onHosts, found: source.probe.url });
  }
  const { url, example } = source.listing;
  try {
    listingPattern(url);
  } catch {
    return [...problems, { path: 'listing.url', expected: 'a URL pattern for the path, such as /item/:itemId(\\d+)', found: url }];
  }
  if (example !== undefined && itemIdOf(source, example) === undefined) {
    problems.push({ path: 'listing.example', expected: `${onHosts} that listing.url matches`, found: example });
  }
  return problems;
}

function checkSelectors(source: Source): SourceProblem[] {
  const emptyPage = load('', { xml: { xmlMode: false } });
  const named: [string, string | readonly string[] | undefined][] = [
    ['pages.waitFor', source.pages.waitFor],
    ...entries('searchPage', source.searchPage, ['card', 'link', 'title', 'price', 'next', 'empty']),
    ...entries('listing', source.listing, [
      'title',
      'price',
      'description',
      'seller',
      'sellerId',
      'location',
      'images',
      'postedAt',
      'gone',
    ]),
  ];
  return named.flatMap(([path, value]) =>
    (typeof value === 'string' ? [value] : (value ?? [])).flatMap((selector) => {
      try {
        emptyPage(splitSelector(selector).css);
        return [];
      } catch (error) {
        return [{ path, expected: `a CSS selector (${error instanceof Error ? error.message : error})`, found: selector }];
      }
    }),
  );
}

function entries<T extends object, K extends keyof T & string>(prefix: string, part: T, keys: readonly K[]): [string, T[K]][] {
  return keys.map((key) => [`${prefix}.${key}`, part[key]]);
}

function checkPermission(source: Source, today: string): SourceProblem[] {
  const problems: SourceProblem[] = [];
  if (!source.enabled && source.disabledBecause === undefined) {
    problems.push({ path: 'disabledBecause', expected: 'the reason why it is not watched, since enabled is false', found: 'nothing' });
  }
  const { termsReviewedOn, termsReviewedBy } = source.access;
  if (source.enabled && (termsReviewedOn === undefined || termsReviewedOn > today)) {
    const expected = `a day not after today, ${today}: only a Source whose terms were read may be enabled`;
    problems.push({ path: 'access.termsReviewedOn', expected, found: termsReviewedOn ?? 'nothing' });
  }
  if (source.enabled && termsReviewedBy === undefined) {
    problems.push({ path: 'access.termsReviewedBy', expected: 'who read the terms, since enabled is true', found: 'nothing' });
  }
  if (source.api !== undefined && source.access.basis !== 'official-api') {
    problems.push({ path: 'access.basis', expected: 'official-api, since an API is described', found: source.access.basis });
  }
  if (source.enabled && source.access.basis === 'saved-by-officer') {
    problems.push({ path: 'enabled', expected: 'false: pages of this Source are saved by an officer and never fetched', found: 'true' });
  }
  if (source.pages.how === 'rendered' && source.pages.waitFor === undefined) {
    problems.push({
      path: 'pages.waitFor',
      expected: 'a selector of what the page shows when it is ready, since pages are rendered',
      found: 'nothing',
    });
  }
  return problems;
}
