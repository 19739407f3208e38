/** A Confirmation is what a Notice may start from: two named persons agree, both had the evidence open, and neither may take it back any more. */

import type { Case } from './case.ts';
import { noWork, standingDecisions } from './case-work.ts';
import { type Decision, takesEffectAt } from './decision.ts';

export interface Confirmation {
  first: Decision;
  second: Decision;
  /** ISO 8601 in UTC: when the second decision could no longer be taken back. */
  since: string;
}

/**
 * The Confirmation that stands at a moment; undefined before there is one. Whoever sends something asks at that very moment: a record that went
 * closes the Case, and then there is none.
 */
export function confirmationOf({ state, work = noWork }: Pick<Case, 'state' | 'work'>, at: Date): Confirmation | undefined {
  if (state !== 'confirmed') return undefined;
  const [first, second] = standingDecisions(work).slice(-2);
  if (first === undefined || second === undefined) return undefined;
  const since = takesEffectAt(second);
  return since <= at.toISOString() ? { first, second, since } : undefined;
}
