import type { Metrics } from '../../shared/aws/metrics.ts';
import type { CaseChange } from './case-change.ts';

/** Counts what became of Cases. A decision that is taken back in its minute has been counted by then. */
export function countChanges(changes: readonly CaseChange[], metrics: Pick<Metrics, 'add'>): void {
  for (const { to, decision } of changes) {
    if (to === 'opened') metrics.add('CasesOpened', 1);
    if (to === 'confirmed') metrics.add('CasesConfirmed', 1);
    if (to === 'closed' && decision !== undefined) metrics.add('CasesRefused', 1);
  }
}
