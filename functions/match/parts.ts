import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { BasisArchive } from '../../shared/aws/basis-archive.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { IdentifierStore } from '../../shared/aws/identifier-store.ts';
import type { LinkStore } from '../../shared/aws/link-store.ts';
import type { ListingStore } from '../../shared/aws/listing-store.ts';
import type { PhotoIndex } from '../../shared/aws/photo-index.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { RecordStore } from '../../shared/aws/record-store.ts';
import type { RelistingWatch } from '../../shared/aws/relisting-watch.ts';
import type { Market } from '../../shared/domain/matching/market.ts';
import type { MatchingModel } from '../../shared/domain/matching/matching-model.ts';

/** What matching works with, whichever side changed. */
export interface MatchParts {
  listings: Pick<ListingStore, 'get' | 'revision' | 'revisions' | 'keepForCase'>;
  identifiers: IdentifierStore;
  links: Pick<LinkStore, 'file' | 'candidates' | 'keep' | 'linksOf' | 'drop'>;
  /** Which photos look alike, and who shows them. */
  photos: Pick<PhotoIndex, 'get'>;
  records: Pick<RecordStore, 'get' | 'getMany'>;
  cases: Pick<CaseStore, 'get' | 'open' | 'move' | 'updateMatch' | 'allAbout' | 'restingOn' | 'countSince'>;
  /** Names the notices that went before a Case. */
  relistings: Pick<RelistingWatch, 'ofCase'>;
  audit: Pick<AuditStore, 'append'>;
  /** What the Match of each Case followed from. */
  bases: Pick<BasisArchive, 'keep'>;
  reviewQueue: QueueSender;
  /** Told of confirmed Cases that lose their ground. */
  deliverQueue: QueueSender;
  model: MatchingModel;
  /** What chance makes of agreement, as it was last surveyed; asked once a request. */
  market: () => Promise<Market>;
  /** The team whose queue new Cases join. */
  team: string;
  /** How long a listing stays in the index, in days, by the Source's retention term. */
  retentionDays: (source: string) => number;
  now: () => Date;
  /** Told of each search through the index, for the figures of a day. */
  searched: (search: SearchCounts) => void;
}

/** What one search cost. */
export interface SearchCounts {
  side: 'listing' | 'record';
  queries: number;
  /** Entries that answered. */
  candidates: number;
  /** Of those, how many were worth reading. */
  hopeful: number;
  /** Blocks that held too much to be read whole. */
  narrowed: number;
}
