/** `POST /check`: one device, one answer, one receipt. */

import type { Context } from 'hono';
import type * as z from 'zod';
import { commitmentTo, makeAskedKey, signReceipt } from '../../shared/check-receipt.ts';
import { type CheckAnswer, checkAnswers } from '../../shared/domain/check/answer.ts';
import type { CheckClient } from '../../shared/domain/check/client.ts';
import { shownText } from '../../shared/domain/record-row.ts';
import { type SigningKey, signingKeyOf } from '../../shared/signing-keys.ts';
import { admit, budgetUsedUp, held } from './admit.ts';
import { checkDevice, type Outcome, type Question } from './check.ts';
import type { CheckParts } from './parts.ts';
import { type Problem, problem } from './problem.ts';
import { type Answer, meanings, questionSchema } from './schemas.ts';

export async function answerQuestion(context: Context, parts: CheckParts): Promise<Response> {
  const admission = await admit(context, parts);
  if ('refusal' in admission) return admission.refusal;
  const asked = await questionIn(context);
  if (asked instanceof Response) return asked;
  const signingKey = signingKeyOf(parts.signingKeys);
  if (signingKey === undefined) return notSet(context);
  const id = parts.makeId();
  const outcome = await checkDevice(asked, admission.client, { receipt: id }, parts);
  switch (outcome.kind) {
    case 'failed':
      return couldNotLookUp(context, asked);
    case 'refused':
      return outcome.why === 'held' ? held(context) : budgetUsedUp(context, parts.now());
    case 'answered':
      return answered(context, await answerOf(outcome, { id, asked, client: admission.client, signingKey, now: parts.now() }));
  }
}

async function questionIn(context: Context): Promise<Question | Response> {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    return problem(context, { status: 415, code: 'wrong-content-type', title: 'Expected content of the type application/json' });
  }
  const sent = await context.req.text();
  let value: unknown;
  try {
    value = JSON.parse(sent);
  } catch {
    return problem(context, { status: 400, code: 'not-json', title: 'The body is not JSON' });
  }
  const read = questionSchema.safeParse(value);
  if (read.success) return read.data;
  const errors = faultsIn(value, read.error);
  return problem(context, { status: 422, code: 'wrong-field', title: 'The request does not say what was expected', errors });
}

/** A field is named as it was sent, and nothing of what stands in it is sent back. */
function faultsIn(value: unknown, { issues }: z.ZodError): NonNullable<Problem['errors']> {
  return issues.flatMap((issue) => {
    const { message: expected } = issue;
    if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ field: shownText(key), expected, found: 'a field more' }));
    const [name] = issue.path;
    const sent = name === undefined ? value : Object.entries(value ?? {}).find(([each]) => each === name)?.[1];
    return { field: name === undefined ? 'body' : String(name), expected, found: kindOf(sent) };
  });
}

function kindOf(sent: unknown): string {
  if (sent === undefined || sent === '') return 'nothing';
  if (typeof sent === 'string') return `a text of ${sent.length} characters`;
  if (Array.isArray(sent)) return 'a list';
  return typeof sent === 'object' && sent !== null ? 'an object' : sent === null ? 'null' : `a ${typeof sent}`;
}

async function answerOf(
  { answer, asked, fault }: Extract<Outcome, { kind: 'answered' }>,
  about: { id: string; asked: Question; client: CheckClient; signingKey: SigningKey; now: Date },
): Promise<Answer> {
  const askedKey = makeAskedKey();
  const own = about.asked.reference === undefined ? {} : { reference: about.asked.reference };
  const receipt = await signReceipt(
    { id: about.id, client: about.client.id, checkedAt: about.now.toISOString(), ...own, asked: commitmentTo(asked, askedKey), answer },
    about.signingKey,
  );
  return { answer, meaning: meanings[answer], ...own, ...(fault && { fault }), receipt, askedKey };
}

/** Padded, so that the length of an answer on its way tells nobody what it is. */
function answered(context: Context, answer: Answer): Response {
  const body = JSON.stringify(answer) + ' '.repeat(shorterBy(answer.answer));
  return context.body(body, 200, { 'content-type': 'application/json; charset=utf-8' });
}

/** The word stands in the answer and in the receipt, the meaning once. */
function shorterBy(answer: CheckAnswer): number {
  const lengthOf = (each: CheckAnswer) => 2 * each.length + meanings[each].length;
  return Math.max(...checkAnswers.map(lengthOf)) - lengthOf(answer);
}

function couldNotLookUp(context: Context, { reference }: Question): Response {
  const answer: Answer = { answer: 'cannot-say', meaning: meanings['cannot-say'], ...(reference !== undefined && { reference }) };
  return context.json(answer, 503, { 'retry-after': '5' });
}

export function notSet(context: Context): Response {
  return problem(context, { status: 503, code: 'no-signing-key', title: 'The check API is not set up yet' });
}
