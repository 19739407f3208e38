/** Why an operation was not done, for machines: problem details (RFC 9457). */

import * as z from 'zod';
import type { ConsoleContext } from '../access.ts';

export const problemSchema = z
  .object({
    title: z.string().describe('What went wrong, in a few words.'),
    status: z.int(),
    detail: z.string().optional().describe('What can be done about it.'),
    code: z.string().optional().describe('The same for a program: `claimed-by-another`, `evidence-not-opened`, …'),
    errors: z
      .array(z.object({ field: z.string(), expected: z.string() }))
      .optional()
      .describe('Fields of the request that are wrong.'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemSchema>;
export type ProblemStatus = 400 | 401 | 403 | 404 | 409 | 415 | 422 | 500;

export function problem(context: ConsoleContext, { status, ...rest }: Problem & { status: ProblemStatus }): Response {
  return context.json({ status, ...rest }, status, { 'content-type': 'application/problem+json' });
}

export function isForMachines(context: ConsoleContext): boolean {
  return context.req.path.startsWith('/api/');
}
