/** What the console answers to each request: fetch, leave the audit row, present, print. */

import type { Context } from 'hono';
import { type CaseState, caseStates } from '../../shared/domain/case.ts';
import { casePage } from './pages/case-page.ts';
import { casesPage } from './pages/cases-page.ts';
import { layout, type Page } from './pages/layout.ts';
import { messagePage } from './pages/message-page.ts';
import { scansPage } from './pages/scans-page.ts';
import type { ConsoleParts } from './parts.ts';
import { stateHeading } from './present.ts';
import { presentCase } from './present-case.ts';
import { caseRow, emptyQueue, sightOf, type WatchedSource } from './present-cases.ts';
import { sourceView, unwatched } from './present-scans.ts';
import { heldWith } from './refuse-case.ts';

export type Answer = (context: Context, parts: ConsoleParts) => Promise<Response> | Response;

const CASES_ON_A_PAGE = 25;
const SCANS_SHOWN = 5;
/** Ids and cursors come out of addresses, which anyone may edit. */
const LONGEST_ID = 200;
const LONGEST_CURSOR = 2000;

export function toCases(context: Context): Response {
  return context.redirect('/cases', 302);
}

export async function showCases(context: Context, parts: ConsoleParts): Promise<Response> {
  const state = stateAsked(context.req.query('state'));
  const after = context.req.query('after')?.slice(0, LONGEST_CURSOR);
  await leaveRow(context, parts, { act: 'queue-viewed', subject: { kind: 'queue', id: `${parts.team}/${state}` }, outcome: 'done' });
  const { cases, cursor } = await parts.cases.queue({
    team: parts.team,
    state,
    limit: CASES_ON_A_PAGE,
    ...(after !== undefined && { cursor: after }),
  });
  const shownSources = new Set(cases.map(({ listing }) => listing.source));
  const watched = await withScans(parts, ({ id, enabled }) => enabled || shownSources.has(id));
  const here = `/cases?state=${state}`;
  const content = casesPage({
    state,
    rows: cases.map((item) => caseRow(item, watched, parts.now())),
    sight: sightOf(watched),
    empty: emptyQueue(state, watched),
    next: cursor === undefined ? undefined : `${here}&after=${encodeURIComponent(cursor)}`,
    first: after === undefined ? undefined : here,
  });
  return print(context, parts, { title: `Cases, ${stateHeading(state).toLowerCase()}`, under: '/cases', content });
}

export async function showCase(context: Context, parts: ConsoleParts): Promise<Response> {
  const id = context.req.param('id')?.slice(0, LONGEST_ID) ?? '';
  const item = await parts.cases.get(id);
  const ours = item?.team === parts.team;
  // The row comes before the page: what is not on record is not shown.
  await leaveRow(context, parts, { act: 'case-viewed', subject: { kind: 'case', id }, outcome: ours ? 'done' : 'refused' });
  if (item === undefined || !ours) return notFound(context, parts);
  const [listing, revisions, record, scans, held] = await Promise.all([
    parts.listings.get(item.listing),
    parts.listings.revisions(item.listing),
    parts.records.get(item.match.recordReference),
    parts.scans.recent(item.listing.source, SCANS_SHOWN),
    item.floodOf === undefined ? [] : heldWith(item, parts),
  ]);
  const source = parts.sources.find(({ id: sourceId }) => sourceId === item.listing.source);
  const view = presentCase({ item, listing, revisions, record, source, scans, held: held.length });
  return print(context, parts, {
    title: view.title,
    under: '/cases',
    back: { href: `/cases?state=${item.state}`, text: 'Back to the cases' },
    content: casePage(view),
  });
}

export async function showScans(context: Context, parts: ConsoleParts): Promise<Response> {
  const watched = await withScans(parts, ({ enabled }) => enabled);
  const content = scansPage({
    sources: watched.filter(({ source }) => source.enabled).map((one) => sourceView(one, parts.now())),
    unwatched: watched.filter(({ source }) => !source.enabled).map(unwatched),
    deadLetters: await parts.deadLetters?.(),
  });
  return print(context, parts, { title: 'Scans', under: '/scans', content });
}

/** For machines: answers 200 while the tables can be read, with the health of the last scans, and 503 when they cannot. */
export async function showHealth(context: Context, parts: ConsoleParts): Promise<Response> {
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

export function sendAsset(context: Context, { assets }: ConsoleParts): Response {
  const asset = Object.values(assets).find(({ path }) => path === context.req.path);
  if (asset === undefined) return context.text('Not found', 404);
  return context.body(asset.body, 200, {
    'content-type': asset.contentType,
    // The hash in its name changes with the content, so what a browser holds under this name never goes stale.
    'cache-control': 'public, max-age=31536000, immutable',
  });
}

export function notFound(context: Context, parts: ConsoleParts): Promise<Response> {
  const content = messagePage({
    heading: 'Page not found',
    sentence: 'There is nothing under this address, or it belongs to another team.',
  });
  return print(context, parts, { title: 'Page not found', content }, 404);
}

export function forbidden(context: Context, parts: ConsoleParts): Promise<Response> {
  const content = messagePage({ heading: 'Not for this role', sentence: 'The role you hold does not open this page.' });
  return print(context, parts, { title: 'Not for this role', content }, 403);
}

/** Says nothing of the cause: the report has it, and an error's text may hold what does not belong on a page. */
export function failed(context: Context, parts: ConsoleParts): Promise<Response> {
  const content = messagePage({
    heading: 'This did not work',
    sentence: 'The cause is in the log. Nothing was changed. Try again in a minute.',
  });
  return print(context, parts, { title: 'This did not work', content }, 500);
}

async function print(
  context: Context,
  { assets, team, access }: ConsoleParts,
  page: Page,
  status: 200 | 403 | 404 | 500 = 200,
): Promise<Response> {
  return context.html(layout(page, { assets, team, banner: access.banner }), status);
}

async function leaveRow(
  context: Context,
  { audit, access, now }: ConsoleParts,
  row: Pick<Parameters<ConsoleParts['audit']['append']>[0], 'act' | 'subject' | 'outcome'>,
): Promise<void> {
  await audit.append({ at: now().toISOString(), actor: access.actorOf(context), ...row });
}

/** Every Source; with its scans only where `wanted`, because each costs a query. */
function withScans({ sources, scans }: ConsoleParts, wanted: (source: WatchedSource['source']) => boolean): Promise<WatchedSource[]> {
  return Promise.all(sources.map(async (source) => ({ source, scans: wanted(source) ? await scans.recent(source.id, SCANS_SHOWN) : [] })));
}

function stateAsked(asked: string | undefined): CaseState {
  return caseStates.find((state) => state === asked) ?? 'ready';
}
