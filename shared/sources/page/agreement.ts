import type { Disagreement } from '../../domain/listing.ts';
import { isNearSame, letters } from './letters.ts';
import type { ListingFields } from './listing-fields.ts';

/** One way of reading the page, by the name that `how` shows (`json-ld`). */
export interface Layer {
  name: string;
  fields: ListingFields;
}

/** The fields whose layers are compared. Photos are not: platforms put the same one up in many sizes, each with an address of its own; nor what is joined from all layers. */
type ComparedField = Exclude<keyof ListingFields, 'images' | 'attributes'>;

/**
 * Where layers of one page contradict the one that was believed, each with what both say:
 * `{ field: 'price', taken: { from: 'selector', value: '420 EUR' }, against: { from: 'json-ld', value: '749 EUR' } }`.
 *
 * A person sees there when a redesign has made a selector hit something else, and a scan whose pages begin to disagree is going blind.
 */
export function disagreementsOf(field: keyof ListingFields, taken: Layer, others: readonly Layer[]): Disagreement[] {
  if (field === 'images' || field === 'attributes' || others.length === 0) return [];
  return others
    .filter(({ name, fields }) => fields[field] !== undefined && isStated(field, name) && !agree[field](taken.fields, fields))
    .map((other) => ({ field, taken: saying(field, taken), against: saying(field, other) }));
}

/**
 * Whether the layer means to state the field. `open-graph` descriptions are advertising ("Buy … on …"), and sellers found by the names
 * of elements are as often a button beside the seller.
 */
function isStated(field: ComparedField, layer: string): boolean {
  if (field === 'description') return layer !== 'open-graph' && layer !== 'page';
  if (field === 'seller' || field === 'location') return layer !== 'page';
  return true;
}

const agree: Record<ComparedField, (one: ListingFields, other: ListingFields) => boolean> = {
  // One holds the other: platforms add the place or their name.
  title: (one, other) => isWithin(one.title, other.title),
  description: (one, other) => isNearSame(one.description ?? '', other.description ?? ''),
  price: ({ price: one }, { price: other }) =>
    one?.amount === other?.amount && (one?.currency ?? other?.currency) === (other?.currency ?? one?.currency),
  // One layer may know the id alone.
  seller: (one, other) =>
    one.seller?.name === undefined || other.seller?.name === undefined || isWithin(one.seller.name, other.seller.name),
  // `63000, Clermont-Ferrand` and `Clermont-Ferrand` share a word.
  location: (one, other) => placeWords(one.location).some((word) => placeWords(other.location).includes(word)),
  // Within a day: one has the hour and its zone, the other the day.
  postedAt: (one, other) => Math.abs(Date.parse(one.postedAt ?? '') - Date.parse(other.postedAt ?? '')) <= 24 * 3600_000,
};

function isWithin(one = '', other = ''): boolean {
  if (one === other) return true;
  const [a, b] = [letters(one), letters(other)];
  return a.includes(b) || b.includes(a);
}

function placeWords(text = ''): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

const longestSaying = 120;

function saying(field: ComparedField, { name, fields }: Layer): Disagreement['taken'] {
  return { from: name, value: valueText(field, fields).slice(0, longestSaying) };
}

/** A field on one line, as a person reads it: `349.5 GBP`. */
export function valueText(field: keyof ListingFields, fields: ListingFields): string {
  switch (field) {
    case 'price':
      return [fields.price?.amount, fields.price?.currency].filter((part) => part !== undefined).join(' ');
    case 'seller':
      return fields.seller?.name ?? fields.seller?.id ?? '';
    case 'images':
      return (fields.images ?? []).join(' ');
    case 'attributes':
      return Object.entries(fields.attributes ?? {})
        .map(([name, value]) => `${name} ${value}`)
        .join(', ');
    default:
      return (fields[field] ?? '').replace(/\s+/g, ' ');
  }
}
