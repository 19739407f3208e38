/**
 * The few files that the pages need, served under /assets by the hash of their content, so that browsers may keep them for a year.
 *
 * They are read once, at cold start, from beside the code: our own from `assets/`, GOV.UK Frontend's stylesheet from the npm package. A bundle for
 * Lambda carries no files by itself, so the bundling step must copy two things next to `index.mjs`, and this very code then finds them:
 * `functions/console/assets/` to `assets/`, and of `node_modules/govuk-frontend` its `package.json` and `dist/govuk/govuk-frontend.min.css` under the
 * same path. (esbuild's text loader was the other way; plain Node, which runs these sources on one machine, cannot import a stylesheet.)
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

interface Asset {
  /** `/assets/console.5d41402a.css`: changes with the content. */
  path: string;
  contentType: string;
  body: string;
}

type AssetName = 'govuk' | 'console' | 'script' | 'icon';
export type Assets = Record<AssetName, Asset>;

/** In the order in which they apply: what is for narrow screens and for paper overrules the rest. */
const stylesheets = [
  'scheme',
  'frame',
  'words',
  'queue',
  'forms',
  'case',
  'work',
  'finds',
  'reasons',
  'timeline',
  'scans',
  'figures',
  'narrow',
  'print',
] as const;

const scripts = ['console', 'keyboard'] as const;

export function loadAssets(): Assets {
  return {
    govuk: asset('govuk.css', 'text/css; charset=utf-8', withoutGovernmentTypeface(govukStylesheet())),
    console: asset('console.css', 'text/css; charset=utf-8', stylesheets.map((name) => ownFile(`styles/${name}.css`)).join('\n')),
    script: asset('console.js', 'text/javascript; charset=utf-8', scripts.map((name) => ownFile(`${name}.js`)).join('\n')),
    icon: asset('icon.svg', 'image/svg+xml', ownFile('icon.svg')),
  };
}

/**
 * GDS Transport is licensed for gov.uk alone (it says so in the stylesheet), and this service is not on gov.uk: the stylesheet loses the
 * typeface's files and names the system's own typeface instead.
 */
export function withoutGovernmentTypeface(stylesheet: string): string {
  return stylesheet
    .replace(/\/\*! Copyright[^*]*\*\/(?=@font-face)/, '')
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll('GDS Transport,arial,sans-serif', 'var(--fw-typeface)');
}

function asset(name: string, contentType: string, body: string): Asset {
  const [stem, extension] = name.split('.');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 8);
  return { path: `/assets/${stem}.${hash}.${extension}`, contentType, body };
}

function ownFile(name: string): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
}

function govukStylesheet(): string {
  return readFileSync(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css'), 'utf8');
}
