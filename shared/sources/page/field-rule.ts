import type { StreamSelector } from './stream-selector.ts';

/** One declared selector of a field, ready to be matched while the page streams by. */
export interface FieldRule {
  field: string;
  /** Its place in the field's list: the first that yields something wins. */
  rank: number;
  selector: StreamSelector;
  attribute?: string;
}
