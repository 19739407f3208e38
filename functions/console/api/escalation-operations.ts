/** Escalations, for a force's own task list: the acts of the page, by the same function. */

import * as z from 'zod';
import { longestNote } from '../../../shared/domain/decision.ts';
import { type Escalation, type EscalationAct, escalationKinds, escalationStates } from '../../../shared/domain/escalation.ts';
import { caseReaders } from '../access.ts';
import { actOn } from '../act-on-escalation.ts';
import { adviceAbout } from '../escalation-advice.ts';
import { mostEscalations } from '../escalation-answers.ts';
import { escalationTrouble } from '../escalation-words.ts';
import { leaveRow } from '../leave-row.ts';
import { type Around, type Operation, type Outcome, operation } from './operation.ts';

const person = z.object({ id: z.string(), name: z.string() });

const escalationSchema = z
  .object({
    id: z.string(),
    kind: z.enum(escalationKinds),
    state: z.enum(escalationStates),
    why: z.string(),
    toDo: z.string(),
    answers: z
      .object({ counted: z.int(), words: z.string().describe('Of the newest one, as the platform wrote them.') })
      .optional()
      .describe('Of what a platform disputes, asks or refuses.'),
    source: z.string().describe('Id of the source whose platform it is about.'),
    notice: z.string().optional(),
    cases: z.array(z.string()).describe('Ids of the cases concerned.'),
    raisedAt: z.string(),
    taken: z.object({ by: person, at: z.string(), note: z.string().optional() }).optional(),
    closed: z.object({ by: person.optional().describe('Absent when the clock closed it.'), at: z.string(), note: z.string() }).optional(),
  })
  .meta({ id: 'Escalation' });

const list = operation({
  id: 'listEscalations',
  method: 'get',
  path: '/api/v1/escalations',
  roles: caseReaders,
  summary: `What no clock can do about notices, oldest first, at most ${mostEscalations}`,
  input: z.object({ state: z.enum(escalationStates).default('open') }),
  output: z.object({ escalations: z.array(escalationSchema) }),
  async run({ state }, { parts, person: reader }) {
    const subject = { kind: 'queue', id: `${reader.team}/escalations` };
    await leaveRow(parts, reader, { act: 'escalations-viewed', subject, outcome: 'done', detail: { by: 'api', state } });
    const found = await parts.escalations.ofTeam(reader.team, state, mostEscalations);
    return { value: { escalations: await Promise.all(found.map((each) => escalationOut(each, parts))) } };
  },
});

const take = operation({
  id: 'takeEscalation',
  method: 'post',
  path: '/api/v1/escalations/:id/take',
  roles: caseReaders,
  summary: 'Takes one in hand, also out of the hands of a colleague who is not there',
  input: z.object({ note: z.string().max(longestNote).optional() }),
  output: escalationSchema,
  run: ({ note }, around) => act({ act: 'take', note }, around),
});

const close = operation({
  id: 'closeEscalation',
  method: 'post',
  path: '/api/v1/escalations/:id/close',
  roles: caseReaders,
  summary: 'Closes one that this person has in hand',
  input: z.object({ note: z.string().trim().min(1).max(longestNote).describe('What came of it.') }),
  output: escalationSchema,
  run: ({ note }, around) => act({ act: 'close', note }, around),
});

export const escalationOperations: readonly Operation[] = [list, take, close];

async function act(asked: EscalationAct, { id, parts, person: by }: Around): Promise<Outcome<z.input<typeof escalationSchema>>> {
  const acted = await actOn(id, asked, { person: by, parts });
  if (acted.outcome === 'missing') return { problem: { status: 404, title: 'There is no such escalation, or it belongs to another team' } };
  if (acted.outcome === 'done') return { value: await escalationOut(acted.escalation, parts) };
  const { heading, sentence } = escalationTrouble(acted.hindrance);
  return { problem: { status: 409, title: heading, detail: sentence, code: acted.hindrance } };
}

async function escalationOut(escalation: Escalation, parts: Around['parts']): Promise<z.input<typeof escalationSchema>> {
  const { noticeId, caseIds, raisedBy: _clock, team: _ours, answers, ...rest } = escalation;
  const said = answers && { counted: answers.counted, words: answers.words };
  return { ...rest, notice: noticeId, cases: [...caseIds], toDo: await adviceAbout(escalation, parts), ...(said && { answers: said }) };
}
