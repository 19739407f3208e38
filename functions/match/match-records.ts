import { RetryLater } from '../../shared/aws/errors.ts';
import { isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { MatchRequest } from '../../shared/messages.ts';
import { closeCasesThatNoLongerFit, closeRestingCases } from './cases.ts';
import { keysOfRecord } from './holders.ts';
import type { MatchParts } from './parts.ts';
import { compareSharing } from './sharing.ts';

type RecordsChanged = Extract<MatchRequest, { type: 'records-changed' }>;

/** Each of the records is matched by itself: a fault with one brings the message again and keeps none of the others from its Cases. */
export async function matchRecords({ references, why }: RecordsChanged, parts: MatchParts): Promise<void> {
  const found = await parts.records.getMany(references);
  await parts.identifiers.putRecords(
    found.filter(isLookedFor).map((record) => ({ reference: record.reference, keys: keysOfRecord(record) })),
  );
  const faults: unknown[] = [];
  for (const record of found) await matchRecord(record, why, parts).catch((fault: unknown) => faults.push(fault));
  if (faults.length > 0) throw new Error(`${faults.length} of ${references.length} records could not be matched`, { cause: faults[0] });
  if (found.length < new Set(references).size) throw new RetryLater('A record that changed is not there yet', { afterSeconds: 5 });
}

/** It is in the index already if it is looked for. */
async function matchRecord(record: StolenRecord, why: RecordsChanged['why'], parts: MatchParts): Promise<void> {
  const { reference } = record;
  const keys = keysOfRecord(record);
  if (!isLookedFor(record)) {
    await parts.identifiers.removeRecord(keys, reference);
    await closeRestingCases(record, parts);
    await compareSharing({ keys }, parts);
    return;
  }
  const fitting = await compareSharing({ keys, reference }, parts);
  if (why === 'changed') await closeCasesThatNoLongerFit(record, fitting, parts);
}
