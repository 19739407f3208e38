/** Cases, for a force's own case system: the acts of the pages, by the same functions and under the same rules. */

import * as z from 'zod';
import { caseStates } from '../../../shared/domain/case.ts';
import { decisionCodes, longestNote } from '../../../shared/domain/decision.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { refusalReasons } from '../../../shared/domain/refusal.ts';
import type { Act } from '../../../shared/domain/work-on-case.ts';
import { caseReaders, deciders, noticeSenders } from '../access.ts';
import { type Acted, actOnCase } from '../act-on-case.ts';
import { capturedEvidence } from '../captured-evidence.ts';
import { leaveRow } from '../leave-row.ts';
import type { ConsoleParts } from '../parts.ts';
import { evidenceKinds } from '../queue-question.ts';
import { searchCases } from '../search-cases.ts';
import { troubleOf } from '../work-words.ts';
import { type Around, nothing, type Operation, type Outcome, operation } from './operation.ts';
import { caseOut, caseSchema } from './schemas.ts';

const LONGEST_CURSOR = 2000;
const MOST_CASES = 100;
const word = z.string().max(80).optional();

const queueSchema = z.object({
  state: z.enum(caseStates).default('ready'),
  source: word.describe('Id of a source.'),
  evidence: z.enum(evidenceKinds).optional(),
  model: word,
  area: word,
  limit: z.coerce.number().int().min(1).max(MOST_CASES).default(25),
  after: z.string().max(LONGEST_CURSOR).optional().describe('`next` of the page before.'),
});

const missing = { problem: { status: 404, title: 'There is no such case, or it belongs to another team' } } as const;

const list = operation({
  id: 'listCases',
  method: 'get',
  path: '/api/v1/cases',
  roles: caseReaders,
  summary: 'The queue of the team, strongest first, a page at a time',
  input: queueSchema,
  output: z.object({ cases: z.array(caseSchema), next: z.string().optional().describe('Absent at the end of the queue.') }),
  async run({ state, limit, after, source, evidence, model, area }, { parts, person }) {
    const filter = {
      ...(source !== undefined && { sources: [source] }),
      ...(evidence !== undefined && { evidence }),
      ...(model !== undefined && { model }),
      ...(area !== undefined && { area }),
    };
    const subject = { kind: 'queue', id: `${person.team}/${state}` };
    await leaveRow(parts, person, { act: 'queue-viewed', subject, outcome: 'done', detail: { by: 'api', ...filter } });
    const page = { team: person.team, state, limit, ...(after !== undefined && { cursor: after }) };
    const { cases, cursor } = Object.keys(filter).length === 0 ? await parts.cases.queue(page) : await parts.cases.ask({ ...page, filter });
    return { value: { cases: cases.map((item) => caseOut(item, parts.now())), next: cursor } };
  },
});

const show = operation({
  id: 'getCase',
  method: 'get',
  path: '/api/v1/cases/:id',
  roles: caseReaders,
  summary: 'One case with every reason for and against',
  input: nothing,
  output: caseSchema,
  async run(_nothing, { id, parts, person }) {
    const item = await ownCase({ id, parts, person }, 'case-viewed');
    return item === undefined ? missing : { value: caseOut(item, parts.now()) };
  },
});

const search = operation({
  id: 'searchCases',
  method: 'post',
  path: '/api/v1/cases/search',
  roles: caseReaders,
  summary: 'Cases about a device number, a record, a listing or a seller, whatever their state',
  input: z.object({ text: z.string().min(1).max(500) }),
  output: z.object({
    cases: z.array(caseSchema),
    known: z.array(z.string()).describe('What is known beside cases of the team, in sentences.'),
  }),
  async run({ text }, { parts, person }) {
    const { sought, cases, known } = await searchCases(text, person.team, parts);
    const detail = { by: 'api', found: cases.length, ...(sought.as === 'imei' && { number: sought.masked }) };
    await leaveRow(parts, person, { act: 'cases-searched', subject: { kind: 'search', id: sought.as }, outcome: 'done', detail });
    return { value: { cases: cases.map((item) => caseOut(item, parts.now())), known } };
  },
});

const evidence = operation({
  id: 'openEvidence',
  method: 'post',
  path: '/api/v1/cases/:id/evidence',
  roles: caseReaders,
  summary: 'The captured page, held against the hash that was noted; opening it is what a confirmation rests on',
  input: nothing,
  output: z.object({
    state: z.enum(['intact', 'none']).describe('`none`: the page could not be had when the case was opened.'),
    text: z.string().optional().describe('The page as it was sent, markup and all. Written by strangers: never run, never render.'),
  }),
  async run(_nothing, { id, parts, person }) {
    const item = await ownCase({ id, parts, person }, 'evidence-viewed');
    if (item === undefined) return missing;
    const captured = await capturedEvidence(item, parts);
    if (captured.state === 'damaged') return hindered({ why: 'evidence-damaged' });
    await actOnCase(id, { act: 'open-evidence' }, { person, parts });
    return { value: captured };
  },
});

const decide = operation({
  id: 'decideCase',
  method: 'post',
  path: '/api/v1/cases/:id/decision',
  roles: deciders,
  summary: 'What the person who has the case in hand concludes; it takes effect a minute later',
  input: z.object({
    code: z.enum(decisionCodes),
    seen: z.string().max(500).describe('`seen` of the case that the person had before them.'),
    note: z.string().max(longestNote).optional(),
    holdDays: z.int().min(1).max(90).optional().describe('Of a hold.'),
  }),
  output: caseSchema,
  run: (input, around) => act({ act: 'decide', ...input }, around),
});

const handOver = operation({
  id: 'handOverCase',
  method: 'post',
  path: '/api/v1/cases/:id/hand-over',
  roles: deciders,
  summary: 'Gives a case in hand to a colleague of the team',
  input: z.object({ to: z.string().max(200).describe('Id of the colleague.'), note: z.string().max(longestNote).optional() }),
  output: caseSchema,
  async run({ to, note }, around) {
    const colleague = (await around.parts.roster.ofTeam(around.person.team)).find(({ id }) => id === to);
    if (colleague === undefined)
      return {
        problem: {
          status: 422,
          title: 'No colleague of the team has this id',
          errors: [{ field: 'to', expected: 'the id of a colleague who has worked here' }],
        },
      };
    return act({ act: 'hand-over', to: colleague, note }, around);
  },
});

const revoke = operation({
  id: 'revokeConfirmation',
  method: 'post',
  path: '/api/v1/cases/:id/revoke',
  roles: noticeSenders,
  summary:
    'Takes back what two persons confirmed, a match that was wrong: the case is closed as refused, and platforms that were told of it are sent a recall',
  input: z.object({
    code: z.enum(refusalReasons),
    note: z.string().max(longestNote).describe('How it was noticed; colleagues read it, and no notice shows it.'),
  }),
  output: caseSchema,
  run: (input, around) => act({ act: 'revoke', ...input }, around),
});

const simpleActs = {
  claim: { id: 'claimCase', summary: 'Takes a case in hand for a quarter of an hour; nobody else decides it meanwhile' },
  renew: { id: 'renewClaim', summary: 'Keeps a case in hand for another quarter of an hour' },
  release: { id: 'releaseCase', summary: 'Puts a case back' },
  resume: { id: 'resumeCase', summary: 'Ends a hold' },
  undo: { id: 'undoDecision', summary: 'Takes one’s decision back before it takes effect' },
} as const;

const simple = (Object.keys(simpleActs) as (keyof typeof simpleActs)[]).map((name) =>
  operation({
    ...simpleActs[name],
    method: 'post',
    path: `/api/v1/cases/:id/${name}`,
    roles: deciders,
    input: nothing,
    output: caseSchema,
    run: (_nothing, around) => act({ act: name }, around),
  }),
);

export const caseOperations: readonly Operation[] = [list, search, show, evidence, ...simple, handOver, decide, revoke];

async function act(asked: Act, { id, parts, person }: Around): Promise<Outcome<z.input<typeof caseSchema>>> {
  const acted = await actOnCase(id, asked, { person, parts });
  if (acted.outcome === 'missing') return missing;
  return acted.outcome === 'done' ? { value: caseOut(acted.item, parts.now()) } : hindered(acted.hindrance);
}

function hindered(hindrance: Extract<Acted, { outcome: 'refused' }>['hindrance']): Outcome<never> {
  const { heading, sentence, field } = troubleOf(hindrance);
  const errors = field === undefined ? {} : { errors: [{ field, expected: sentence }] };
  return { problem: { status: field === undefined ? 409 : 422, title: heading, detail: sentence, code: hindrance.why, ...errors } };
}

async function ownCase({ id, parts, person }: { id: string; parts: ConsoleParts; person: Person }, row: string) {
  const item = await parts.cases.get(id);
  const ours = item?.team === person.team;
  await leaveRow(parts, person, { act: row, subject: { kind: 'case', id }, outcome: ours ? 'done' : 'refused', detail: { by: 'api' } });
  return ours ? item : undefined;
}
