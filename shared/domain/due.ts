/** By when somebody should have looked at a Case: the better the evidence, the sooner a phone is sold and gone. */

import type { Case, CaseState } from './case.ts';
import type { EvidenceKind } from './match.ts';

/** From the moment a Case is ready for a person. The numbers are ours, a working day for a whole number and a week for a description alone. */
const hoursToDecide: Record<EvidenceKind, number> = { imei: 24, 'partial-imei': 72, description: 168 };

/** The states in which a person is waited for. */
const waitedFor: readonly CaseState[] = ['ready', 'second-check'];

/** ISO 8601 in UTC; undefined while nobody is waited for. */
export function dueAt({ state, readyAt, openedAt, match }: Pick<Case, 'state' | 'readyAt' | 'openedAt' | 'match'>): string | undefined {
  if (!waitedFor.includes(state)) return undefined;
  const since = new Date(readyAt ?? openedAt).getTime();
  return Number.isNaN(since) ? undefined : new Date(dueAfter(match.evidenceKind, since)).toISOString();
}

/** The same in milliseconds of the epoch, for a Case that was ready at `since`. */
export function dueAfter(evidence: EvidenceKind, since: number): number {
  return since + hoursToDecide[evidence] * 3_600_000;
}
