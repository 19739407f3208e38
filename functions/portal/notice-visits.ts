/** What a platform reads: its list of notices, and one of them. */

import type { Context } from 'hono';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import { answeredNoticeId } from '../../shared/domain/notice/answer.ts';
import type { Refused } from './pages/answer-form.ts';
import { listPage } from './pages/list-page.ts';
import { noticePage } from './pages/notice-page.ts';
import type { PortalParts } from './parts.ts';
import { rowView } from './present-list.ts';
import { noticeView } from './present-notice.ts';
import { notHere, print } from './print.ts';
import { takenBack } from './taken-back.ts';
import { leaveRow, noticeAsked, type Visit } from './visit.ts';

const noticesPerPage = 25;
/** `2026-11-22T10:00:00.000Z#N-7Kq2`: out of an address, which anyone may edit. */
const longestPlace = 120;

export async function showList(context: Context, parts: PortalParts, { pass, base }: Visit): Promise<Response> {
  const before = context.req.query('before')?.slice(0, longestPlace);
  await leaveRow(parts, pass, { act: 'notices-listed', subject: { kind: 'platform', id: pass.source }, outcome: 'done' });
  const { sent, next } = await parts.notices.sentTo(pass.source, { limit: noticesPerPage, before: before || undefined });
  const listed = await Promise.all(
    sent.map(async (each) => ({
      sent: each,
      recalls: await takenBack(each, parts, base),
      answers: await parts.answers.ofNotice(each.kind === 'follow-up' ? (each.refersTo ?? each.noticeId) : each.noticeId),
    })),
  );
  const content = listPage({
    rows: listed.map((each) => rowView(each, { base, now: parts.now() })),
    isFirst: before === undefined,
    more: next && `${base}/notices?before=${encodeURIComponent(next)}`,
  });
  return print(context, parts, { title: 'Notices to you', home: `${base}/notices`, content });
}

export async function showNotice(context: Context, parts: PortalParts, visit: Visit): Promise<Response> {
  const stored = await noticeAsked(context, parts, visit);
  return stored === undefined ? notHere(context, parts) : printNotice(context, parts, { stored, visit });
}

interface NoticePrint {
  stored: StoredNotice;
  visit: Visit;
  refused?: Refused;
  status?: 200 | 409 | 422;
}

/** The page of one notice, also as the answer to a form that was not taken. */
export async function printNotice(
  context: Context,
  parts: PortalParts,
  { stored, visit: { base }, refused, status = refused === undefined ? 200 : 422 }: NoticePrint,
): Promise<Response> {
  const answers = await parts.answers.ofNotice(answeredNoticeId(stored.notice));
  const recalls = await takenBack(stored.notice, parts, base);
  const view = noticeView({ stored, answers, recalls, base, now: parts.now() });
  const content = noticePage({ view, refused, answered: refused === undefined && context.req.query('answered') !== undefined });
  const title = `${refused === undefined ? '' : 'Not sent: '}Notice ${view.noticeId}`;
  const back = { href: `${base}/notices`, text: 'All notices to you' };
  return print(context, parts, { title, home: back.href, back, content }, status);
}
