/** Puts a page into the frame that every page has, with the name of whoever reads it and what waits for a person. */

import { holdsOneOf } from '../../shared/domain/person.ts';
import { type ConsoleContext, caseReaders } from './access.ts';
import { layout, type Page } from './pages/layout.ts';
import type { ConsoleParts } from './parts.ts';

type FrameParts = Pick<ConsoleParts, 'assets' | 'access' | 'escalations'>;

/** More is a number that nobody reads. */
const mostCounted = 99;

export async function print(
  context: ConsoleContext,
  parts: FrameParts,
  page: Page,
  status: 200 | 401 | 403 | 404 | 409 | 422 | 500 = 200,
): Promise<Response> {
  const { assets, access } = parts;
  const frame = { assets, person: context.get('person'), banner: access.banner, waiting: await waitingFor(context, parts) };
  return context.html(layout(page, frame), status);
}

/** A count that cannot be had is left out: the page that says why must not fail of it. */
async function waitingFor(context: ConsoleContext, { escalations }: FrameParts): Promise<Record<string, string>> {
  const person = context.get('person');
  if (person === undefined || !holdsOneOf(person, caseReaders)) return {};
  const count = await escalations.countOpen(person.team, mostCounted + 1).catch(() => 0);
  return count === 0 ? {} : { '/escalations': count > mostCounted ? `${mostCounted}+` : `${count}` };
}
