import pLimit from 'p-limit';
import { createPageFetcher } from '../../shared/sources/fetch-page.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import { measure } from './reader.ts';

const fetcher = createPageFetcher({
  userAgent: 'Fencewatch bench',
  allowedPrivateNetworks: ['127.0.0.0/8'],
  now: () => new Date(),
  sleep: async () => {},
  // The pace is not what is measured.
  reserveVisit: async ({ now }) => now,
  holdOff: async () => {},
});

await measure('fencewatch', async ({ sites }) => {
  const limit = pLimit(10);
  let complete = 0;
  const visits = sites.flatMap(({ source, urls }) =>
    urls.map((url) =>
      limit(async () => {
        const fetched = await fetcher.fetch(url, source);
        if (fetched.outcome !== 'page') return;
        const { title, price } = readPage({ ...fetched, source });
        if (title !== undefined && price !== undefined) complete += 1;
      }),
    ),
  );
  await Promise.all(visits);
  return complete;
});
await fetcher.close();
