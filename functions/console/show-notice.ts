/** The page of one notice: what it says, how it goes, and for one that goes by form what to copy and where to say that it was handed in. */

import * as z from 'zod';
import { groundOf } from '../../shared/aws/ground-of-case.ts';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import type { Person } from '../../shared/domain/person.ts';
import type { ConsoleContext } from './access.ts';
import { handIn } from './hand-in.ts';
import { leaveRow } from './leave-row.ts';
import { noticePage } from './pages/notice-page.ts';
import type { ConsoleParts } from './parts.ts';
import { presentNotice } from './present-notice.ts';
import { print } from './print.ts';
import { notFound } from './refusals.ts';
import { sendAgain } from './send-again.ts';
import type { Trouble } from './work-words.ts';

const longestId = 64;
const formSchema = z.object({
  listed: z.string().max(10_000).catch(''),
  receipt: z
    .string()
    .catch('')
    .transform((text) => text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim())
    .pipe(z.string().max(200)),
});

const troubles: Record<'not-prepared' | 'nothing-listed' | 'receipt-too-long' | 'not-undeliverable', Trouble> = {
  'not-undeliverable': { heading: 'Not sent again', sentence: 'This notice is not one that could not be delivered.' },
  'not-prepared': { heading: 'Not marked', sentence: 'This notice is not one that is handed in by form.' },
  'nothing-listed': { heading: 'Not marked', sentence: 'Nothing of this notice stood on the page when it was opened. Look at it again.' },
  'receipt-too-long': { heading: 'Not marked', sentence: 'What the platform called it has at most 200 characters.' },
};

export async function showNotice(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  return printNotice(context, parts, { person });
}

export async function markHandedIn(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const form = formSchema.safeParse(await context.req.parseBody());
  if (!form.success) return printNotice(context, parts, { person, trouble: troubles['receipt-too-long'] });
  const { listed, receipt } = form.data;
  const id = noticeIdOf(context);
  const handed = await handIn(id, { listed: listed.split(',').filter(Boolean), receipt }, { person, parts });
  if (handed.outcome === 'missing') return notFound(context, parts);
  if (handed.outcome === 'refused') return printNotice(context, parts, { person, trouble: troubles[handed.why] });
  return context.redirect(`/notices/${encodeURIComponent(id)}`, 303);
}

export async function sendNoticeAgain(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const id = noticeIdOf(context);
  const sent = await sendAgain(id, { person, parts });
  if (sent === 'missing') return notFound(context, parts);
  if (sent === 'not-undeliverable') return printNotice(context, parts, { person, trouble: troubles[sent] });
  return context.redirect(`/notices/${encodeURIComponent(id)}`, 303);
}

async function printNotice(
  context: ConsoleContext,
  parts: ConsoleParts,
  { person, trouble }: { person: Person; trouble?: Trouble },
): Promise<Response> {
  const id = noticeIdOf(context);
  const stored = await parts.notices.get(id);
  const ours = stored?.team === person.team;
  // The row comes before the page: what is not on record is not shown.
  await leaveRow(parts, person, { act: 'notice-viewed', subject: { kind: 'notice', id }, outcome: ours ? 'done' : 'refused' });
  if (stored === undefined || !ours) return notFound(context, parts);
  const { notice } = stored;
  const [stands, earlier, answers, verifications] = await Promise.all([
    standing(stored, parts),
    'refersTo' in notice ? parts.notices.get(notice.refersTo) : undefined,
    parts.answers.ofNotice(id),
    parts.verifications.ofNotice(id),
  ]);
  const view = presentNotice(stored, { stands, person, earlier, answers, verifications, now: parts.now() });
  const [first] = stored.cases;
  const back = first && { href: `/cases/${encodeURIComponent(first.caseId)}`, text: 'Back to the case' };
  const page = { title: view.heading, under: '/cases' as const, ...(back && { back }), content: noticePage(view, trouble) };
  return print(context, parts, page, trouble === undefined ? 200 : 409);
}

/** Which of its listings may still be told of: looked at anew while it waits to be handed in, since days may have passed. A recall asks for nothing that could lapse. */
async function standing({ state, notice, cases }: StoredNotice, parts: ConsoleParts): Promise<boolean[]> {
  if (state !== 'to-hand-in' || notice.kind === 'recall') return cases.map(() => true);
  return Promise.all(cases.map(async ({ caseId }) => 'item' in (await groundOf(caseId, parts))));
}

function noticeIdOf(context: ConsoleContext): string {
  return context.req.param('id')?.slice(0, longestId) ?? '';
}
