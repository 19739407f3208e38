import type { Case } from '../../shared/domain/case.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { RefusalReason } from '../../shared/domain/refusal.ts';
import { type Acted, actOnCase, type WorkParts } from './act-on-case.ts';

/** A page of the queue, twice. Nobody previews more with care. */
export const mostAtOnce = 50;

/** A Case as it was previewed: `seen` names what the person had before them. */
export interface Previewed {
  id: string;
  seen: string;
}

export interface OfMany {
  id: string;
  acted: Acted;
}

interface Refusing {
  person: Person;
  parts: WorkParts;
}

/** Refuses Cases for one reason, each as if it had been taken and decided by itself: what one of them says no to, the others do not hear. */
export async function refuseMany(
  previewed: readonly Previewed[],
  { reason, note, person, parts }: Refusing & { reason: RefusalReason; note: string | undefined },
): Promise<OfMany[]> {
  const outcomes: OfMany[] = [];
  for (const { id, seen } of previewed.slice(0, mostAtOnce)) {
    const claimed = await actOnCase(id, { act: 'claim' }, { person, parts });
    const acted = claimed.outcome === 'done' ? await refuse({ id, seen }, { reason, note, person, parts }) : claimed;
    outcomes.push({ id, acted });
  }
  return outcomes;
}

async function refuse(
  { id, seen }: Previewed,
  { reason, note, person, parts }: Refusing & { reason: RefusalReason; note: string | undefined },
): Promise<Acted> {
  const acted = await actOnCase(id, { act: 'decide', code: reason, note, seen }, { person, parts });
  if (acted.outcome !== 'done') await actOnCase(id, { act: 'release' }, { person, parts });
  return acted;
}

/** Takes all of them back while that is possible, and leaves them to whoever comes next: nobody works on fifty at once. */
export async function takeBackMany(ids: readonly string[], { person, parts }: Refusing): Promise<OfMany[]> {
  const outcomes: OfMany[] = [];
  for (const id of ids.slice(0, mostAtOnce)) {
    const acted = await actOnCase(id, { act: 'undo' }, { person, parts });
    if (acted.outcome === 'done') await actOnCase(id, { act: 'release' }, { person, parts });
    outcomes.push({ id, acted });
  }
  return outcomes;
}

/** The Cases of these ids that are this team's, in the order given, each once. */
export async function casesOf(ids: readonly string[], { person, parts }: Refusing): Promise<Case[]> {
  const found = await Promise.all([...new Set(ids)].slice(0, mostAtOnce).map((id) => parts.cases.get(id)));
  return found.flatMap((item) => (item?.team === person.team ? [item] : []));
}
