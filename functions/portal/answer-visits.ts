/** How a platform answers: a person by the form of a page, a program by JSON. Both go through the same schema and the same store. */

import type { Context } from 'hono';
import type { StoredNotice } from '../../shared/aws/notice-store.ts';
import { answeredNoticeId, mostAnswers, type StoredAnswer, standingAnswers } from '../../shared/domain/notice/answer.ts';
import { answersUsedUp, giveAnswers } from './give-answers.ts';
import { printNotice } from './notice-visits.ts';
import type { Refused } from './pages/answer-form.ts';
import type { PortalParts } from './parts.ts';
import { notHere } from './print.ts';
import { problem } from './problem.ts';
import { type Fault, type GivenAnswer, readAnswer, readAnswers } from './read-answers.ts';
import { takenBack } from './taken-back.ts';
import { noticeAsked, type Visit } from './visit.ts';

/** All that was answered to the notice, oldest first. */
export async function tellAnswers(context: Context, parts: PortalParts, visit: Visit): Promise<Response> {
  const stored = await noticeAsked(context, parts, visit);
  if (stored === undefined) return notHere(context, parts);
  const items = new Map(stored.cases.map(({ caseId }, index) => [caseId, stored.notice.targets[index]?.platformItemId]));
  const answers = await parts.answers.ofNotice(answeredNoticeId(stored.notice));
  return context.json({ answers: answers.filter(({ caseId }) => items.has(caseId)).map(answerOut) });
}

function answerOut({ itemId, at, said, statement }: StoredAnswer) {
  return { item: itemId, at, ...said, ...(statement !== undefined && { statementOfReasons: JSON.parse(statement) }) };
}

export async function takeAnswers(context: Context, parts: PortalParts, visit: Visit): Promise<Response> {
  const stored = await noticeAsked(context, parts, visit);
  if (stored === undefined) return notHere(context, parts);
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? ''))
    return problem(context, { status: 415, title: 'Expected content of the type application/json' });
  const body = jsonIn(await context.req.text());
  if (body === undefined) return problem(context, { status: 400, title: 'The body is not JSON' });
  const read = readAnswers(body, stored.notice);
  if ('faults' in read)
    return problem(context, { status: 400, title: 'The answers do not say what was expected, and none was kept', errors: read.faults });
  const usedUp = await answersUsedUp(stored, read.given, parts);
  if (usedUp.length > 0) {
    const found = `${mostAnswers} that are kept already`;
    const errors = usedUp.map(({ itemId }) => ({
      field: `answers.${read.given.findIndex((each) => each.itemId === itemId)}`,
      expected: `at most ${mostAnswers} answers about one listing`,
      found,
    }));
    return problem(context, { status: 409, title: `No answer was kept. ${usedUpWords}`, errors });
  }
  const outcomes = await giveAnswers(stored, { given: read.given, by: 'program' }, parts);
  return context.json({ answers: outcomes.map(({ itemId, outcome }) => ({ item: itemId, outcome })) });
}

const usedUpWords = `There are ${mostAnswers} answers of yours about this listing; please write to the officer named in the notice.`;

export async function takeForm(context: Context, parts: PortalParts, visit: Visit): Promise<Response> {
  const stored = await noticeAsked(context, parts, visit);
  if (stored === undefined) return notHere(context, parts);
  const form = new URLSearchParams(await context.req.text());
  const entered = {
    item: textOf(form, 'item'),
    answer: textOf(form, 'answer'),
    reason: textOf(form, 'reason'),
    words: textOf(form, 'words'),
  };
  const items = entered.item === '' ? await unansweredItems(stored, parts) : [entered.item];
  const given: GivenAnswer[] = [];
  for (const item of items) {
    const read = readAnswer(saidBy({ ...entered, item }), stored.notice, '');
    if ('faults' in read) return printNotice(context, parts, { stored, visit, refused: { ...entered, faults: faultsOf(read.faults) } });
    given.push(read.given);
  }
  if ((await answersUsedUp(stored, given, parts)).length > 0) {
    const faults: Refused['faults'] = [{ field: 'answer', sentence: usedUpWords }];
    return printNotice(context, parts, { stored, visit, refused: { ...entered, faults }, status: 409 });
  }
  await giveAnswers(stored, { given, by: 'form' }, parts);
  const number = stored.notice.targets.findIndex(({ platformItemId }) => platformItemId === entered.item) + 1;
  const path = `${visit.base}/notices/${encodeURIComponent(stored.notice.noticeId)}?answered`;
  return context.redirect(number === 0 ? path : `${path}#listing-${number}`, 303);
}

/** Of what is still asked. */
async function unansweredItems({ notice, cases }: StoredNotice, parts: PortalParts): Promise<string[]> {
  const settled = [standingAnswers(await parts.answers.ofNotice(answeredNoticeId(notice))), await takenBack(notice, parts, '')];
  return notice.targets.flatMap(({ platformItemId }, index) =>
    settled.some((known) => known.has(cases[index]?.caseId ?? '')) ? [] : [platformItemId],
  );
}

/** What was chosen, without the fields that the choice has no use for: a form sends all of its fields always. */
function saidBy({ item, answer, reason, words }: Pick<Refused, 'item' | 'answer' | 'reason' | 'words'>): object {
  return { item, answer, ...(answer === 'refused' && { reason }), ...(words.trim() !== '' && { words }) };
}

const sentences: Record<Refused['faults'][number]['field'], string> = {
  answer: 'Choose an answer',
  reason: 'Choose a reason',
  words: 'Say it in your words, in at most 2,000 characters',
};

function faultsOf(faults: readonly Fault[]): Refused['faults'] {
  const wrong = new Set(faults.map(({ field }) => field));
  const fields = (['answer', 'reason', 'words'] as const).filter((field) => wrong.has(field));
  return (fields.length > 0 ? fields : (['answer'] as const)).map((field) => ({ field, sentence: sentences[field] }));
}

function textOf(form: URLSearchParams, name: string): string {
  return (form.get(name) ?? '').replaceAll('\r\n', '\n');
}

/** Undefined is no JSON value. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
