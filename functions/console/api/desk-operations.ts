/** The figures of the desk and the audit log, for programs. */

import * as z from 'zod';
import { answerCountingRule } from '../../../shared/domain/answer-figures.ts';
import { caseStates } from '../../../shared/domain/case.ts';
import { declineReasons } from '../../../shared/domain/notice/answer.ts';
import { auditReaders, scanReaders } from '../access.ts';
import { auditPageOf } from '../audit-answers.ts';
import { auditAsked } from '../audit-question.ts';
import { nothing, type Operation, operation } from './operation.ts';

const count = z.int().min(0);
const precision = z.object({ name: z.string(), confirmed: count, refused: count, undecided: count });

const platform = z.object({
  source: z.string(),
  ...{ asked: count, answered: count, removed: count, refused: count, needMore: count, wrong: count },
  late: count.describe('Without an answer though the time asked for is over.'),
  open: count.describe('Without an answer, and still within that time.'),
  reasons: z.array(z.object({ reason: z.enum(declineReasons), count })).describe('Of the refused.'),
});

const desk = operation({
  id: 'getDesk',
  method: 'get',
  path: '/api/v1/desk',
  roles: scanReaders,
  summary: 'How the desk stood when it was last counted',
  input: nothing,
  output: z.object({
    countedAt: z.string(),
    byState: z.array(z.object({ state: z.enum(caseStates), count })),
    waitingBySource: z.array(z.object({ source: z.string(), count })),
    age: z.array(z.object({ days: z.string(), count })),
    overdue: count,
    byEvidence: z.array(precision),
    bySource: z.array(precision),
    hoursToDecision: z.object({ decisions: count, median: z.number(), ninetieth: z.number() }).optional(),
    answers: z.array(platform).optional().describe(answerCountingRule),
  }),
  async run(_nothing, { parts, person }) {
    const figures = await parts.figures.ofTeam(person.team);
    return figures === undefined ? { problem: { status: 404, title: 'Nothing was counted yet' } } : { value: figures };
  },
});

const text = z.string().max(200).default('');

const audit = operation({
  id: 'askAudit',
  method: 'post',
  path: '/api/v1/audit',
  roles: auditReaders,
  summary: 'Rows of the audit log, newest first, a page at a time',
  input: z.object({
    from: z.iso.date(),
    to: z.iso.date(),
    actor: text,
    kind: text.describe('Kind of what was acted on: `case`, `record`, …'),
    id: text.describe('Its id.'),
    outcome: z.enum(['', 'refused']).default('').describe('`refused`: refused attempts alone.'),
    after: z.string().max(200).optional().describe('`next` of the page before.'),
  }),
  output: z.object({
    rows: z.array(
      z.looseObject({
        at: z.string(),
        actor: z.string(),
        actorName: z.string().optional(),
        act: z.string(),
        subject: z.object({ kind: z.string(), id: z.string() }),
        outcome: z.enum(['attempted', 'done', 'refused']),
        detail: z.record(z.string(), z.unknown()).optional(),
        chain: z.string().optional(),
        number: z.int().optional(),
        previous: z.string().optional(),
        hash: z.string().optional(),
      }),
    ),
    next: z.string().optional(),
  }),
  async run(input, { parts, person }) {
    const asked = auditAsked(input);
    if ('faults' in asked) {
      const errors = asked.faults.map(({ field, sentence }) => ({ field, expected: sentence }));
      return { problem: { status: 422, title: 'The log cannot be asked that', errors } };
    }
    const { rows, more } = await auditPageOf(parts, person, asked);
    return { value: { rows: rows.map((row) => ({ ...row })), next: more } };
  },
});

export const deskOperations: readonly Operation[] = [desk, audit];
