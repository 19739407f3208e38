import type { Disagreement } from '../../domain/listing.ts';
import { disagreementsOf, type Layer } from './agreement.ts';
import { letters } from './letters.ts';
import type { ListingFields } from './listing-fields.ts';

const fieldNames = ['title', 'description', 'price', 'attributes', 'seller', 'location', 'images', 'postedAt'] as const;

export interface MergedFields {
  fields: ListingFields;
  /** For each field the layer that was believed. */
  how: Record<string, string>;
  disagreements: Disagreement[];
}

/** Field by field, the first layer that has it wins; what the others say otherwise is kept beside it. */
export function mergeFields(layers: readonly Layer[]): MergedFields {
  const fields: ListingFields = {};
  const how: Record<string, string> = {};
  const disagreements: Disagreement[] = [];
  for (const name of fieldNames) {
    const [first, ...others] = layers.filter((layer) => layer.fields[name] !== undefined);
    if (first === undefined) continue;
    const taken = fullerLayer(name, first, others) ?? first;
    Object.assign(fields, { [name]: isJoined(name) ? joined(name, [first, ...others]) : taken.fields[name] });
    how[name] = taken.name;
    disagreements.push(
      ...disagreementsOf(
        name,
        taken,
        [first, ...others].filter((layer) => layer !== taken),
      ),
    );
  }
  return { fields, how, disagreements };
}

/** Of a seller one layer knows the id and another the name; of a device one the colour and another the storage. */
function isJoined(name: keyof ListingFields): name is 'seller' | 'attributes' {
  return name === 'seller' || name === 'attributes';
}

function joined<Name extends 'seller' | 'attributes'>(name: Name, layers: readonly Layer[]): ListingFields[Name] {
  return Object.assign({}, ...layers.map((layer) => layer.fields[name]).reverse());
}

/** A later layer that says the same and more of it. */
function fullerLayer(name: keyof ListingFields, first: Layer, others: readonly Layer[]): Layer | undefined {
  if (name === 'description') return others.find((layer) => continues(first.fields.description, layer.fields.description));
  if (name !== 'title' || first.name === 'selector') return undefined;
  return others.find((layer) => layer.name === 'page' && isFullerTitle(first.fields.title, layer.fields.title));
}

/** Whether the second text is the first one uncut: platforms shorten what they put into metadata (`Great condition. No engine…`). */
function continues(short = '', long = ''): boolean {
  if (long.length <= short.length + 20) return false;
  const start = letters(short.slice(0, -4)).slice(0, 60);
  return start.length >= 10 && letters(long.slice(0, 240)).startsWith(start);
}

/** Whether the heading is the same title with the maker in front, which shops leave out of their structured data. */
function isFullerTitle(title = '', heading = ''): boolean {
  return heading.length > title.length && heading.length <= title.length + 30 && heading.endsWith(` ${title}`);
}
