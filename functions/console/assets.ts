/** The few files that the console's pages need: what all pages share (shared/pages/stylesheets.ts) and, from `assets/` beside the code, its own. */

import { readFileSync } from 'node:fs';
import { type Asset, asset, cardRules, govukStylesheet, sharedRules } from '../../shared/pages/stylesheets.ts';

type AssetName = 'govuk' | 'console' | 'script' | 'icon';
export type Assets = Record<AssetName, Asset>;

/** In the order in which they apply; what is for narrow screens and for paper overrules the rest. */
const stylesheets = [
  'queue',
  'forms',
  'case',
  'work',
  'finds',
  'photos',
  'reasons',
  'timeline',
  'scans',
  'figures',
  'escalations',
] as const;
const overruling = ['narrow', 'print'] as const;

const scripts = ['console', 'keyboard'] as const;

export function loadAssets(): Assets {
  const own = (name: string) => ownFile(`styles/${name}.css`);
  const rules = [sharedRules(), ...stylesheets.map(own), cardRules(), ...overruling.map(own)];
  return {
    govuk: govukStylesheet(),
    console: asset('console.css', 'text/css; charset=utf-8', rules.join('\n')),
    script: asset('console.js', 'text/javascript; charset=utf-8', scripts.map((name) => ownFile(`${name}.js`)).join('\n')),
    icon: asset('icon.svg', 'image/svg+xml', ownFile('icon.svg')),
  };
}

function ownFile(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
}
