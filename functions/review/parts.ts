import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaptureArchive } from '../../shared/aws/capture-archive.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { ListingStore } from '../../shared/aws/listing-store.ts';
import type { PhotoBucket } from '../../shared/aws/photo-bucket.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { PageFetcher } from '../../shared/sources/fetch-page.ts';
import type { DrawPage } from '../../shared/sources/page-drawing.ts';
import type { Source } from '../../shared/sources/source.ts';
import type { Timestamps } from '../../shared/timestamps.ts';

/** With what evidence is captured. */
export interface Capturer {
  userAgent: string;
  /** Names and versions, as they stand in every manifest. */
  tools: Record<string, string>;
  timestamps: Timestamps;
  /** Where there is a browser. */
  draw?: DrawPage;
}

export interface ReviewParts {
  source: Source;
  fetcher: PageFetcher;
  cases: CaseStore;
  listings: Pick<ListingStore, 'revision'>;
  /** Photos on which a number was read, as they were then. */
  photos: Pick<PhotoBucket, 'get'>;
  captures: CaptureArchive;
  audit: AuditStore;
  /** Its own: pictures are asked for on it. */
  reviewQueue: QueueSender;
  capturer: Capturer;
  now: () => Date;
}
