/** Puts a page into the frame that every page has, with the name of whoever reads it. */

import type { ConsoleContext } from './access.ts';
import { layout, type Page } from './pages/layout.ts';
import type { ConsoleParts } from './parts.ts';

export async function print(
  context: ConsoleContext,
  { assets, access }: Pick<ConsoleParts, 'assets' | 'access'>,
  page: Page,
  status: 200 | 401 | 403 | 404 | 409 | 422 | 500 = 200,
): Promise<Response> {
  return context.html(layout(page, { assets, person: context.get('person'), banner: access.banner }), status);
}
