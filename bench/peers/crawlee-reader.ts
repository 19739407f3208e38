/** The same fields as our reader takes, the way the CheerioCrawler's documentation does it. Nothing is written to disk. */

import { CheerioCrawler, Configuration, LogLevel, log } from '@crawlee/cheerio';
import { measure } from './reader.ts';

log.setLevel(LogLevel.OFF);

await measure('crawlee', async ({ sites }) => {
  let complete = 0;
  for (const { source, urls } of sites) {
    const { listing } = source;
    const crawler = new CheerioCrawler(
      {
        maxConcurrency: 10,
        minConcurrency: 10,
        async requestHandler({ $ }) {
          const data = $('script[type="application/ld+json"]')
            .toArray()
            .map((element) => JSON.parse($(element).text()));
          const product = data.find((entry) => entry['@type'] === 'Product');
          const first = (selectors: string[] | undefined) => {
            for (const selector of selectors ?? []) {
              const [css = '', attribute] = selector.split('@');
              const text = attribute === undefined ? $(css).first().text().trim() : $(css).first().attr(attribute);
              if (text) return text;
            }
            return undefined;
          };
          const fields = {
            title: product?.name ?? first(listing.title) ?? $('h1').first().text(),
            price: product?.offers?.price ?? first(listing.price),
            currency: product?.offers?.priceCurrency ?? source.currency,
            description: product?.description ?? first(listing.description),
            seller: product?.offers?.seller?.name ?? first(listing.seller),
            location: first(listing.location),
            postedAt: first(listing.postedAt),
            images:
              product?.image ??
              $(listing.images?.[0]?.split('@')[0] ?? 'img')
                .toArray()
                .map((image) => $(image).attr('src')),
            canonical: $('link[rel=canonical]').attr('href'),
          };
          if (fields.title && fields.price) complete += 1;
        },
      },
      new Configuration({ persistStorage: false, purgeOnStart: true }),
    );
    // The same page may be asked for twice here; crawlee would drop the second.
    await crawler.run(urls.map((url, index) => ({ url, uniqueKey: String(index) })));
  }
  return complete;
});
