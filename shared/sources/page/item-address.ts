/** Where the path of an address tells its item, in a form that the offers of one list have in common. */

export interface ItemAddress {
  /** `digits`: a number of five digits or more; `code`: letters and digits mixed (`bkxcd7`); `slug`: words alone. */
  kind: 'digits' | 'code' | 'slug';
  id: string;
  /** Path split at slashes, without empty parts; `part` is the one that holds the id, from `start` to `end`. */
  parts: string[];
  part: number;
  start: number;
  end: number;
  /** Of the last part, with its point: `.html`. */
  extension: string;
}

const extensionAtEnd = /\.[a-z]{2,5}$/i;
const codePart = /^(?=.*\d)(?=.*[A-Za-z])[A-Za-z0-9_]{5,}$/;
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** The longest run of digits names the item (`/s-anzeige/sega-sonic/2496481234-227-1`), else a part that is a code, else the last part. */
export function itemAddressOf(path: string): ItemAddress | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  const last = parts.length - 1;
  const extension = extensionAtEnd.exec(parts[last] ?? '')?.[0] ?? '';
  const at = (kind: ItemAddress['kind'], part: number, start: number, id: string): ItemAddress => ({
    ...{ kind, id, parts, part, start, end: start + id.length, extension },
  });
  const code = parts.findLastIndex((part) => uuid.test(part) || codePart.test(part.replace(extensionAtEnd, '')));
  const found = uuid.exec(parts[code] ?? '');
  if (found !== null) return at('code', code, found.index, found[0]);

  let longest: { part: number; start: number; id: string } | undefined;
  for (const [part, text] of parts.entries()) {
    for (const run of text.matchAll(/\d{5,}/g)) {
      if (run[0].length >= (longest?.id.length ?? 0)) longest = { part, start: run.index, id: run[0] };
    }
  }
  if (longest !== undefined) return at('digits', longest.part, longest.start, longest.id);
  if (code !== -1) return at('code', code, 0, (parts[code] ?? '').replace(extensionAtEnd, ''));
  const slug = (parts[last] ?? '').slice(0, (parts[last] ?? '').length - extension.length);
  return slug === '' ? undefined : at('slug', last, 0, slug);
}

/**
 * What the addresses of one platform's offers have in common, as a key: kind, place of the id, and what is glued to it.
 * `/s-anzeige/sega-sonic/2496481234-227-1` → `digits 0 |-#`. Categories are left out, since offers of one list come from several.
 */
export function formOf({ kind, parts, part, start, end, extension }: ItemAddress): string {
  if (kind === 'slug') return `slug ${parts.length} ${parts[0]} ${extension}`;
  const text = parts[part] ?? '';
  const before = /[^-_.~]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const glue = before === '' && start > 0 ? '-' : numbersAsOne(before);
  const rest = part === parts.length - 1 ? text.slice(end, text.length - extension.length) : text.slice(end);
  return `${kind} ${parts.length - part} ${glue}|${/^[-_].*\p{L}/u.test(rest) ? '-*' : numbersAsOne(rest)} ${extension}`;
}

function numbersAsOne(text: string): string {
  return text.replace(/\d+/g, '#').replace(/(?:-#)+/g, '-#');
}
