import type { Price } from '../../shared/domain/listing.ts';
import { siteName } from '../../shared/sources/page/site-name.ts';
import type { Source } from '../../shared/sources/source.ts';

/** Endings of two letters that say nothing of a country. */
const anywhere = new Set(['ai', 'app', 'co', 'eu', 'io', 'me', 'tv', 'to']);
/** What a bare `$` or `kr` is where. */
const ownSigns: Record<string, Record<string, string>> = {
  USD: { AU: 'AUD', CA: 'CAD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', MX: 'MXN' },
  SEK: { NO: 'NOK', DK: 'DKK' },
};
/** ISO 4217 for "no currency": the page named none, and a person has to. */
export const noCurrency = 'XXX';

export interface SiteSeen {
  /** Addresses of pages and offers. */
  urls: readonly string[];
  /** `<html lang>` */
  language: string | undefined;
  /** `og:site_name` */
  siteName: string | undefined;
  prices: readonly Price[];
}

/** What the pages say of the platform as a whole. */
export function proposeSite({
  urls,
  language,
  siteName: written,
  prices,
}: SiteSeen): Pick<Source, 'id' | 'name' | 'country' | 'currency' | 'language' | 'hosts'> {
  const hosts = [...new Set(urls.map((url) => new URL(url).host))];
  const [host = ''] = hosts;
  const site = siteName(host);
  const locale = localeOf(language);
  const seen = mostOften(prices.flatMap(({ currency }) => currency ?? []));
  const country = countryOf(site) ?? locale.region ?? countryOfCurrency(seen) ?? locale.maximize().region ?? 'ZZ';
  const cities = hosts.filter((each) => each.endsWith(`.${site}`));
  return {
    id:
      site
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '') || 'new-source',
    name: written ?? site,
    country: /^[A-Z]{2}$/.test(country) ? country : 'ZZ',
    currency: seen === undefined ? noCurrency : (ownSigns[seen]?.[country] ?? seen),
    language: locale.baseName,
    hosts: cities.length > 3 ? [`*.${site}`, ...hosts.filter((each) => !each.endsWith(`.${site}`))] : hosts,
  };
}

function localeOf(language: string | undefined): Intl.Locale {
  try {
    return new Intl.Locale((language ?? 'en').trim().replace('_', '-'));
  } catch {
    return new Intl.Locale('en');
  }
}

function countryOf(site: string): string | undefined {
  const ending = site.split('.').at(-1) ?? '';
  if (!/^[a-z]{2}$/.test(ending) || anywhere.has(ending)) return undefined;
  return ending === 'uk' ? 'GB' : ending.toUpperCase();
}

/** ISO 4217 begins with the country, but for the euro and what begins with X. */
function countryOfCurrency(currency: string | undefined): string | undefined {
  return currency === undefined || currency === 'EUR' || currency.startsWith('X') ? undefined : currency.slice(0, 2);
}

function mostOften(values: readonly string[]): string | undefined {
  return [...Map.groupBy(values, (value) => value)].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0];
}
