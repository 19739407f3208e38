/** The page of what victims are owed to hear, and its form. */

import * as z from 'zod';
import { standsFor } from '../../shared/aws/victim-update-standing.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { VictimUpdate } from '../../shared/domain/victims/victim-update.ts';
import type { ConsoleContext } from './access.ts';
import { caseIdOf } from './decided.ts';
import { leaveRow } from './leave-row.ts';
import { victimsPage } from './pages/victims-page.ts';
import type { ConsoleParts } from './parts.ts';
import { presentVictimUpdate } from './present-victims.ts';
import { print } from './print.ts';
import { notFound } from './refusals.ts';

const mostUpdates = 50;
const questionSchema = z.object({ state: z.enum(['due', 'told']).catch('due') });

export async function showVictims(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const { state } = questionSchema.parse(context.req.query());
  const subject = { kind: 'queue', id: `${person.team}/victims` };
  await leaveRow(parts, person, { act: 'victim-updates-viewed', subject, outcome: 'done', detail: { state } });
  const found = await parts.victimUpdates.ofTeam(person.team, state, mostUpdates);
  const updates = await Promise.all(
    found.map(async (update) => presentVictimUpdate(update, { stands: await standsFor(update, parts), now: parts.now() })),
  );
  const title = state === 'due' ? 'Victims to be told' : 'Victims who were told';
  return print(context, parts, { title, under: '/victims', content: victimsPage({ state, updates, isCut: found.length === mostUpdates }) });
}

/** Said a second time, or by a second person, it changes nothing: whoever told first is on record. Nor where the page was opened before the Case fell. */
export async function markTold(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const update = await parts.victimUpdates.get(caseIdOf(context));
  if (update === undefined || update.team !== person.team) return notFound(context, parts);
  const told = { by: { id: person.id, name: person.name }, at: parts.now().toISOString() };
  const isFirst =
    update.state === 'due' && (await standsFor(update, parts)) && (await parts.victimUpdates.saveTold({ ...update, state: 'told', told }));
  if (isFirst)
    await leaveRow(parts, person, { act: 'victim-told', subject: subjectOf(update), outcome: 'done', detail: { updateId: update.id } });
  return context.redirect('/victims', 303);
}

function subjectOf({ caseId, reference }: VictimUpdate) {
  return caseId === undefined ? { kind: 'record', id: reference } : { kind: 'case', id: caseId };
}
