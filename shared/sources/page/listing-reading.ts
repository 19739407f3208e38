import { findIdentifiersInHtml } from '../../domain/identifiers/in-html.ts';
import { largestCandidate } from '../largest-photo.ts';
import type { PageReading, PageToRead } from '../page-reading.ts';
import type { ListingLayers } from './listing-layers.ts';
import { mergeFields } from './merge-fields.ts';

/** The reading of a page that is a listing: fields merged, photos made absolute, identifiers found. */
export function listingReading({ page, base, layers, trouble }: ListingLayers & { page: PageToRead; base: string }): PageReading {
  const { fields, how, disagreements } = mergeFields(layers);
  const { images = [], ...rest } = fields;
  return {
    kind: 'listing',
    ...rest,
    images: absolute(images, base),
    identifiers: page.withoutIdentifiers === true ? [] : findIdentifiersInHtml(page.text, { tacs: page.tacs, model: rest.title }),
    cards: [],
    how: { ...how, ...(trouble !== undefined && { 'json-ld': trouble }) },
    disagreements,
  };
}

function absolute(addresses: readonly string[], base: string): string[] {
  const found = addresses.flatMap((address) => {
    // A selector may name `srcset`, which offers several sizes.
    const url = URL.parse(largestCandidate(address), base);
    return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? [url.href] : [];
  });
  return [...new Set(found)];
}
