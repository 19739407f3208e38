/** The few files that the portal's pages need: what all pages share (shared/pages/stylesheets.ts) and its own rules, from `assets/` beside the code. */

import { readFileSync } from 'node:fs';
import { type Asset, asset, cardRules, figureRules, govukStylesheet, sharedRules } from '../../shared/pages/stylesheets.ts';

export type Assets = Record<'govuk' | 'portal' | 'figures', Asset>;

export function loadAssets(): Assets {
  const own = readFileSync(new URL('./assets/portal.css', import.meta.url), 'utf8');
  const sheet = (name: string, rules: readonly string[]) => asset(name, 'text/css; charset=utf-8', [sharedRules(), ...rules].join('\n'));
  return { govuk: govukStylesheet(), portal: sheet('portal.css', [cardRules(), own]), figures: sheet('figures.css', [figureRules()]) };
}
