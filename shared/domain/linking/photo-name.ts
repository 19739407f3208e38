/** Sizes and qualities that platforms add to a photo's name: `_600x450`, `-s-l1600`, `@2x`. */
const size = /[-_@](?:\d{2,4}x\d{2,4}|s-l\d{2,4}|\d{2,4}w|[smlx]{1,3}|thumb|small|large|medium|\d+x)$/i;
/** A name that a platform made: long, with digits in it. `placeholder` and `no-image` are on thousands of adverts. */
const own = /^(?=.*\d)[\w~-]{8,}$/;

/**
 * What stays of a photo's address when it is shown in another size, or on another advert of the same platform:
 * `https://images.craigslist.org/00g0g_lCqNNdK05gC_600x450.jpg` → `craigslist.org/00g0g_lCqNNdK05gC`. Undefined where nothing names the photo.
 */
export function photoName(address: string): string | undefined {
  const url = URL.parse(address);
  if (url === null) return undefined;
  const parts = url.pathname.split('/').map((part) => withoutSize(part.replace(/\.[a-z]{3,4}$/i, '')));
  const longest = parts.filter((part) => own.test(part)).toSorted((a, b) => b.length - a.length)[0];
  return longest === undefined ? undefined : `${url.hostname.split('.').slice(-2).join('.')}/${longest}`;
}

function withoutSize(name: string): string {
  const shorter = name.replace(size, '');
  return shorter === name ? name : withoutSize(shorter);
}
