import { formOf, type ItemAddress, itemAddressOf } from '../../shared/sources/page/item-address.ts';

export interface ProposedPattern {
  /** For `listing.url`: `/p/*-:itemId(\\d{7,})`. */
  pattern: string;
  /** Addresses of another form than most; the pattern is not made for them. */
  leftOut: string[];
}

/**
 * The URL pattern that the addresses of one platform's offers have in common: parts that mark an offer stay, categories and places become
 * `*` also when the pages at hand agree on them, and the id is taken by its kind, digits with the least length seen less two, so that a category's short number is no item. Undefined without addresses.
 */
export function proposePattern(urls: readonly string[]): ProposedPattern | undefined {
  const items = urls.flatMap((url) => {
    const { pathname } = new URL(url);
    const item = itemAddressOf(pathname);
    return item === undefined ? [] : { url, item, form: formOf(item), slash: pathname.endsWith('/') };
  });
  const forms = [...Map.groupBy(items, ({ form }) => form).values()].toSorted((a, b) => b.length - a.length);
  const most = forms[0];
  const first = most?.[0];
  if (most === undefined || first === undefined) return undefined;
  const alike = most.map(({ item }) => item);
  const path = `/${[...partsBefore(alike), idPart(alike), ...partsBehind(alike)].join('/')}${most.some(({ slash }) => slash) ? '{/}?' : ''}`;
  // `*` matches slashes too: one stands for any depth of categories.
  return { pattern: path.replace(/\*(?:\/\*)+/g, '*'), leftOut: items.filter(({ form }) => form !== first.form).map(({ url }) => url) };
}

/** Parts in front of the one with the id; where their number differs, one `*` stands for the middle. */
function partsBefore(items: readonly ItemAddress[]): string[] {
  const before = items.map(({ parts, part }) => parts.slice(0, part));
  const shortest = Math.min(...before.map((parts) => parts.length));
  const differ = before.some((parts) => parts.length !== shortest);
  const common = Array.from({ length: shortest }, (_, index) =>
    marker(
      before.map((parts) => parts[index] ?? ''),
      index,
    ),
  );
  if (!differ) return common;
  const firstOther = common.indexOf('*');
  return [...(firstOther === -1 ? common : common.slice(0, firstOther)), '*'];
}

/** Behind the id all have the same number of parts: that is what their form means. */
function partsBehind(items: readonly ItemAddress[]): string[] {
  const behind = items.map(({ parts, part }) => parts.slice(part + 1));
  return (behind[0] ?? []).map((_, index) =>
    marker(
      behind.map((parts) => parts[index] ?? ''),
      index + 1,
    ),
  );
}

const markerWords =
  /^(?:.{1,3}|(?:classified|market|view|show|s)?-?(?:items?|listings?|ads?|adverts?|products?|offers?|oferta|anzeigen?|anuncio|annonces?|details?))$/i;

/** The part itself where all agree on it and it is the first or a word for an offer, else `*`. A part with a digit is one of many. */
function marker(parts: readonly string[], index: number): string {
  const [first = ''] = parts;
  const stays = parts.every((part) => part === first) && !/\d/.test(first) && (index === 0 || markerWords.test(first));
  return stays ? literal(first) : '*';
}

function idPart(items: readonly ItemAddress[]): string {
  const before = items.map(({ parts, part, start }) => (parts[part] ?? '').slice(0, start));
  const behind = items.map(({ parts, part, end }) => (parts[part] ?? '').slice(end));
  return `${glueBefore(before)}:itemId${idExpression(items)}${glueBehind(behind)}`;
}

function glueBefore(texts: readonly string[]): string {
  const [first = ''] = texts;
  if (texts.every((text) => text === first) && !/[-_.~\d]/.test(first)) return literal(first);
  const last = first.slice(-1);
  return /[-_.~]/.test(last) && texts.every((text) => text.endsWith(last)) ? `*${last}` : '*';
}

function glueBehind(texts: readonly string[]): string {
  const [first = ''] = texts;
  if (texts.every((text) => text === first) && !/\d/.test(first)) return literal(first);
  const mark = first.charAt(0);
  return /[-_.~]/.test(mark) && texts.every((text) => text.startsWith(mark)) ? `${mark}*` : '*';
}

function idExpression(items: readonly ItemAddress[]): string {
  const ids = items.map(({ id }) => id);
  if (items[0]?.kind === 'digits') return `(\\d{${Math.max(5, Math.min(...ids.map((id) => id.length)) - 2)},})`;
  if (ids.every((id) => /^[0-9a-f-]{36}$/i.test(id))) return '([0-9a-fA-F-]{36})';
  return items[0]?.kind === 'code' ? '([A-Za-z0-9_]+)' : '';
}

/** What URLPattern would take for syntax is escaped. */
function literal(text: string): string {
  return text.replace(/[:*?+(){}\\]/g, '\\$&');
}
