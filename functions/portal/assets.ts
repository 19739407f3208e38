/** The few files that the portal's pages need: what all pages share (shared/pages/stylesheets.ts) and its own rules, from `assets/` beside the code. */

import { readFileSync } from 'node:fs';
import { type Asset, asset, govukStylesheet, sharedRules } from '../../shared/pages/stylesheets.ts';

export type Assets = Record<'govuk' | 'portal', Asset>;

export function loadAssets(): Assets {
  const own = readFileSync(new URL('./assets/portal.css', import.meta.url), 'utf8');
  return { govuk: govukStylesheet(), portal: asset('portal.css', 'text/css; charset=utf-8', `${sharedRules()}\n${own}`) };
}
