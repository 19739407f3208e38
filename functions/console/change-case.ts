import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { Worked } from '../../shared/domain/work-on-case.ts';

/** More often than this nothing comes between: functions touch a Case once in minutes, and persons slower still. */
const mostTries = 5;

/**
 * Reads a Case, has it judged, and keeps what comes out only if nothing came between; otherwise reads and judges again. So of two persons who act at
 * once, the second is judged by what the first one left.
 */
export async function changeCase(
  id: string,
  judge: (item: Case) => Worked,
  { cases }: { cases: Pick<CaseStore, 'get' | 'saveWork'> },
): Promise<Worked | { outcome: 'missing' }> {
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const before = await cases.get(id);
    if (before === undefined) return { outcome: 'missing' };
    const worked = judge(before);
    if (worked.outcome === 'refused' || (await cases.saveWork(before, worked.item)) === 'saved') return worked;
  }
  throw new Error(`Case ${id} was changed by somebody else ${mostTries} times in a row`);
}
