/** What the console answers to each request: fetch, leave the audit row, present, print. */

import type { Person } from '../../shared/domain/person.ts';
import { type ConsoleContext, SIGN_IN_PATH } from './access.ts';
import { navigationFor } from './navigation.ts';
import { deskPage } from './pages/desk-page.ts';
import { scansPage } from './pages/scans-page.ts';
import type { ConsoleParts } from './parts.ts';
import { presentDesk } from './present-desk.ts';
import { sourceView, unwatched } from './present-scans.ts';
import { print } from './print.ts';
import { nothingToOpen } from './refusals.ts';
import { watchedSources } from './watched-sources.ts';

export type Answer = (context: ConsoleContext, parts: ConsoleParts, person: Person) => Promise<Response> | Response;

/** Far enough to say since when a source is not seen. */
const scansLookedBack = 100;

/** The first page that the person's roles open. */
export function toFirstPage(context: ConsoleContext, parts: ConsoleParts): Promise<Response> | Response {
  const person = context.get('person');
  if (person === undefined) return context.redirect(SIGN_IN_PATH, 302);
  const [first] = navigationFor(person);
  return first === undefined ? nothingToOpen(context, parts) : context.redirect(first.href, 302);
}

export async function showScans(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  const watched = await watchedSources(parts, ({ enabled }) => enabled, scansLookedBack);
  const content = scansPage({
    sources: watched.filter(({ source }) => source.enabled).map((one) => sourceView(one, parts.now())),
    unwatched: watched.filter(({ source }) => !source.enabled).map(unwatched),
    deadLetters: await parts.deadLetters?.(),
  });
  return print(context, parts, { title: 'Scans', under: '/scans', content });
}

/** How the desk stands, as it was last counted. */
export async function showDesk(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const figures = await parts.figures.ofTeam(person.team);
  const names = new Map(parts.sources.map(({ id, name }) => [id, name]));
  const content = deskPage(figures && presentDesk(figures, names, parts.now()));
  return print(context, parts, { title: 'Figures of the desk', under: '/desk', content });
}

/** For machines: answers 200 while the tables can be read, with the health of the last scans, and 503 when they cannot. */
export async function showHealth(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  try {
    const watched = await watchedSources(parts, ({ enabled }) => enabled);
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
