import type { ListingFields } from './listing-fields.ts';

/** One way of reading the page, by the name that `how` shows (`json-ld`). */
export interface Layer {
  name: string;
  fields: ListingFields;
}

const fieldNames = ['title', 'description', 'price', 'seller', 'location', 'images', 'postedAt'] as const;

/**
 * Field by field, the first layer that has it wins; `how` names that layer, and the first later one that says otherwise:
 * `{ price: 'selector; json-ld says {"amount":749}' }`. A person sees there when a redesign has made a selector hit something else.
 */
export function mergeFields(layers: readonly Layer[]): { fields: ListingFields; how: Record<string, string> } {
  const fields: ListingFields = {};
  const how: Record<string, string> = {};
  for (const name of fieldNames) {
    const [first, ...others] = layers.filter((layer) => layer.fields[name] !== undefined);
    if (first === undefined) continue;
    Object.assign(fields, { [name]: first.fields[name] });
    const doubt = name === 'title' || name === 'price' ? others.find((layer) => !agree(first.fields, layer.fields, name)) : undefined;
    if (name === 'seller') {
      // One layer knows the id, another the name.
      const parts = [first, ...others].map((layer) => layer.fields.seller);
      Object.assign(fields, { seller: Object.assign({}, ...parts.reverse()) });
    }
    if (name === 'description') {
      const full = others.find((layer) => continues(first.fields.description, layer.fields.description));
      if (full !== undefined) Object.assign(fields, { description: full.fields.description });
      how[name] = full?.name ?? first.name;
      continue;
    }
    if (name === 'title' && first.name !== 'selector') {
      const heading = others.find((layer) => layer.name === 'page');
      if (heading !== undefined && isFullerTitle(first.fields.title, heading.fields.title)) {
        Object.assign(fields, { title: heading.fields.title });
        how[name] = heading.name;
        continue;
      }
    }
    how[name] = doubt === undefined ? first.name : `${first.name}; ${doubt.name} says ${JSON.stringify(doubt.fields[name]).slice(0, 120)}`;
  }
  return { fields, how };
}

/** Whether the second text is the first one uncut: platforms shorten what they put into metadata (`Great condition. No engine…`). */
function continues(short = '', long = ''): boolean {
  if (long.length <= short.length + 20) return false;
  const letters = (text: string) => text.replace(/\W+/g, '').slice(0, 60);
  const start = letters(short.slice(0, -4));
  return start.length >= 10 && letters(long).startsWith(start);
}

/** Whether the heading is the same title with the maker in front, which shops leave out of their structured data. */
function isFullerTitle(title = '', heading = ''): boolean {
  return heading.length > title.length && heading.length <= title.length + 30 && heading.endsWith(` ${title}`);
}

/** Titles agree when one holds the other, since platforms add the place or their name; prices when the amounts are equal. */
function agree(one: ListingFields, other: ListingFields, name: 'title' | 'price'): boolean {
  if (name === 'price') return one.price?.amount === other.price?.amount;
  const [a = '', b = ''] = [one.title, other.title].map((title) => title?.toLowerCase().replace(/\W+/g, ''));
  return a.includes(b) || b.includes(a);
}
