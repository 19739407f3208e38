import type { Case } from '../../shared/domain/case.ts';
import { confirmationOf } from '../../shared/domain/confirmation.ts';
import { type RecordStanding, standingOf } from '../../shared/domain/notice/confirmed-listing.ts';
import type { DeliverParts } from './deliver.ts';

/** What a notice about a Case rests on at this moment, or why nothing may. */
export async function groundOf(
  caseId: string,
  { cases, records, now }: Pick<DeliverParts, 'cases' | 'records' | 'now'>,
): Promise<{ item: Case; standing: RecordStanding } | { why: string }> {
  const at = now();
  const item = await cases.get(caseId);
  if (item === undefined || confirmationOf(item, at) === undefined) return { why: 'its case is no longer confirmed' };
  const record = await records.get(item.match.recordReference);
  const standing = record && standingOf(record, at);
  return standing === undefined ? { why: 'its record is no longer looked for' } : { item, standing };
}
