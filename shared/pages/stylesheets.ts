/**
 * Files that pages need, served under /assets by the hash of their content, so that browsers may keep them for a year.
 *
 * They are read once, at cold start, from beside the code. A bundle for Lambda carries no files by itself, so the bundling step must copy next to
 * `index.mjs` what infra/page-files.ts names, and this very code then finds it. (esbuild's text loader was the other way; plain Node, which runs these
 * sources on one machine, cannot import a stylesheet.)
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export interface Asset {
  /** `/assets/console.5d41402a.css`: changes with the content. */
  path: string;
  contentType: string;
  body: string;
}

export function asset(name: string, contentType: string, body: string): Asset {
  const [stem, extension] = name.split('.');
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 8);
  return { path: `/assets/${stem}.${hash}.${extension}`, contentType, body };
}

/** GOV.UK Frontend's, from the npm package. */
export function govukStylesheet(): Asset {
  const sheet = readFileSync(createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.css'), 'utf8');
  return asset('govuk.css', 'text/css; charset=utf-8', withoutGovernmentTypeface(sheet));
}

/** Colours, frame and small pieces of all pages, in the order in which they apply; a site's own rules follow. */
export function sharedRules(): string {
  return ['scheme', 'frame', 'words'].map(rulesNamed).join('\n');
}

/** Tables as stacks of cards on narrow screens; among a site's own rules, behind those for wide ones. */
export function cardRules(): string {
  return rulesNamed('cards');
}

/** What the page of public figures has beside them. */
export function figureRules(): string {
  return rulesNamed('figures');
}

function rulesNamed(name: string): string {
  return readFileSync(new URL(`./styles/${name}.css`, import.meta.url), 'utf8');
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
