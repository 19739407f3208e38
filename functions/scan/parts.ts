import type { HostStore } from '../../shared/aws/host-store.ts';
import type { ListingStore } from '../../shared/aws/listing-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { ScanStore } from '../../shared/aws/scan-store.ts';
import type { Scan } from '../../shared/domain/scan.ts';
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
  /** No visit of the host before then, by anybody. */
  holdOff: HostStore['holdOff'];
  /** Told of each Scan that closed, once. */
  closed: (scan: Scan) => void;
  now: () => Date;
}
