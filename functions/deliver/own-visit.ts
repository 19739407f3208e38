import type { Delivery } from '../../shared/aws/batch.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import type { DeliverParts } from './deliver.ts';

/** By a visit of its own. Whatever is not the listing and not the platform's own word that it is gone says nothing (product rule 2). */
export async function livenessOf(
  url: string,
  { source: id, delivery }: { source: string; delivery: Delivery },
  { sourceNamed, fetcher }: Pick<DeliverParts, 'sourceNamed' | 'fetcher'>,
): Promise<'live' | 'gone' | 'unknown'> {
  const source = sourceNamed(id);
  if (source === undefined) return 'unknown';
  const fetched = await fetcher.fetch(url, source, { signal: delivery.signal });
  if (fetched.outcome !== 'page') return 'unknown';
  const { kind } = readPage({ ...fetched, url, source });
  if (kind === 'listing') return 'live';
  return kind === 'gone' ? 'gone' : 'unknown';
}
