import type { VictimUpdate } from '../domain/victims/victim-update.ts';
import type { CaseStore } from './case-store.ts';

/** Whether what it says is still so: a Case that was closed since it was confirmed gives nobody hope. */
export async function standsFor({ caseId }: VictimUpdate, { cases }: { cases: Pick<CaseStore, 'get'> }): Promise<boolean> {
  return caseId === undefined || (await cases.get(caseId))?.state === 'confirmed';
}
