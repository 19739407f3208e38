/** What the console answers to each request: fetch, leave the audit row, present, print. */

import { type CaseState, caseStates } from '../../shared/domain/case.ts';
import { holdsOneOf, type Person } from '../../shared/domain/person.ts';
import { type ConsoleContext, SIGN_IN_PATH } from './access.ts';
import { decidedView } from './decided.ts';
import { leaveRow } from './leave-row.ts';
import { navigationFor } from './navigation.ts';
import { casesPage } from './pages/cases-page.ts';
import { scansPage } from './pages/scans-page.ts';
import type { ConsoleParts } from './parts.ts';
import { stateHeading } from './present.ts';
import { caseRow, emptyQueue, sightOf, type WatchedSource } from './present-cases.ts';
import { sourceView, unwatched } from './present-scans.ts';
import { print } from './print.ts';
import { nothingToOpen } from './refusals.ts';

export type Answer = (context: ConsoleContext, parts: ConsoleParts, person: Person) => Promise<Response> | Response;

const CASES_ON_A_PAGE = 25;
const SCANS_SHOWN = 5;
/** Far enough to say since when a source is not seen. */
const scansLookedBack = 100;
/** Cursors come out of addresses, which anyone may edit. */
const LONGEST_CURSOR = 2000;

/** The first page that the person's roles open. */
export function toFirstPage(context: ConsoleContext, parts: ConsoleParts): Promise<Response> | Response {
  const person = context.get('person');
  if (person === undefined) return context.redirect(SIGN_IN_PATH, 302);
  const [first] = navigationFor(person);
  return first === undefined ? nothingToOpen(context, parts) : context.redirect(first.href, 302);
}

export async function showCases(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const state = stateAsked(context.req.query('state'));
  const after = context.req.query('after')?.slice(0, LONGEST_CURSOR);
  await leaveRow(parts, person, { act: 'queue-viewed', subject: { kind: 'queue', id: `${person.team}/${state}` }, outcome: 'done' });
  const { cases, cursor } = await parts.cases.queue({
    team: person.team,
    state,
    limit: CASES_ON_A_PAGE,
    ...(after !== undefined && { cursor: after }),
  });
  const shownSources = new Set(cases.map(({ listing }) => listing.source));
  const watched = await withScans(parts, ({ id, enabled }) => enabled || shownSources.has(id));
  const here = `/cases?state=${state}`;
  const content = casesPage({
    state,
    decided: await decidedView(context, parts, person),
    mayTake: mayTake(state, person),
    rows: cases.map((item) => caseRow(item, watched, parts.now())),
    sight: sightOf(watched),
    empty: emptyQueue(state, watched),
    next: cursor === undefined ? undefined : `${here}&after=${encodeURIComponent(cursor)}`,
    first: after === undefined ? undefined : here,
  });
  return print(context, parts, { title: `Cases, ${stateHeading(state).toLowerCase()}`, under: '/cases', content });
}

export async function showScans(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  const watched = await withScans(parts, ({ enabled }) => enabled, scansLookedBack);
  const content = scansPage({
    sources: watched.filter(({ source }) => source.enabled).map((one) => sourceView(one, parts.now())),
    unwatched: watched.filter(({ source }) => !source.enabled).map(unwatched),
    deadLetters: await parts.deadLetters?.(),
  });
  return print(context, parts, { title: 'Scans', under: '/scans', content });
}

/** For machines: answers 200 while the tables can be read, with the health of the last scans, and 503 when they cannot. */
export async function showHealth(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  try {
    const watched = await withScans(parts, ({ enabled }) => enabled);
    const sources = watched
      .filter(({ source }) => source.enabled)
      .map(({ source, scans }) => ({
        source: source.id,
        lastScanHealth: scans.find(({ health }) => health !== undefined)?.health ?? null,
      }));
    return context.json({ status: 'ok', sources });
  } catch (error) {
    parts.report(error);
    return context.json({ status: 'unavailable' }, 503);
  }
}

export function sendAsset(context: ConsoleContext, { assets }: ConsoleParts): Response {
  const asset = Object.values(assets).find(({ path }) => path === context.req.path);
  if (asset === undefined) return context.text('Not found', 404);
  return context.body(asset.body, 200, {
    'content-type': asset.contentType,
    // The hash in its name changes with the content, so what a browser holds under this name never goes stale.
    'cache-control': 'public, max-age=31536000, immutable',
  });
}

/** Every Source; with its scans only where `wanted`, because each costs a query. */
function withScans(
  { sources, scans }: ConsoleParts,
  wanted: (source: WatchedSource['source']) => boolean,
  limit = SCANS_SHOWN,
): Promise<WatchedSource[]> {
  return Promise.all(sources.map(async (source) => ({ source, scans: wanted(source) ? await scans.recent(source.id, limit) : [] })));
}

function stateAsked(asked: string | undefined): CaseState {
  return caseStates.find((state) => state === asked) ?? 'ready';
}

/** Whether there is something for this person to take from that queue. */
function mayTake(state: CaseState, person: Person): boolean {
  if (state === 'ready') return holdsOneOf(person, ['reviewer']);
  return state === 'second-check' && holdsOneOf(person, ['second-reviewer']);
}
