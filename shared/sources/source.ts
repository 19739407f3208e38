/**
 * The contract of a Source: one marketplace as Fencewatch watches it, written as plain data.
 * A definition is parsed with this schema wherever it comes from, the registry in this folder or a JSON file of an operator.
 * `check-source.ts` checks what a schema cannot (that selectors parse, that addresses are on the listed hosts).
 */

import * as z from 'zod';

/**
 * Where a field is taken from: the first selector that yields something wins; `@name` at the end takes an attribute (`img@src`).
 * CSS selectors as cheerio understands them. Those made of tags, classes, ids, attributes, descendants and `>` are matched while the
 * page streams by; any other (`:has()`, `:contains()`, `+`) makes the reader build a document first, at about twice the time.
 */
const selectors = z.array(z.string().min(1)).min(1);

const access = z.strictObject({
  /** `saved-by-officer`: never fetched; an officer saves the page in the course of an enquiry and hands in the file. */
  basis: z.enum(['official-api', 'written-permission', 'robots-allowed', 'statutory', 'saved-by-officer']),
  /** What was read to come to that basis, and what it allows. */
  note: z.string().min(1),
  /** Day on which a person last read the platform's terms, and who; a Source whose terms nobody read may not be enabled. */
  termsReviewedOn: z.iso.date().optional(),
  termsReviewedBy: z.string().min(1).optional(),
});

/** How an official API lets us in. Left out for pages that anybody may ask for. */
const api = z.strictObject({
  /** Where an application token is had by OAuth 2.0 client credentials; on one of the hosts. */
  tokenUrl: z.url({ protocol: /^https?$/ }),
  scope: z.string().min(1),
  /** Sent with every call: `{ "X-EBAY-C-MARKETPLACE-ID": "EBAY_GB" }`. */
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string().regex(/^[\x20-\x7e]*$/)).default({}),
  /** What the platform allows the application; counted across all machines, from midnight to midnight UTC. */
  callsPerDay: z.int().min(1),
});

const search = z.strictObject({
  /** For a person: `Phones, newest first`. */
  name: z.string().min(1),
  /** First page of the search; the pages after it are found by `searchPage.next`. */
  url: z.url({ protocol: /^https?$/ }),
});

export const sourceSchema = z.strictObject({
  /** Kebab-case, unique, never reused: it is part of every listing's key. */
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/),
  /** ISO 4217, assumed where a price stands without one. */
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** BCP 47, of the pages: decides how `1.299` reads. */
  language: z.string().min(2),
  /**
   * Every host that may be fetched from, with the port where it is not the scheme's own (`www.gumtree.com`, `127.0.0.1:4010`). Nothing
   * else is fetched, redirects included. `*.craigslist.org` allows every subdomain, for platforms with one host a city.
   */
  hosts: z.array(z.string().regex(/^(\*\.)?[a-z0-9][a-z0-9.-]*(:\d{1,5})?$/)).min(1),
  access,
  api: api.optional(),
  enabled: z.boolean(),
  /** For a person: why it is not watched. Required when `enabled` is false. */
  disabledBecause: z.string().min(1).optional(),
  pace: z.strictObject({
    /** Shortest time between two requests to one host; a longer Crawl-delay in robots.txt wins. */
    secondsBetweenRequests: z.number().min(0).max(30),
    /** The same for photos on hosts that serve no search page of the Source, as its content network; as for pages where left out. */
    secondsBetweenPhotos: z.number().min(0).max(30).optional(),
  }),
  schedule: z.strictObject({ everyMinutes: z.int().min(1).max(1440) }),
  /** How listing pages are had: `plain` by HTTP, `rendered` in a browser that waits for `waitFor`. Search pages and the probe are plain. */
  pages: z.strictObject({ how: z.enum(['plain', 'rendered']), waitFor: z.string().min(1).optional() }),
  searches: z.array(search).min(1),
  /**
   * The known answer: a listing that is always there, or a search that always finds something. Asked for at the end of every scan; when
   * it is not there, the scan was not able to see, whatever else it read.
   */
  probe: z
    .strictObject({
      url: z.url({ protocol: /^https?$/ }),
      /** Words that stand in the title of the listing, or of one of the search's offers; case does not count. */
      shows: z.string().min(1),
    })
    .optional(),
  searchPage: z.strictObject({
    /** One element per offer. Left out: the links that `listing.url` recognises are the offers. */
    card: z.string().min(1).optional(),
    /** Inside a card. */
    link: selectors.optional(),
    title: selectors.optional(),
    price: selectors.optional(),
    /** Link to the next page; `link[rel=next]` and `a[rel=next]` are known without it. */
    next: selectors.optional(),
    maxPages: z.int().min(1).max(500),
    /** Present on a search page that rightly has no offers. Without it a search page without offers reads as unknown, never as empty. */
    empty: z.string().min(1).optional(),
  }),
  listing: z.strictObject({
    /** URL pattern (WHATWG URLPattern, path part) with a group named itemId: `/p/:slug/:itemId(\\d+)`. */
    url: z.string().regex(/:itemId\b/),
    /** An address of that shape, so that the contract test can prove the pattern. */
    example: z.url({ protocol: /^https?$/ }).optional(),
    title: selectors.optional(),
    price: selectors.optional(),
    description: selectors.optional(),
    seller: selectors.optional(),
    sellerId: selectors.optional(),
    location: selectors.optional(),
    images: selectors.optional(),
    /**
     * How a larger photo is had from the address that the page shows, the first that fits: `{ replace: '_600x450', by: '_1200x900' }`. Tried
     * first when photos are looked at; where there is no such photo, the page's own is taken.
     */
    largerPhotos: z
      .array(z.strictObject({ replace: z.string().min(3).max(60), by: z.string().max(60) }))
      .max(20)
      .optional(),
    postedAt: selectors.optional(),
    /** Present, and not hidden, when the platform itself says that the offer is no longer there. */
    gone: z.string().min(1).optional(),
  }),
  /** How many of a listing's photos are looked at for device numbers, the first ones: 6 when left out, none when 0. */
  photosPerListing: z.int().min(0).max(12).optional(),
  /** A listing without a match loses its text, seller and photos after this term. */
  retentionDays: z.int().min(1).max(365),
});

export type Source = z.infer<typeof sourceSchema>;

/** One thing wrong with a definition: `{ path: 'searches.0.url', expected: 'an address on one of its hosts', found: 'https://…' }`. */
export interface SourceProblem {
  path: string;
  expected: string;
  found: string;
}
