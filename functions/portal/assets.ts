/** The few files that the portal's pages need: what all pages share (shared/pages/stylesheets.ts) and its own rules, from `assets/` beside the code. */

import { readFileSync } from 'node:fs';
import { type Asset, asset, figureRules, govukStylesheet, sharedRules } from '../../shared/pages/stylesheets.ts';

export type Assets = Record<'govuk' | 'portal' | 'figures', Asset>;

export function loadAssets(): Assets {
  const own = readFileSync(new URL('./assets/portal.css', import.meta.url), 'utf8');
  const sheet = (name: string, rules: string) => asset(name, 'text/css; charset=utf-8', `${sharedRules()}\n${rules}`);
  return { govuk: govukStylesheet(), portal: sheet('portal.css', own), figures: sheet('figures.css', figureRules()) };
}
