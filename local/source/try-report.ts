/** What would be read on a page, field by field, and what is missing: the answer to "can this site be watched?". */

import { maskIdentifiers } from '../../shared/aws/log.ts';
import { maskIdentifier } from '../../shared/domain/identifier.ts';
import type { Disagreement, ListingCard } from '../../shared/domain/listing.ts';
import { itemIdOf } from '../../shared/sources/listing-url.ts';
import { valueText } from '../../shared/sources/page/agreement.ts';
import type { PageReading } from '../../shared/sources/page-reading.ts';
import type { Source } from '../../shared/sources/source.ts';
import type { ObtainedPage } from './obtain-page.ts';

/** One field that was read; `value` is one line, with identifiers masked. */
interface FieldRead {
  field: string;
  value: string;
  /** `json-ld`, `selector`, … */
  from: string;
  /** What other layers of the page say otherwise. */
  against: Disagreement['against'][];
}

export interface TryReport {
  /** Null for a saved page that does not say where it came from. */
  url: string | null;
  /** Id of the Source it was read by; null for a site that nobody has described. */
  source: string | null;
  kind: PageReading['kind'];
  reason?: string;
  /** By `listing.url` of the Source. */
  itemId: string | null;
  fields: FieldRead[];
  /** Fields of a listing, or of a search's offers, that nothing was found for. */
  missing: string[];
  /** Declared for this page and found nothing: the platform has changed, or the page is another kind. */
  idleSelectors: string[];
  identifiers: { kind: string; value: string; confidence: number; where: string }[];
  offers: ListingCard[];
  nextPageUrl: string | null;
}

const listingFields = ['title', 'price', 'description', 'attributes', 'seller', 'location', 'images', 'postedAt'] as const;
/** Attributes are never declared, and rarely all there: they are read by the labels that stand beside them. */
const declarable = ['title', 'price', 'description', 'seller', 'location', 'images', 'postedAt'] as const;

export function reportOf(page: ObtainedPage, reading: PageReading): TryReport {
  const { source } = page;
  const { kind, reason } = reading;
  const itemId = source === undefined ? undefined : itemIdOf(source, page.finalUrl ?? page.url);
  return {
    url: page.addressKnown ? page.url : null,
    source: source?.id ?? null,
    kind,
    ...(reason !== undefined && { reason }),
    itemId: itemId ?? null,
    fields: kind === 'listing' ? listingFields.flatMap((field) => fieldRead(field, reading)) : [],
    missing: missingIn(reading),
    idleSelectors: kind === 'listing' && source !== undefined ? idleSelectors(source, reading) : [],
    identifiers: reading.identifiers.map(({ kind: what, value, pattern, confidence, where }) => ({
      kind: what,
      value: maskIdentifier(value ?? pattern ?? ''),
      confidence,
      where,
    })),
    offers: reading.cards.map((card) => ({ ...card, ...(card.title !== undefined && { title: shown(card.title) }) })),
    nextPageUrl: reading.nextPageUrl ?? null,
  };
}

function fieldRead(field: (typeof listingFields)[number], reading: PageReading): FieldRead[] {
  const from = reading.how[field];
  if (from === undefined) return [];
  const value = field === 'images' ? photos(reading.images) : valueText(field, reading);
  const against = reading.disagreements.filter((each) => each.field === field).map((each) => each.against);
  return [{ field, value: shown(value), from, against: against.map((each) => ({ ...each, value: shown(each.value) })) }];
}

function photos(images: readonly string[]): string {
  return `${images.length} ${images.length === 1 ? 'photo' : 'photos'}, ${images[0] ?? ''}`;
}

function missingIn({ kind, how, price, cards, nextPageUrl }: PageReading): string[] {
  if (kind === 'listing') {
    const absent: string[] = declarable.filter((field) => how[field] === undefined);
    return price !== undefined && price.currency === undefined ? [...absent, 'currency'] : absent;
  }
  if (kind !== 'search') return [];
  const without = (name: string, isAbsent: (card: ListingCard) => boolean) => {
    const count = cards.filter(isAbsent).length;
    return count === 0 ? [] : [`${name} of ${count} of ${cards.length} offers`];
  };
  return [
    ...without('title', ({ title }) => title === undefined),
    ...without('price', (card) => card.price === undefined),
    ...(nextPageUrl === undefined ? ['next page'] : []),
  ];
}

function idleSelectors({ listing }: Source, { how }: PageReading): string[] {
  return declarable.flatMap((field) => {
    const declared = listing[field];
    return declared === undefined || how[field]?.startsWith('selector') === true ? [] : [`listing.${field}: ${declared.join(', ')}`];
  });
}

/** Listing words come from strangers: no control characters, identifiers masked as in logs. */
function shown(text: string): string {
  return maskIdentifiers(text.replace(/[\p{Cc}\p{Cf}]+/gu, ' '));
}
