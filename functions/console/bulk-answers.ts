/** What the console answers when Cases are refused together: a preview of each, then what came of each, then a way to take all back. */

import * as z from 'zod';
import type { Case } from '../../shared/domain/case.ts';
import type { Obstacle } from '../../shared/domain/case-obstacles.ts';
import { longestNote } from '../../shared/domain/decision.ts';
import type { Person } from '../../shared/domain/person.ts';
import { refusalReasons } from '../../shared/domain/refusal.ts';
import { type DecideAct, seenOf, workOn } from '../../shared/domain/work-on-case.ts';
import type { ConsoleContext } from './access.ts';
import { leaveRow } from './leave-row.ts';
import { bulkOutcomePage, bulkPreviewPage } from './pages/bulk-pages.ts';
import { messagePage } from './pages/message-page.ts';
import type { ConsoleParts } from './parts.ts';
import { presentOutcomes, previewRow } from './present-bulk.ts';
import { print } from './print.ts';
import { casesOf, mostAtOnce, refuseMany, takeBackMany } from './refuse-many.ts';
import { codeWords } from './work-words.ts';

/** A field that stands once or several times in the form. */
const list = z.preprocess((value) => [value ?? []].flat(), z.array(z.string().max(600)).max(mostAtOnce));
const word = { reason: z.enum(refusalReasons), note: z.string().max(longestNote).optional().catch(undefined) };
const previewSchema = z.object({ id: list, ...word });
/** `k3Yb0sQeT1xWm2Rz9aLp ready 2 bases/…`: an id, a blank, and what was seen. */
const refuseSchema = z.object({ case: list, ...word });
const takeBackSchema = z.object({ id: list });

export async function previewMany(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const form = previewSchema.safeParse(await context.req.parseBody({ all: true }));
  if (!form.success || form.data.id.length === 0) return nothingChosen(context, parts);
  const { reason, note } = form.data;
  const cases = await casesOf(form.data.id, { person, parts });
  const ids = cases.map(({ id }) => id);
  await leaveRow(parts, person, {
    act: 'refusals-previewed',
    subject: { kind: 'team', id: person.team },
    outcome: 'done',
    detail: { cases: ids },
  });
  const content = bulkPreviewPage({
    reason,
    words: codeWords(reason).words,
    note: note ?? '',
    rows: cases.map((item) =>
      previewRow(item, {
        obstacle: obstacleTo(item, { by: person, at: parts.now(), act: { act: 'decide', code: reason, note } }),
        seen: seenOf(item),
      }),
    ),
  });
  return print(context, parts, { title: 'Refuse these cases', under: '/cases', back: toQueue, content });
}

/** Judged without doing anything, so that the preview says beforehand what will not be done. */
function obstacleTo(item: Case, { by, at, act }: { by: Person; at: Date; act: Omit<DecideAct, 'seen'> }): Obstacle | undefined {
  const claimed = workOn(item, { act: 'claim' }, { by, at });
  if (claimed.outcome === 'refused') return claimed.obstacle;
  const decided = workOn(claimed.item, { ...act, seen: seenOf(item) }, { by, at });
  return decided.outcome === 'refused' ? decided.obstacle : undefined;
}

export async function refuseChosen(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const form = refuseSchema.safeParse(await context.req.parseBody({ all: true }));
  if (!form.success || form.data.case.length === 0) return nothingChosen(context, parts);
  const { reason, note } = form.data;
  const previewed = form.data.case.map((value) => {
    const blank = value.indexOf(' ');
    return { id: value.slice(0, blank), seen: value.slice(blank + 1) };
  });
  const outcomes = await refuseMany(previewed, { reason, note, person, parts });
  const cases = await casesOf(
    outcomes.map(({ id }) => id),
    { person, parts },
  );
  const content = bulkOutcomePage({
    what: `Refused: ${codeWords(reason).words.toLowerCase()}`,
    ...presentOutcomes(outcomes, cases),
    mayTakeBack: true,
  });
  return print(context, parts, { title: 'Refused', under: '/cases', back: toQueue, content });
}

export async function takeBackChosen(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const form = takeBackSchema.safeParse(await context.req.parseBody({ all: true }));
  if (!form.success || form.data.id.length === 0) return nothingChosen(context, parts);
  const outcomes = await takeBackMany(form.data.id, { person, parts });
  const content = bulkOutcomePage({
    what: 'Taken back',
    ...presentOutcomes(outcomes, await casesOf(form.data.id, { person, parts })),
    mayTakeBack: false,
  });
  return print(context, parts, { title: 'Taken back', under: '/cases', back: toQueue, content });
}

const toQueue = { href: '/cases', text: 'Back to the cases' };

function nothingChosen(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  const content = messagePage({
    heading: 'Nothing was chosen',
    sentence: `Choose between 1 and ${mostAtOnce} cases in the queue, and one reason for all of them.`,
  });
  return print(context, parts, { title: 'Nothing was chosen', under: '/cases', back: toQueue, content }, 422);
}
