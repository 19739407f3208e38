import type { CaseSubject } from '../../shared/aws/case-keys.ts';
import type { Case, CaseState } from '../../shared/domain/case.ts';
import { floodWindowMs, mostCasesADay } from '../../shared/domain/queue-limits.ts';
import type { MatchParts } from './parts.ts';

/** The state in which a new Case enters, and what it is one too many of. */
export interface Entrance {
  state: Extract<CaseState, 'waiting' | 'held' | 'opened'>;
  flood?: CaseSubject;
}

/** A Case is held when its record or its listing brought too many today; one that rests on a description waits for its place. */
export async function entranceOf(found: Pick<Case, 'listing' | 'match'>, parts: MatchParts): Promise<Entrance> {
  const { source, itemId } = found.listing;
  for (const subject of [{ record: found.match.recordReference }, { listing: { source, itemId } }]) {
    if (await isFlooded(subject, parts)) return { state: 'held', flood: subject };
  }
  return { state: entranceByEvidence(found) };
}

/** What a description alone brings is never urgent; a number is. */
export function entranceByEvidence({ match }: Pick<Case, 'match'>): 'waiting' | 'opened' {
  return match.evidenceKind === 'description' ? 'waiting' : 'opened';
}

async function isFlooded(subject: CaseSubject, { cases, now }: MatchParts): Promise<boolean> {
  const since = new Date(now().getTime() - floodWindowMs).toISOString();
  return (await cases.countSince(subject, since, mostCasesADay)) >= mostCasesADay;
}
