import pLimit from 'p-limit';
import { createPageFetcher } from '../../shared/sources/fetch-page.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import { measure, type ReaderInput } from './reader.ts';

const fetcher = createPageFetcher({
  userAgent: 'Fencewatch bench',
  allowedPrivateNetworks: ['127.0.0.0/8'],
  now: () => new Date(),
  sleep: async () => {},
  // The pace is not what is measured.
  reserveVisit: async ({ now }) => now,
  holdOff: async () => {},
});

/** How many pages showed a title and a price. */
export async function readFencewatch({ sites, identifiers = false }: ReaderInput): Promise<number> {
  const limit = pLimit(10);
  let complete = 0;
  const visits = sites.flatMap(({ source, urls }) =>
    urls.map((url) =>
      limit(async () => {
        const fetched = await fetcher.fetch(url, source);
        if (fetched.outcome !== 'page') return;
        const { title, price } = readPage({ ...fetched, source, withoutIdentifiers: !identifiers });
        if (title !== undefined && price !== undefined) complete += 1;
      }),
    ),
  );
  await Promise.all(visits);
  return complete;
}

if (import.meta.main) {
  await measure('fencewatch', readFencewatch);
  await fetcher.close();
}
