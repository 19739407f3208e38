import type { Context } from 'hono';
import { layout, type Page } from './pages/layout.ts';
import { messagePage, nothingHere } from './pages/message-page.ts';
import type { PortalParts } from './parts.ts';
import { problem } from './problem.ts';

export async function print(
  context: Context,
  { assets }: Pick<PortalParts, 'assets'>,
  page: Page,
  status: 200 | 404 | 409 | 422 | 500 = 200,
): Promise<Response> {
  return context.html(layout(page, assets), status);
}

/** For whatever reason there is nothing: the same words and the same status. */
export function notHere(context: Context, parts: Pick<PortalParts, 'assets'>): Promise<Response> | Response {
  if (isForPrograms(context)) return problem(context, { status: 404, title: nothingHere.heading, detail: nothingHere.sentence });
  return print(context, parts, { title: nothingHere.heading, content: messagePage(nothingHere) }, 404);
}

/** Says nothing of the cause: the report has it. */
export function failed(context: Context, parts: Pick<PortalParts, 'assets'>): Promise<Response> | Response {
  const heading = 'This did not work';
  const sentence =
    'Please try again in a minute. What you answered before is kept; what you just sent may not be, and sending it again does no harm.';
  if (isForPrograms(context)) return problem(context, { status: 500, title: heading, detail: sentence });
  return print(context, parts, { title: heading, content: messagePage({ heading, sentence }) }, 500);
}

/** By the path, so that a link that opens nothing answers in the same form as one that does. */
function isForPrograms(context: Context): boolean {
  return context.req.path.endsWith('/answers');
}
