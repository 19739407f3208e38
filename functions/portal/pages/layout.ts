/** The frame of every page of the portal. It names the force's tool and the platform, and leads nowhere but to the platform's own pages. */

import { showableLine } from '../../../shared/pages/hostile-text.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import type { Assets } from '../assets.ts';

export interface Page {
  title: string;
  /** Where the platform's list of notices is; absent where nobody is known. */
  home?: string;
  back?: { href: string; text: string };
  content: Markup;
}

export function layout({ title, home, back, content }: Page, assets: Assets): Markup {
  return html`<!doctype html>
<html lang="en-GB" class="govuk-template">
<head>
  <meta charset="utf-8">
  <title>${showableLine(title, 120).text} – Fencewatch notices</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="robots" content="noindex, nofollow">
  <link rel="icon" href="data:,">
  <link rel="stylesheet" href="${assets.govuk.path}">
  <link rel="stylesheet" href="${assets.portal.path}">
</head>
<body class="govuk-template__body">
  <a href="#main-content" class="govuk-skip-link">Skip to main content</a>
  <header class="fw-header">
    <div class="govuk-width-container fw-header__inner">
      ${home === undefined ? html`<span class="fw-header__name">Fencewatch notices</span>` : html`<a class="fw-header__name" href="${home}">Fencewatch notices</a>`}
    </div>
  </header>
  ${home === undefined ? '' : warning()}
  <div class="govuk-width-container">
    ${back === undefined ? '' : html`<nav aria-label="Way back"><a class="govuk-back-link" href="${back.href}">${back.text}</a></nav>`}
    <main class="govuk-main-wrapper fw-main" id="main-content" tabindex="-1">${content}</main>
  </div>
  <footer class="fw-footer">
    <div class="govuk-width-container"><p>What is opened and answered here is kept on record. Times are in UTC.</p></div>
  </footer>
</body>
</html>`;
}

function warning(): Markup {
  return html`<section class="fw-banner" aria-label="Who can read this">
    <div class="govuk-width-container"><p>Whoever has the address of this page can read your notices and answer them. Keep it within your team.</p></div>
  </section>`;
}
