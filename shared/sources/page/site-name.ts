/** Second-level names under which countries register sites. */
const registries = new Set(['ac', 'co', 'com', 'edu', 'gen', 'go', 'gov', 'ne', 'net', 'or', 'org', 'web']);

/**
 * The registered name of a host, near enough to tell one site from another: `sfbay.craigslist.org` → `craigslist.org`,
 * `www.market.co.uk` → `market.co.uk`. An IP address, with its port, is its own name.
 */
export function siteName(host: string): string {
  if (/^[\d.:[\]]+$/.test(host)) return host;
  const names = host.split('.');
  const isUnderCountry = names.at(-1)?.length === 2 && registries.has(names.at(-2) ?? '');
  return names.slice(isUnderCountry ? -3 : -2).join('.');
}
