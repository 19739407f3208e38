/** The frame of every page: head, banner, navigation, footer. GOV.UK Frontend's parts without its crown, its name and its typeface. */

import type { Person } from '../../../shared/domain/person.ts';
import { showableLine } from '../../../shared/pages/hostile-text.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { SIGN_OUT_PATH } from '../access.ts';
import type { Assets } from '../assets.ts';
import { navigationFor } from '../navigation.ts';

export interface Frame {
  assets: Assets;
  /** Who reads this; absent when nobody is signed in. */
  person: Person | undefined;
  /** Who can reach this console. */
  banner: string;
  /** How much waits under an entry of the navigation, by its address: `3`, `99+`. */
  waiting?: Readonly<Record<string, string>>;
}

export interface Page {
  /** For the browser's window; may hold a stranger's text. */
  title: string;
  /** The entry of the navigation that the page belongs to. */
  under?: '/cases' | '/escalations' | '/victims' | '/checks' | '/scans' | '/desk' | '/quality' | '/audit';
  /** A way back, above the main content. */
  back?: { href: string; text: string };
  content: Markup;
}

export function layout(page: Page, { assets, person, banner, waiting = {} }: Frame): Markup {
  return html`<!doctype html>
<html lang="en-GB" class="govuk-template">
<head>
  <meta charset="utf-8">
  <title>${showableLine(page.title, 120).text} – Fencewatch</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <link rel="icon" href="${assets.icon.path}" type="image/svg+xml">
  <link rel="stylesheet" href="${assets.govuk.path}">
  <link rel="stylesheet" href="${assets.console.path}">
  <script src="${assets.script.path}" defer></script>
</head>
<body class="govuk-template__body">
  <a href="#main-content" class="govuk-skip-link">Skip to main content</a>
  <header class="fw-header">
    <div class="govuk-width-container fw-header__inner">
      <a class="fw-header__name" href="/">${mark()}Fencewatch</a>
      ${person === undefined ? '' : reader(person, { under: page.under, waiting })}
    </div>
  </header>
  <section class="fw-banner" aria-label="Who can read this">
    <div class="govuk-width-container"><p>${banner}</p></div>
  </section>
  <div class="govuk-width-container">
    ${page.back === undefined ? '' : html`<nav aria-label="Way back"><a class="govuk-back-link" href="${page.back.href}">${page.back.text}</a></nav>`}
    <main class="govuk-main-wrapper fw-main" id="main-content" tabindex="-1">${page.content}</main>
  </div>
  <footer class="fw-footer">
    <div class="govuk-width-container">
      <p>A machine found these, and a person decides. Every case that is opened leaves a row in the audit log. Times are in UTC.</p>
    </div>
  </footer>
</body>
</html>`;
}

function reader(person: Person, { under, waiting }: { under: Page['under']; waiting: NonNullable<Frame['waiting']> }): Markup {
  return html`<nav class="fw-header__navigation" aria-label="Pages">
        <ul>${navigationFor(person).map((entry) => navigationEntry(entry, { isCurrent: entry.href === under, waiting: waiting[entry.href] }))}</ul>
      </nav>
      <form class="fw-header__reader" method="post" action="${SIGN_OUT_PATH}">
        <span><strong>${showableLine(person.name, 60).text}</strong>, team ${showableLine(person.team, 40).text}</span>
        <button class="fw-header__sign-out" type="submit">Sign out</button>
      </form>`;
}

function navigationEntry(
  { href, text }: ReturnType<typeof navigationFor>[number],
  { isCurrent, waiting }: { isCurrent: boolean; waiting: string | undefined },
): Markup {
  const current = isCurrent ? html` aria-current="page"` : '';
  const count =
    waiting === undefined ? '' : html` <span class="fw-header__count">${waiting}<span class="govuk-visually-hidden"> wait</span></span>`;
  return html`<li><a href="${href}"${current}>${text}${count}</a></li>`;
}

/** A handset behind the bars of a fence. */
function mark(): Markup {
  return html`<svg class="fw-header__mark" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false">
    <rect x="7" y="2" width="10" height="20" rx="2" fill="none" stroke="currentColor" stroke-width="1.8"></rect>
    <path d="M2 8h20M2 16h20" stroke="currentColor" stroke-width="1.8" fill="none"></path>
  </svg>`;
}
