/** Where an address leads in the end: platforms count clicks by sending them through one of their own, `/out?to=%2Fitem%2F8`. */

const mostParameters = 20;

/** The addresses that an address carries in its query or fragment. An address of this very page carries where one came from. */
export function redirectsOf(url: URL, base: string): URL[] {
  if (url.search === '' && !url.hash.includes('=')) return [];
  if (url.pathname === URL.parse(base)?.pathname) return [];
  const values = [...url.searchParams.values(), ...new URLSearchParams(url.hash.slice(1)).values()];
  return values.slice(0, mostParameters).flatMap((value) => {
    const address = /^https?%3a|^%2f/i.test(value) ? decoded(value) : value;
    const to = /^(?:\/|https?:)/i.test(address) ? URL.parse(address, base) : null;
    return to === null ? [] : [to];
  });
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
