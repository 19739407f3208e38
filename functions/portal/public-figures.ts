/** The page of public figures, beside the portal: for whoever asks, without a link and without a row, since it is about nobody. */

import type { Context } from 'hono';
import { figuresPage } from '../../shared/pages/figures-page.ts';
import { presentFigures } from '../../shared/pages/present-figures.ts';
import type { PortalParts } from './parts.ts';
import { notHere } from './print.ts';

/** `/figures` shows the newest period, `/figures/2026-07-01` the one that began then. */
export async function showFigures(context: Context, parts: PortalParts): Promise<Response> {
  const kept = await parts.figures.all();
  const asked = context.req.param('from');
  const chosen = asked === undefined ? kept[0] : kept.find(({ period }) => period.from === asked);
  if (asked !== undefined && chosen === undefined) return notHere(context, parts);
  const others = kept
    .filter((each) => each !== chosen)
    .map((each) => ({ href: `/figures/${each.period.from}`, text: presentFigures(each).period }));
  const { govuk, figures } = parts.assets;
  const page = figuresPage({ view: chosen && presentFigures(chosen), others }, { stylesheets: [govuk.path, figures.path] });
  return context.html(page, 200, { 'cache-control': 'public, max-age=300' });
}
