/** Answers as a program sends them, read or refused field by field; a form's fields go through the same schema. */

import * as z from 'zod';
import { answerKinds, answersToKind, declineReasons, longestWords, type Said } from '../../shared/domain/notice/answer.ts';
import { mostTargets, type Notice } from '../../shared/domain/notice/notice.ts';
import { counted } from '../../shared/pages/format.ts';
import { answerOfStatement, statementSchema } from './statement-of-reasons.ts';

/** Of one listing that the notice names. */
export interface GivenAnswer {
  itemId: string;
  said: Said;
  /** JSON of the statement of reasons it came as. */
  statement?: string;
}

export interface Fault {
  /** `answers.0.reason`; empty for the whole. */
  field: string;
  expected: string;
  found: string;
}

export type ReadAnswers = { given: GivenAnswer[] } | { faults: Fault[] };

const item = z.string().min(1).max(200).describe('The platform’s own id of the listing, as `platformItemId` of the notice has it.');
const words = z.string().trim().min(1).max(longestWords);
const listing = { item };

const saidSchema = z.discriminatedUnion('answer', [
  z.strictObject({ ...listing, answer: z.enum(['removed', 'restored', 'preserved']), words: words.exactOptional() }),
  z.strictObject({ ...listing, answer: z.literal('refused'), reason: z.enum(declineReasons), words }),
  z.strictObject({ ...listing, answer: z.enum(['need-more', 'wrong']), words }),
]);

const reasonedSchema = z.strictObject({ ...listing, statementOfReasons: statementSchema });

/** For the OpenAPI document; what is read below is read element by element, so that each fault names its own field. */
export const answersSchema = z.strictObject({
  answers: z
    .array(z.union([saidSchema, reasonedSchema]))
    .min(1)
    .max(mostTargets),
});
const envelope = z.strictObject({ answers: z.array(z.unknown()).min(1).max(mostTargets) });

/** As many characters of JSON as a statement may have with all that its platform adds to it. */
const longestStatement = 30_000;

/** All of them, or every fault: of a request with one, nothing is kept. */
export function readAnswers(body: unknown, notice: Notice): ReadAnswers {
  const whole = envelope.safeParse(body);
  if (!whole.success) return { faults: faultsOf(whole.error, body, '') };
  const given: GivenAnswer[] = [];
  const faults: Fault[] = [];
  for (const [index, value] of whole.data.answers.entries()) {
    const read = readAnswer(value, notice, `answers.${index}`);
    if ('faults' in read) faults.push(...read.faults);
    else if (given.some(({ itemId }) => itemId === read.given.itemId))
      faults.push({ field: `answers.${index}.item`, expected: 'each listing once', found: describe(read.given.itemId) });
    else given.push(read.given);
  }
  return faults.length > 0 ? { faults } : { given };
}

/** One answer; `at` names its place in the request. */
export function readAnswer(value: unknown, notice: Notice, at: string): { given: GivenAnswer } | { faults: Fault[] } {
  const read = isReasoned(value) ? readReasoned(value, at) : readSaid(value, at);
  if ('faults' in read) return read;
  const { itemId, said } = read.given;
  const items = notice.targets.map(({ platformItemId }) => platformItemId);
  const faults: Fault[] = [];
  if (!items.includes(itemId)) {
    const named = `${items.slice(0, 5).join(', ')}${items.length > 5 ? ', …' : ''}`;
    faults.push({ field: inside(at, 'item'), expected: `a listing of this notice: ${named}`, found: describe(itemId) });
  }
  const possible = answersToKind(notice.kind);
  if (!possible.includes(said.answer))
    faults.push({
      field: inside(at, 'answer'),
      expected: `one of ${possible.join(', ')}, as this is a ${notice.kind}`,
      found: describe(said.answer),
    });
  return faults.length > 0 ? { faults } : read;
}

function isReasoned(value: unknown): value is { statementOfReasons: unknown } {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'statementOfReasons');
}

function readSaid(value: unknown, at: string): { given: GivenAnswer } | { faults: Fault[] } {
  const read = saidSchema.safeParse(value);
  if (!read.success) return { faults: faultsOf(read.error, value, at) };
  const { item: itemId, ...said } = read.data;
  return { given: { itemId, said } };
}

/** Kept as it was given, not as it was read. */
function readReasoned(value: { statementOfReasons: unknown }, at: string): { given: GivenAnswer } | { faults: Fault[] } {
  const read = reasonedSchema.safeParse(value);
  if (!read.success) return { faults: faultsOf(read.error, value, at) };
  const statement = jsonOf(value.statementOfReasons);
  if (statement === undefined || statement.length > longestStatement) {
    const found = statement === undefined ? 'more than can be written down' : `${statement.length}`;
    return { faults: [{ field: inside(at, 'statementOfReasons'), expected: `at most ${longestStatement} characters of JSON`, found }] };
  }
  return { given: { itemId: read.data.item, said: answerOfStatement(read.data.statementOfReasons), statement } };
}

/** Undefined for what is nested so deeply that writing it takes more than there is. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function faultsOf(error: z.ZodError, value: unknown, at: string): Fault[] {
  return error.issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => ({
        field: inside(at, ...issue.path.map(String), key),
        expected: 'no such field',
        found: describe(valueAt(value, [...issue.path, key])),
      }));
    const expected = expectedIn(issue);
    return [{ field: inside(at, ...issue.path.map(String)), expected, found: describe(valueAt(value, issue.path)) }];
  });
}

const typeWords: Partial<Record<string, string>> = { string: 'text', object: 'an object', array: 'a list', number: 'a number' };

/** What would have been right, in words of our own. */
function expectedIn(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_union':
      return `one of ${answerKinds.join(', ')}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'invalid_type':
      return typeWords[issue.expected] ?? issue.expected;
    case 'too_small':
      return issue.origin === 'array'
        ? `a list of at least ${issue.minimum}`
        : `text of at least ${counted(Number(issue.minimum), 'character')}`;
    case 'too_big':
      return issue.origin === 'array' ? `a list of at most ${issue.maximum}` : `text of at most ${issue.maximum} characters`;
    default:
      // Written in statement-of-reasons.ts: `expected a date such as 2026-11-22`.
      return issue.message.replace(/^expected /, '');
  }
}

function inside(...path: string[]): string {
  return path.filter((part) => part !== '').join('.');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) return undefined;
    at = Object.getOwnPropertyDescriptor(at, key)?.value;
  }
  return at;
}

/** What was sent, cut: an answer repeats no more of a request than is needed to find the place. */
function describe(found: unknown): string {
  if (found === undefined) return 'nothing';
  if (typeof found === 'object') return Array.isArray(found) ? `a list of ${found.length}` : String(found === null ? null : 'an object');
  if (typeof found === 'string' && found.length > 80) return `${JSON.stringify(found.slice(0, 60))} … (${found.length} characters)`;
  return JSON.stringify(found).slice(0, 80);
}
