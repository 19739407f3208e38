import type { ListingStore } from '../../shared/aws/listing-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { ScanStore } from '../../shared/aws/scan-store.ts';
import type { PageFetcher } from '../../shared/sources/fetch-page.ts';
import type { Source } from '../../shared/sources/source.ts';

/** What the scan of one Source works with. */
export interface ScanParts {
  source: Source;
  fetcher: PageFetcher;
  scans: ScanStore;
  listings: ListingStore;
  scanQueue: QueueSender;
  readQueue: QueueSender;
  now: () => Date;
}
