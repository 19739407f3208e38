/** After a decision the next Case comes up, and the page says what was decided before: `?decided=` holds that Case's id and nothing else. */

import { undoableAt } from '../../shared/domain/case-obstacles.ts';
import type { Person } from '../../shared/domain/person.ts';
import { clockOf } from '../../shared/pages/format.ts';
import type { ConsoleContext } from './access.ts';
import type { DecidedView } from './pages/outcome.ts';
import type { ConsoleParts } from './parts.ts';
import { decisionWords } from './work-words.ts';

/** Ids come out of addresses, which anyone may edit. */
const LONGEST_ID = 200;

export function caseIdOf(context: ConsoleContext): string {
  return context.req.param('id')?.slice(0, LONGEST_ID) ?? '';
}

/** The decision that the address names, while this person may still take it back. */
export async function decidedView(
  context: ConsoleContext,
  parts: Pick<ConsoleParts, 'cases' | 'now'>,
  person: Person,
): Promise<DecidedView | undefined> {
  const id = context.req.query('decided')?.slice(0, LONGEST_ID);
  if (id === undefined || id === '') return undefined;
  const item = await parts.cases.get(id);
  const undoable = item && undoableAt(item, parts.now());
  const decision = item?.work?.decisions.at(-1);
  if (undoable?.by !== person.id || item === undefined || decision === undefined) return undefined;
  return { caseId: id, title: item.listing.title, what: decisionWords(decision), until: clockOf(undoable.until) };
}
