import { type PageFacts, textOf } from './page/page-facts.ts';
import { oneLine } from './page/text.ts';
import { outweighsNotFound, type PageSign, pageSigns, shellCharacters, signsByStatus, wallCharacters } from './page-signs.ts';
import { longestHeading, wallHeadings } from './wall-headings.ts';

/** What stands in the way of believing a page, or undefined when nothing does. */
export interface PageDoubt {
  kind: 'blocked' | 'gone' | 'unknown';
  reason: string;
}

/** Signs in text count only near the top of a page: that is where a wall says what it is. */
const lookedAtCharacters = 20_000;

/** What the status alone says; product rule 2 lets only 404 and 410 say `gone`. */
export function doubtOfStatus(status: number): PageDoubt | undefined {
  const known = signsByStatus[status];
  if (known !== undefined) return { kind: known.kind, reason: known.reason };
  if (status >= 400) return { kind: 'unknown', reason: `HTTP ${status}` };
  return undefined;
}

/** Why a page of status 404 or 410 may not mean that its offer is gone: guards and maintenance answer with these too. */
export function doubtOfNotFound(facts: PageFacts, finalUrl: string): PageDoubt | undefined {
  const doubt = doubtOfHeading(facts)?.kind === 'blocked' ? doubtOfHeading(facts) : doubtOfPage(facts, finalUrl);
  return doubt !== undefined && outweighsNotFound.has(doubt.reason) ? doubt : undefined;
}

/** What the page's title or heading says it is, when that is no listing and no search; speaks louder than prices and offers on the page. */
export function doubtOfHeading(facts: PageFacts): PageDoubt | undefined {
  const headings = [...facts.title.split(/\s[|–—·•»-]\s/), ...facts.headings.map((span) => textOf(facts, span))]
    .map((heading) => oneLine(heading).toLowerCase())
    .filter((heading) => heading !== '' && heading.length <= longestHeading);
  const wall = wallHeadings.find(({ begins }) => headings.some((heading) => begins.test(heading)));
  return wall && { kind: wall.kind, reason: wall.reason };
}

/** Why a page that shows neither a listing nor offers may be so, by the signs in `page-signs.ts`; undefined when none of them is there. */
export function doubtOfPage(facts: PageFacts, finalUrl: string): PageDoubt | undefined {
  const text = oneLine(`${facts.title} ${textOf(facts, { start: 0, end: lookedAtCharacters })}`).toLowerCase();
  const embedded = text.length < wallCharacters ? facts.embedded.join(' ') : '';
  const path = URL.parse(finalUrl)?.pathname ?? '';
  const sign = pageSigns.find((candidate) => shows(candidate, { text, embedded, path }));
  if (sign !== undefined) return { kind: sign.kind, reason: sign.reason };
  if (facts.passwordFields > 0) return { kind: 'unknown', reason: 'asks to log in' };
  if (facts.metas.has('refresh')) return { kind: 'unknown', reason: 'only sends on to another address' };
  if (facts.cut) return { kind: 'unknown', reason: 'nested deeper than any honest page' };
  if (text.length < shellCharacters) return { kind: 'unknown', reason: 'an empty shell' };
  return undefined;
}

function shows(sign: PageSign, page: { text: string; embedded: string; path: string }): boolean {
  return sign.text?.test(page.text) || sign.embedded?.test(page.embedded) || sign.path?.test(page.path) || false;
}
