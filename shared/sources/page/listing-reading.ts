import type { Identifier } from '../../domain/identifier.ts';
import { findIdentifiersInHtml } from '../../domain/identifiers/in-html.ts';
import { largestCandidate } from '../largest-photo.ts';
import type { PageReading, PageToRead } from '../page-reading.ts';
import { gradeFinds } from './belonging.ts';
import type { ListingLayers } from './listing-layers.ts';
import { mergeFields } from './merge-fields.ts';
import { redirectsOf } from './redirects.ts';

/** Beside what a page says in its layers, what tells the listing from its neighbours. */
interface ListingPage {
  page: PageToRead;
  base: string;
  /** Whether an address is that of another offer of the platform. */
  isOther: (url: URL) => boolean;
  /** The platform's id of this listing, as its address has it. */
  itemId?: string | undefined;
}

/** The reading of a page that is a listing: fields merged, photos made absolute, identifiers found. */
export function listingReading({ page, base, isOther, itemId, layers, trouble }: ListingLayers & ListingPage): PageReading {
  const { fields, how, disagreements } = mergeFields(layers);
  const { images = [], ...rest } = fields;
  return {
    kind: 'listing',
    ...rest,
    images: absolute(images, base),
    identifiers: page.withoutIdentifiers === true ? [] : identifiersOn(page),
    cards: [],
    how: { ...how, ...(trouble !== undefined && { 'json-ld': trouble }) },
    disagreements,
  };

  function identifiersOn({ text: html, tacs }: PageToRead): Identifier[] {
    const leadsToOther = (href: string) => {
      const url = URL.parse(href, base);
      return url !== null && (isOther(url) || redirectsOf(url, base).some(isOther));
    };
    const knowsDescription = rest.description !== undefined && isDeclared(how['description']);
    const ownTexts = [rest.title, ...(knowsDescription ? [rest.description] : [])].filter((text) => text !== undefined);
    const isOtherId = itemId === undefined ? undefined : (id: string) => isOtherOfItsForm(id, itemId);
    const graded = { html, leadsToOther, ownTexts, knowsDescription, ...(isOtherId && { isOtherId }) };
    return findIdentifiersInHtml(html, { tacs, model: rest.title, sift: (finds) => gradeFinds(finds, graded) });
  }
}

/** A description of the platform's head is an advertisement, and one that only the names of elements told may be a neighbour's. */
function isDeclared(layer: string | undefined): boolean {
  return layer !== undefined && layer !== 'open-graph' && layer !== 'page';
}

/** Objects have ids of their own beside that of the address; one of as many digits is another listing's. */
function isOtherOfItsForm(id: string, own: string): boolean {
  return id !== own && /^\d+$/.test(id) && /^\d+$/.test(own) && Math.abs(id.length - own.length) <= 1;
}

function absolute(addresses: readonly string[], base: string): string[] {
  const found = addresses.flatMap((address) => {
    // A selector may name `srcset`, which offers several sizes.
    const url = URL.parse(largestCandidate(address), base);
    return url !== null && (url.protocol === 'https:' || url.protocol === 'http:') ? [url.href] : [];
  });
  return [...new Set(found)];
}
