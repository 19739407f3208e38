/** The tag that every page is written with. */

import { html as escaping } from 'hono/html';
import { withoutUnseen } from './hostile-text.ts';

export type Markup = ReturnType<typeof escaping>;

/**
 * Hono's escaping tag, which also takes invisible characters out of every text put into it: whatever a page prints by whatever way it came,
 * a stranger's text can neither become markup nor turn the words around it. Where the reader should know that something was taken out,
 * `foreign` and its kin in parts.ts say so.
 */
export function html(strings: TemplateStringsArray, ...values: unknown[]): Markup {
  return escaping(strings, ...values.map(seen));
}

/** Markup arrives as a String object or a promise of one and stays as it is; a bare text is a primitive. */
function seen(value: unknown): unknown {
  if (typeof value === 'string') return withoutUnseen(value);
  return Array.isArray(value) ? value.map(seen) : value;
}
