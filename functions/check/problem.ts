/** Why a request was not answered, for machines: problem details (RFC 9457). */

import type { Context } from 'hono';
import * as z from 'zod';

export const problemSchema = z
  .object({
    title: z.string().describe('What went wrong, in a few words.'),
    status: z.int(),
    code: z.string().describe('The same for a program: `burst`, `budget-used-up`, `held`, …'),
    detail: z.string().optional().describe('What can be done about it.'),
    errors: z
      .array(z.object({ field: z.string(), expected: z.string(), found: z.string().describe('What it is, never its text.') }))
      .optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema> & { status: 400 | 401 | 404 | 413 | 415 | 422 | 429 | 500 | 503 };

export function problem(context: Context, { status, ...rest }: Problem, headers: Record<string, string> = {}): Response {
  return context.json({ status, ...rest }, status, { 'content-type': 'application/problem+json', ...headers });
}
