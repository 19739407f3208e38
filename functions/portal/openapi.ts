/** The OpenAPI document of the answers (version 3.1), made from the schemas that read them. */

import * as z from 'zod';
import { answerKinds, declineReasons } from '../../shared/domain/notice/answer.ts';
import { version } from '../../shared/version.ts';
import { problemSchema } from './problem.ts';
import { answersSchema } from './read-answers.ts';

const keptSchema = z.object({
  answers: z.array(
    z.object({
      item: z.string(),
      outcome: z
        .enum(['kept', 'repeated', 'too-many'])
        .describe('`repeated`: it says what your last answer said. `too-many`: there are twenty answers about this listing already.'),
    }),
  ),
});

const givenSchema = z.object({
  answers: z.array(
    z.object({
      item: z.string(),
      at: z.string().describe('ISO 8601 in UTC'),
      answer: z.enum(answerKinds),
      reason: z.enum(declineReasons).optional(),
      words: z.string().optional(),
      statementOfReasons: z.looseObject({}).optional().describe('As you sent it.'),
    }),
  ),
});

export function openApi(): object {
  const refused = (description: string) => ({ description, content: { 'application/problem+json': { schema: schemaOf(problemSchema) } } });
  const parameters = ['token', 'id'].map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fencewatch notices',
      version,
      description:
        'Answers of a platform to notices. `answerAt` of a notice, with `/answers` behind it, is the whole address of this call.',
    },
    paths: {
      '/{token}/notices/{id}/answers': {
        parameters,
        get: {
          operationId: 'getAnswers',
          summary: 'What was answered to the notice',
          responses: { 200: { description: 'Oldest first.', content: json(givenSchema) }, 404: refused('The link opens no such notice.') },
        },
        post: {
          operationId: 'giveAnswers',
          summary: 'Answers for listings of the notice; sent again, the same answers change nothing',
          requestBody: { required: true, content: json(answersSchema) },
          responses: {
            200: { description: 'What became of each.', content: json(keptSchema) },
            400: refused('A field is wrong; nothing was kept.'),
            404: refused('The link opens no such notice.'),
            409: refused('About a listing there are twenty answers already; nothing was kept.'),
            413: refused('More than 2 MB.'),
            415: refused('Not JSON.'),
          },
        },
      },
    },
  };
}

function json(schema: z.ZodType) {
  return { 'application/json': { schema: schemaOf(schema) } };
}

function schemaOf(schema: z.ZodType): object {
  const { $schema: _dialect, id: _id, ...described } = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' });
  return described;
}
