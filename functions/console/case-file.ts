/** What the stores hold about one Case, before anything of it is put into words. */

import type { StatusSet } from '../../shared/aws/record-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { Listing, Revision } from '../../shared/domain/listing.ts';
import type { OfferedAgain } from '../../shared/domain/offered-again.ts';
import type { Scan } from '../../shared/domain/scan.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { Ladder } from '../../shared/domain/verification.ts';
import type { Source } from '../../shared/sources/source.ts';
import type { NoticeOfCase } from './notices-of-case.ts';

export interface CaseFile {
  item: Case;
  listing: Listing | undefined;
  /** Oldest first. */
  revisions: readonly Revision[];
  record: StolenRecord | undefined;
  /** Of the record, where its status was set by hand. */
  statusSet?: StatusSet | undefined;
  source: Source | undefined;
  /** Of this Source, newest first. */
  scans: readonly Scan[];
  /** The Scan for which the listing was last looked at. */
  scanOfReading: Scan | undefined;
  /** What the platform was told about it, oldest first. */
  notices: readonly NoticeOfCase[];
  /** Notices that went before this Case: its listing offers again what they had removed. */
  earlier: readonly OfferedAgain[];
  /** How long after delivery is looked again, in minutes. */
  ladder: Ladder;
  /** How many Cases are held back while this one, a flood's, waits for a person. */
  held: number;
}
