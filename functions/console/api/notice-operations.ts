/** Notices that go by a platform's own form, for a force whose officers hand them in from another system. */

import * as z from 'zod';
import { noticeSenders } from '../access.ts';
import { type HandedIn, handIn } from '../hand-in.ts';
import { type Operation, operation } from './operation.ts';

const refusals: Record<Extract<HandedIn, { outcome: 'refused' }>['why'], string> = {
  'not-prepared': 'This notice is not one that is handed in by form',
  'nothing-listed': 'None of these cases is one of the notice',
};

const markHandedIn = operation({
  id: 'markNoticeHandedIn',
  method: 'post',
  path: '/api/v1/notices/:id/hand-in',
  roles: noticeSenders,
  summary: 'Says that a notice was handed in by the platform’s own form; said a second time, it changes nothing',
  input: z.object({
    cases: z.array(z.string().max(64)).min(1).max(50).describe('Ids of the cases whose listings were named.'),
    receipt: z.string().trim().max(200).default('').describe('What the platform called it.'),
  }),
  output: z.object({ id: z.string(), state: z.string() }),
  async run({ cases, receipt }, { id, parts, person }) {
    const handed = await handIn(id, { listed: cases, receipt }, { person, parts });
    if (handed.outcome === 'missing') return { problem: { status: 404, title: 'There is no such notice, or it belongs to another team' } };
    if (handed.outcome === 'refused') return { problem: { status: 409, title: refusals[handed.why], code: handed.why } };
    return { value: { id, state: 'delivered' } };
  },
});

export const noticeOperations: readonly Operation[] = [markHandedIn];
