/** The queue as it is asked for, the search beside it, and the questions that a person keeps. */

import * as z from 'zod';
import type { Case, CaseState } from '../../shared/domain/case.ts';
import type { Person } from '../../shared/domain/person.ts';
import { holdsOneOf } from '../../shared/domain/person.ts';
import type { ConsoleContext } from './access.ts';
import { decidedView } from './decided.ts';
import { leaveRow } from './leave-row.ts';
import { casesPage } from './pages/cases-page.ts';
import { searchPage } from './pages/search-page.ts';
import type { ConsoleParts } from './parts.ts';
import { stateHeading } from './present.ts';
import { caseRow, emptyQueue, sightOf, type WatchedSource } from './present-cases.ts';
import { print } from './print.ts';
import { filterOf, isFiltered, queryOf, questionOf } from './queue-question.ts';
import { type Sought, searchCases } from './search-cases.ts';
import { watchedSources } from './watched-sources.ts';

const CASES_ON_A_PAGE = 25;
/** Cursors come out of addresses, which anyone may edit. */
const LONGEST_CURSOR = 2000;
const MOST_VIEWS = 20;
const LONGEST_NAME = 60;

export async function showCases(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const question = questionOf(context.req.query());
  const { state } = question;
  const cursor = context.req.query('after')?.slice(0, LONGEST_CURSOR);
  const asked = isFiltered(question);
  const detail = asked ? { detail: { filter: queryOf(question) } } : {};
  await leaveRow(parts, person, {
    act: 'queue-viewed',
    subject: { kind: 'queue', id: `${person.team}/${state}` },
    outcome: 'done',
    ...detail,
  });
  const enabled = await watchedSources(parts, (source) => source.enabled);
  const page = { team: person.team, state, limit: CASES_ON_A_PAGE, ...(cursor !== undefined && { cursor }) };
  const [found, views] = await Promise.all([
    asked ? askQueue(parts, { ...page, filter: filterOf(question, enabled) }) : parts.cases.queue(page),
    parts.views.ofPerson(person.id),
  ]);
  const watched = await behind(found.cases, enabled, parts);
  const here = `/cases?${queryOf(question)}`;
  const content = casesPage({
    question,
    filtered: asked,
    sources: parts.sources.map(({ id, name }) => ({ id, name })),
    views: views.map((view) => ({ ...view, isThis: view.query === queryOf(question) })),
    decided: await decidedView(context, parts, person),
    mayTake: mayTake(state, person),
    rows: found.cases.map((item) => caseRow(item, watched, parts.now())),
    sight: sightOf(watched),
    empty: emptyQueue(state, watched),
    next: found.cursor === undefined ? undefined : `${here}&after=${encodeURIComponent(found.cursor)}`,
    first: cursor === undefined ? undefined : here,
  });
  return print(context, parts, { title: `Cases, ${stateHeading(state).toLowerCase()}`, under: '/cases', content });
}

/** No Source has a last scan of the health asked for: nothing can answer, and the index need not be asked. */
async function askQueue(
  { cases }: ConsoleParts,
  asked: Parameters<ConsoleParts['cases']['ask']>[0],
): ReturnType<ConsoleParts['cases']['ask']> {
  return asked.filter.sources?.length === 0 ? { cases: [] } : cases.ask(asked);
}

/** Asked by a form's body: a number or a name has no place in an address. */
export async function searchQueue(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const { q } = await context.req.parseBody();
  const text = typeof q === 'string' ? q : '';
  const { sought, cases, known } = await searchCases(text, person.team, parts);
  const detail = { ...detailOf(sought), found: cases.length };
  await leaveRow(parts, person, { act: 'cases-searched', subject: { kind: 'search', id: sought.as }, outcome: 'done', detail });
  const watched = await behind(cases, await watchedSources(parts, (source) => source.enabled), parts);
  const rows = cases.map((item) => ({ ...caseRow(item, watched, parts.now()), state: stateHeading(item.state) }));
  return print(context, parts, {
    title: 'Search',
    under: '/cases',
    content: searchPage({ text: text.trim().slice(0, 500), sought, rows, known }),
  });
}

function detailOf(sought: Sought): Record<string, string> {
  if (sought.as === 'imei') return { number: sought.masked };
  return sought.as === 'listing' ? { listing: sought.id } : { words: sought.text.slice(0, 100) };
}

const viewSchema = z.object({
  name: z.string().trim().min(1).max(LONGEST_NAME),
  query: z.string().max(1000),
  remove: z.string().optional(),
});

export async function saveView(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const form = viewSchema.safeParse(await context.req.parseBody());
  if (!form.success) return context.redirect('/cases', 303);
  const { name, remove } = form.data;
  // Read and written anew, so that nothing is kept that the queue would not understand.
  const query = queryOf(questionOf(Object.fromEntries(new URLSearchParams(form.data.query))));
  const others = (await parts.views.ofPerson(person.id)).filter((view) => view.name !== name);
  await parts.views.keep(person.id, remove === undefined ? [...others, { name, query }].slice(-MOST_VIEWS) : others);
  return context.redirect(`/cases?${query}`, 303);
}

/** With the scans of every Source that is watched, and of those that are not but of which something is shown. */
async function behind(cases: readonly Case[], enabled: readonly WatchedSource[], parts: ConsoleParts): Promise<WatchedSource[]> {
  const shown = new Set(cases.map(({ listing }) => listing.source));
  const others = await watchedSources(parts, (source) => !source.enabled && shown.has(source.id));
  return others.map((other, index) => (other.source.enabled ? (enabled[index] ?? other) : other));
}

/** Whether there is something for this person to take from that queue. */
function mayTake(state: CaseState, person: Person): boolean {
  if (state === 'ready') return holdsOneOf(person, ['reviewer']);
  return state === 'second-check' && holdsOneOf(person, ['second-reviewer']);
}
