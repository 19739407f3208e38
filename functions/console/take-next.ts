import type { Case } from '../../shared/domain/case.ts';
import type { Person } from '../../shared/domain/person.ts';
import { workOn } from '../../shared/domain/work-on-case.ts';
import { actOnCase, type WorkParts } from './act-on-case.ts';

/** The queues that people take Cases from. */
export type Taken = 'ready' | 'second-check';

const CASES_A_LOOK = 25;
/** Beyond so many Cases in other people's hands there is something else wrong. */
const MOST_LOOKS = 40;

/** Takes the strongest Case that nobody has in hand and whose turn it is this person's; undefined when there is none. */
export async function takeNext(state: Taken, person: Person, parts: WorkParts): Promise<Case | undefined> {
  let cursor: string | undefined;
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    const page = await parts.cases.queue({ team: person.team, state, limit: CASES_A_LOOK, ...(cursor !== undefined && { cursor }) });
    for (const item of page.cases) {
      // Judged on what the queue says first: most of what is refused is in somebody's hands, and needs no write.
      if (workOn(item, { act: 'claim' }, { by: person, at: parts.now() }).outcome === 'refused') continue;
      const acted = await actOnCase(item.id, { act: 'claim' }, { person, parts });
      if (acted.outcome === 'done') return acted.item;
    }
    cursor = page.cursor;
    if (cursor === undefined) return undefined;
  }
  return undefined;
}
