/** Why answers were not taken, for programs: problem details (RFC 9457). */

import type { Context } from 'hono';
import * as z from 'zod';

export const problemSchema = z
  .object({
    title: z.string().describe('What went wrong, in a few words.'),
    status: z.int(),
    detail: z.string().optional().describe('What can be done about it.'),
    errors: z
      .array(z.object({ field: z.string(), expected: z.string(), found: z.string() }))
      .optional()
      .describe('Every field that is wrong; nothing of the request was kept.'),
  })
  .meta({ id: 'Problem' });

type Problem = z.infer<typeof problemSchema>;

export function problem(context: Context, { status, ...rest }: Problem & { status: 400 | 404 | 409 | 413 | 415 | 500 }): Response {
  return context.json({ status, ...rest }, status, { 'content-type': 'application/problem+json' });
}
