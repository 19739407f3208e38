import type { Identifier } from '../../domain/identifier.ts';
import { findIdentifiersInHtml } from '../../domain/identifiers/in-html.ts';
import { largestCandidate } from '../largest-photo.ts';
import type { PageReading, PageToRead } from '../page-reading.ts';
import type { ListingLayers } from './listing-layers.ts';
import { mergeFields } from './merge-fields.ts';
import { withoutOtherOffers } from './other-offers.ts';

/** Beside what a page says in its layers, what tells the listing from its neighbours. */
interface ListingPage {
  page: PageToRead;
  base: string;
  /** Whether an address is that of another offer of the platform. */
  isOther: (url: URL) => boolean;
}

/** The reading of a page that is a listing: fields merged, photos made absolute, identifiers found. */
export function listingReading({ page, base, isOther, layers, trouble }: ListingLayers & ListingPage): PageReading {
  const { fields, how, disagreements } = mergeFields(layers);
  const { images = [], ...rest } = fields;
  return {
    kind: 'listing',
    ...rest,
    images: absolute(images, base),
    identifiers: page.withoutIdentifiers === true ? [] : identifiersOn(page, rest.title),
    cards: [],
    how: { ...how, ...(trouble !== undefined && { 'json-ld': trouble }) },
    disagreements,
  };

  function identifiersOn({ text: html, tacs }: PageToRead, model: string | undefined): Identifier[] {
    const leadsToOther = (href: string) => {
      const url = URL.parse(href, base);
      return url !== null && isOther(url);
    };
    return findIdentifiersInHtml(html, { tacs, model, sift: (finds) => withoutOtherOffers(finds, { html, leadsToOther }) });
  }
}

function absolute(addresses: readonly string[], base: string): string[] {
  const found = addresses.flatMap((address) => {
    // A selector may name `srcset`, which offers several sizes.
    const url = URL.parse(largestCandidate(address), base);
    return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? [url.href] : [];
  });
  return [...new Set(found)];
}
