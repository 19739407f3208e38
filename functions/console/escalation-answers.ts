/** The page of Escalations, and its forms. */

import * as z from 'zod';
import { longestNote } from '../../shared/domain/decision.ts';
import { type EscalationAct, escalationStates } from '../../shared/domain/escalation.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { ConsoleContext } from './access.ts';
import { actOn } from './act-on-escalation.ts';
import { caseIdOf } from './decided.ts';
import { adviceAbout } from './escalation-advice.ts';
import { escalationStateWords, escalationTrouble } from './escalation-words.ts';
import { leaveRow } from './leave-row.ts';
import { escalationsPage } from './pages/escalations-page.ts';
import type { ConsoleParts } from './parts.ts';
import { casesShown, type EscalationView, presentEscalation } from './present-escalations.ts';
import { print } from './print.ts';
import { notFound } from './refusals.ts';
import type { Trouble } from './work-words.ts';

export const mostEscalations = 50;

const questionSchema = z.object({ state: z.enum(escalationStates).catch('open') });
const noteSchema = z.string().trim().max(longestNote);
const noNote: Trouble = {
  heading: 'Say what came of it',
  sentence: 'Write in a few words what was done, so that a colleague can read it later.',
};

export function showEscalations(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  return printEscalations(context, parts, { person });
}

export async function takeEscalation(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const note = noteSchema
    .optional()
    .catch(undefined)
    .parse((await context.req.parseBody())['note']);
  return afterAct(context, parts, { person, asked: { act: 'take', note } });
}

export async function closeEscalation(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const note = noteSchema.min(1).safeParse((await context.req.parseBody())['note']);
  if (!note.success) return printEscalations(context, parts, { person, trouble: noNote });
  return afterAct(context, parts, { person, asked: { act: 'close', note: note.data } });
}

async function afterAct(
  context: ConsoleContext,
  parts: ConsoleParts,
  { person, asked }: { person: Person; asked: EscalationAct },
): Promise<Response> {
  const acted = await actOn(caseIdOf(context), asked, { person, parts });
  if (acted.outcome === 'missing') return notFound(context, parts);
  if (acted.outcome === 'refused') return printEscalations(context, parts, { person, trouble: escalationTrouble(acted.hindrance) });
  return context.redirect(`/escalations?state=${asked.act === 'take' ? 'taken' : 'open'}`, 303);
}

async function printEscalations(
  context: ConsoleContext,
  parts: ConsoleParts,
  { person, trouble }: { person: Person; trouble?: Trouble },
): Promise<Response> {
  const asked = questionSchema.parse(context.req.query());
  const state = trouble === undefined ? asked.state : 'taken';
  await leaveRow(parts, person, {
    act: 'escalations-viewed',
    subject: { kind: 'queue', id: `${person.team}/escalations` },
    outcome: 'done',
    detail: { state },
  });
  const found = await parts.escalations.ofTeam(person.team, state, mostEscalations);
  const escalations: EscalationView[] = [];
  for (const escalation of found) {
    const cases = await Promise.all(escalation.caseIds.slice(0, casesShown).map((id) => parts.cases.get(id)));
    const sourceName = parts.sources.find(({ id }) => id === escalation.source)?.name ?? escalation.source;
    const around = { sourceName, person, now: parts.now(), advice: await adviceAbout(escalation, parts) };
    escalations.push(presentEscalation(escalation, { cases: cases.flatMap((item) => item ?? []), ...around }));
  }
  const content = escalationsPage({ state, escalations, isCut: found.length === mostEscalations }, trouble);
  const title = `Escalations, ${escalationStateWords[state].toLowerCase()}`;
  return print(context, parts, { title, under: '/escalations', content }, trouble === undefined ? 200 : trouble === noNote ? 422 : 409);
}
