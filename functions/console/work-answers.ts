/** What the console answers to the forms on a Case: the form is read, the act done and on record, and a page asked for again (303). */

import * as z from 'zod';
import { decisionCodes, longestNote } from '../../shared/domain/decision.ts';
import type { Person } from '../../shared/domain/person.ts';
import { refusalReasons } from '../../shared/domain/refusal.ts';
import type { Act } from '../../shared/domain/work-on-case.ts';
import type { ConsoleContext } from './access.ts';
import { type Acted, actOnCase } from './act-on-case.ts';
import type { Answer } from './answers.ts';
import { caseIdOf } from './decided.ts';
import type { ConsoleParts } from './parts.ts';
import { notFound } from './refusals.ts';
import { releaseHeld } from './release-held.ts';
import { printCase } from './show-case.ts';
import { type Taken, takeNext } from './take-next.ts';
import { type Trouble, troubleOf } from './work-words.ts';

const queueSchema = z.enum(['ready', 'second-check']).catch('ready');
const noteSchema = z.string().max(longestNote).optional().catch(undefined);

const decisionSchema = z.object({
  code: z.enum(decisionCodes),
  note: noteSchema,
  holdDays: z.coerce.number().optional().catch(undefined),
  seen: z.string().max(500),
  queue: queueSchema,
  goOn: z.enum(['next', 'stay']).catch('stay'),
});
const revocationSchema = z.object({ code: z.enum(refusalReasons), note: noteSchema });
const handOverSchema = z.object({ to: z.string().max(200), note: noteSchema });

const noReason: Trouble = { heading: 'Choose a reason', sentence: 'Choose what you conclude of this case.', field: 'code' };
const unknownColleague: Trouble = { heading: 'Not handed over', sentence: 'Choose a colleague of your team who has worked here.' };

/** An answer that does one act that needs nothing but the Case. */
export function doing(act: Exclude<Act, { act: 'decide' | 'hand-over' | 'revoke' }>['act']): Answer {
  return async (context, parts, person) =>
    afterAct(context, parts, { person, acted: await actOnCase(caseIdOf(context), { act }, { person, parts }) });
}

export async function decideCase(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const entered = await context.req.parseBody();
  const form = decisionSchema.safeParse(entered);
  if (!form.success) return printCase(context, parts, { person, trouble: noReason, entered: textsOf(entered) });
  const { code, note, holdDays, seen, queue, goOn } = form.data;
  const id = caseIdOf(context);
  const acted = await actOnCase(id, { act: 'decide', code, note, holdDays, seen }, { person, parts });
  if (acted.outcome !== 'done') return afterAct(context, parts, { person, acted, entered: textsOf(entered) });
  if (goOn === 'stay') return context.redirect(pathOf(id), 303);
  return toNext(context, await takeNext(queue, person, parts), { queue, decided: id });
}

/** Said a second time, it finds the case closed and changes nothing. */
export async function revokeConfirmation(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const entered = await context.req.parseBody();
  const form = revocationSchema.safeParse(entered);
  if (!form.success) return printCase(context, parts, { person, trouble: noReason, entered: textsOf(entered) });
  const acted = await actOnCase(caseIdOf(context), { act: 'revoke', ...form.data }, { person, parts });
  return afterAct(context, parts, { person, acted, entered: textsOf(entered) });
}

export async function takeNextCase(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const { queue: asked } = await context.req.parseBody();
  const queue = queueSchema.parse(asked);
  return toNext(context, await takeNext(queue, person, parts), { queue });
}

export async function handOverCase(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const form = handOverSchema.safeParse(await context.req.parseBody());
  const to = form.success ? (await parts.roster.ofTeam(person.team)).find(({ id }) => id === form.data.to) : undefined;
  if (!form.success || to === undefined) return printCase(context, parts, { person, trouble: unknownColleague });
  const acted = await actOnCase(caseIdOf(context), { act: 'hand-over', to, note: form.data.note }, { person, parts });
  return afterAct(context, parts, { person, acted });
}

/** What a flood held back goes up for review; its own Case has then said what it had to say. */
export async function putHeldUp(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  // Whoever may renew the claim has it: the same rule as for every other decision.
  const acted = await actOnCase(caseIdOf(context), { act: 'renew' }, { person, parts });
  if (acted.outcome === 'done' && acted.item.floodOf !== undefined)
    await releaseHeld(acted.item, { id: person.id, name: person.name }, parts);
  return afterAct(context, parts, { person, acted });
}

async function afterAct(
  context: ConsoleContext,
  parts: ConsoleParts,
  { person, acted, entered }: { person: Person; acted: Acted; entered?: Record<string, string> },
): Promise<Response> {
  if (acted.outcome === 'missing') return notFound(context, parts);
  if (acted.outcome === 'done') return context.redirect(pathOf(acted.item.id), 303);
  return printCase(context, parts, { person, trouble: troubleOf(acted.hindrance), ...(entered && { entered }) });
}

/** Both ids are opaque: an address says nothing of a Case. */
function toNext(
  context: ConsoleContext,
  next: { id: string } | undefined,
  { queue, decided }: { queue: Taken; decided?: string },
): Response {
  const said = decided === undefined ? '' : `decided=${encodeURIComponent(decided)}`;
  if (next === undefined) return context.redirect(`/cases?state=${queue}${said && `&${said}`}`, 303);
  return context.redirect(`${pathOf(next.id)}${said && `?${said}`}`, 303);
}

function pathOf(id: string): string {
  return `/cases/${encodeURIComponent(id)}`;
}

function textsOf(form: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(form).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])));
}
