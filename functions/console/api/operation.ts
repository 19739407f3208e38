/** One operation of the JSON API: what is asked and answered, as schemas that check the request and that the OpenAPI document is made from. */

import * as z from 'zod';
import type { Person, Role } from '../../../shared/domain/person.ts';
import type { ConsoleContext } from '../access.ts';
import type { Answer } from '../answers.ts';
import { caseIdOf } from '../decided.ts';
import type { ConsoleParts } from '../parts.ts';
import { type Problem, type ProblemStatus, problem } from './problem.ts';

export interface Operation {
  /** Names it in the document and in programs made from it. */
  id: string;
  method: 'get' | 'post';
  /** As Hono writes it: `/api/v1/cases/:id`. */
  path: string;
  roles: readonly Role[];
  summary: string;
  /** Of the query of a GET and the body of a POST; `nothing` where there is nothing to say. */
  input: z.ZodObject;
  output: z.ZodType;
  answer: Answer;
}

export const nothing = z.object({});

export interface Around {
  /** Of the path; empty where it has none. */
  id: string;
  parts: ConsoleParts;
  person: Person;
}

export type Outcome<Value> = { value: Value } | { problem: Omit<Problem, 'status'> & { status: ProblemStatus } };

interface Described<Input extends z.ZodObject, Output extends z.ZodType>
  extends Pick<Operation, 'id' | 'method' | 'path' | 'roles' | 'summary'> {
  input: Input;
  output: Output;
  run(input: z.output<Input>, around: Around): Promise<Outcome<z.input<Output>>>;
}

export function operation<Input extends z.ZodObject, Output extends z.ZodType>(described: Described<Input, Output>): Operation {
  const { run, ...rest } = described;
  const { input, output } = rest;
  return {
    ...rest,
    async answer(context, parts, person) {
      const read = await inputOf(context, input);
      if ('problem' in read) return problem(context, read.problem);
      const outcome = await run(read.value, { id: caseIdOf(context), parts, person });
      if ('problem' in outcome) return problem(context, outcome.problem);
      return context.json(output.parse(outcome.value));
    },
  };
}

async function inputOf<Input extends z.ZodObject>(context: ConsoleContext, schema: Input): Promise<Outcome<z.output<Input>>> {
  const sent = await sentBy(context);
  if ('problem' in sent) return sent;
  const read = schema.safeParse(sent.value);
  if (read.success) return { value: read.data };
  const errors = read.error.issues.map(({ path, message }) => ({ field: path.join('.'), expected: message }));
  return { problem: { status: 422, title: 'The request does not say what was expected', errors } };
}

async function sentBy(context: ConsoleContext): Promise<Outcome<unknown>> {
  if (context.req.method === 'GET') return { value: context.req.query() };
  const text = await context.req.text();
  if (text === '') return { value: {} };
  // A form of another site cannot send this content type without being asked first.
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    return { problem: { status: 415, title: 'Expected content of the type application/json' } };
  }
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { problem: { status: 400, title: 'The body is not JSON' } };
  }
}
