import type { StolenRecord } from '../stolen-record.ts';
import type { ModelReading } from './catalogue/read-model.ts';
import type { ComparedListing } from './compared-listing.ts';
import type { Population } from './population.ts';
import type { MatchingModel } from './weights.ts';

/** What is known around a pair; the rest of a comparison is in the pair itself. */
export interface ComparisonContext {
  /** How many records are looked for: the haystack that an agreement must be rarer than. */
  activeRecords: number;
  /** Other live listings that show the same complete identifier; two or more phones cannot. */
  otherListingsWithIdentifier: number;
  /** Other records that hold the same complete identifier. */
  otherRecordsWithIdentifier?: number;
  model: MatchingModel;
  /** Which model an IMEI names, as far as its TAC is known. */
  modelOfImei?: (imei: string) => ModelReading;
  /** Names the market that chance was counted on; left out, the model's assumptions. */
  surveyVersion?: string;
  /** How common models, colours and marks are among listings; left out, the model's own estimate for a market never seen. */
  population?: Population;
}

/** All that a verdict may depend on: the same three give the same bits. */
export interface Comparison {
  listing: ComparedListing;
  record: StolenRecord;
  context: ComparisonContext;
}
