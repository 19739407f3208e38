import { setTimeout as sleep } from 'node:timers/promises';
import { createPageFetcher, userAgentOf } from '../../shared/sources/fetch-page.ts';
import type { PageToRead } from '../../shared/sources/page-reading.ts';
import { createRenderedFetcher } from '../../shared/sources/rendered-fetcher.ts';
import type { Source } from '../../shared/sources/source.ts';
import { version } from '../../shared/version.ts';

/** The pace of a visitor who looks at two or three pages of a site by hand. */
const secondsBetweenRequests = 5;

/**
 * Visits one page as a scan would: robots.txt, public addresses, limits, an honest User-Agent. Throws with the reason when the page may
 * not be visited or did not come.
 */
export async function visitOnce(url: string, source: Source | undefined): Promise<PageToRead> {
  if (source !== undefined) checkPermission(source);
  const visited = source ?? siteOf(url);
  const plain = createPageFetcher({
    userAgent: userAgentOf({
      version,
      name: process.env['OPERATOR_NAME'] ?? 'Fencewatch on one machine',
      contact: process.env['OPERATOR_CONTACT'] ?? 'no contact set',
    }),
    allowedPrivateNetworks: isOwnMachine(url) ? ['127.0.0.0/8', '::1/128'] : [],
    now: () => new Date(),
    sleep: async (ms, signal) => sleep(ms, undefined, signal && { signal }),
    reserveVisit,
    holdOff: async () => {},
  });
  const fetcher = visited.pages.how === 'rendered' ? createRenderedFetcher({ fetcher: plain }) : plain;
  try {
    const fetched = await fetcher.fetch(url, visited);
    switch (fetched.outcome) {
      case 'page':
        return fetched;
      case 'refused':
        throw new Error(`${url} may not be visited: ${fetched.why}. ${saveItYourself}`);
      case 'failed':
        throw new Error(`${url} did not come: ${fetched.why}`);
      case 'not-modified':
        throw new Error(`${url} was answered "not modified" though nothing was asked conditionally`);
    }
  } finally {
    await fetcher.close();
  }
}

const saveItYourself = 'Save the page with your browser and give the file.';

/** A Source whose terms forbid the visit is not visited for a trial either. */
function checkPermission({ name, enabled, access, disabledBecause }: Source): void {
  if (enabled || access.basis === 'robots-allowed') return;
  throw new Error(`${name} is not visited: ${disabledBecause ?? access.note} ${saveItYourself}`);
}

/** A site that nobody has described, as far as visiting it needs one. With and without `www.`, since sites send from one to the other. */
function siteOf(url: string): Source {
  const { host } = new URL(url);
  return {
    id: 'unknown-site',
    name: host,
    country: 'ZZ',
    currency: 'XXX',
    language: 'en',
    hosts: [host, host.startsWith('www.') ? host.slice(4) : `www.${host}`],
    access: { basis: 'robots-allowed', note: 'One page, asked for by a person.' },
    enabled: false,
    pace: { secondsBetweenRequests },
    schedule: { everyMinutes: 1440 },
    pages: { how: 'plain' },
    searches: [{ name: 'This page', url }],
    searchPage: { maxPages: 1 },
    listing: { url: '/:itemId' },
    retentionDays: 1,
  };
}

/** The demo marketplace stands on loopback; whoever types such an address means it. */
function isOwnMachine(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === '[::1]' || hostname === 'localhost' || hostname.startsWith('127.');
}

const nextVisits = new Map<string, number>();

/** Pace within this command; nobody else knows of its visits. */
async function reserveVisit({ host, gapMs, now }: { host: string; gapMs: number; now: number }): Promise<number> {
  const slot = Math.max(now, nextVisits.get(host) ?? 0);
  nextVisits.set(host, slot + gapMs);
  return slot;
}
