import type { Case } from '../domain/case.ts';
import { confirmationOf } from '../domain/confirmation.ts';
import { type RecordStanding, standingOf } from '../domain/notice/confirmed-listing.ts';
import type { CaseStore } from './case-store.ts';
import type { RecordStore } from './record-store.ts';

export interface GroundParts {
  cases: Pick<CaseStore, 'get'>;
  records: Pick<RecordStore, 'get'>;
  now: () => Date;
}

export type Ground = { item: Case; standing: RecordStanding };

/** What a notice about a Case rests on at this moment, or why nothing may. */
export async function groundOf(caseId: string, { cases, records, now }: GroundParts): Promise<Ground | { why: string }> {
  const at = now();
  const item = await cases.get(caseId);
  if (item === undefined || confirmationOf(item, at) === undefined) return { why: 'its case is no longer confirmed' };
  const record = await records.get(item.match.recordReference);
  const standing = record && standingOf(record, at);
  return standing === undefined ? { why: 'its record is no longer looked for' } : { item, standing };
}
