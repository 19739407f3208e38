/** The page of public figures: a document of its own, that needs no sign-in, no script and no other page; so it can also be a file. */

import { raw } from 'hono/html';
import { figureChart } from './figure-chart.ts';
import { html, type Markup } from './html.ts';
import { time } from './pieces.ts';
import type { FiguresView, FigureView, TimeView } from './present-figures.ts';

/** `styles`: in the file itself, for one that stands alone. */
export type PageStyle = { stylesheets: readonly string[] } | { styles: string };

export interface FiguresPage {
  /** Undefined while nothing was counted. */
  view: FiguresView | undefined;
  /** Pages of other periods. */
  others?: readonly { href: string; text: string }[];
}

export function figuresPage({ view, others = [] }: FiguresPage, style: PageStyle): Markup {
  return html`<!doctype html>
<html lang="en-GB" class="govuk-template">
<head>
  <meta charset="utf-8">
  <title>Figures${view === undefined ? '' : `, ${view.period}`} – Fencewatch</title>
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <link rel="icon" href="data:,">
  ${'styles' in style ? html`<style>${raw(style.styles)}</style>` : style.stylesheets.map((path) => html`<link rel="stylesheet" href="${path}">`)}
</head>
<body class="govuk-template__body">
  <a href="#main-content" class="govuk-skip-link">Skip to main content</a>
  <header class="fw-header"><div class="govuk-width-container fw-header__inner"><span class="fw-header__name">Fencewatch figures</span></div></header>
  <div class="govuk-width-container">
    <main class="govuk-main-wrapper fw-main" id="main-content" tabindex="-1">${view === undefined ? nothingYet() : content(view)}${otherPeriods(others)}</main>
  </div>
  <footer class="fw-footer"><div class="govuk-width-container"><p>Times and days are in UTC.</p></div></footer>
</body>
</html>`;
}

function nothingYet(): Markup {
  return html`<h1 class="govuk-heading-l">Figures</h1>
  <p class="govuk-body">Nothing was counted yet. Figures are rebuilt from the log every day.</p>`;
}

function content({ period, countedAt, isOver, figures, times, suppression }: FiguresView): Markup {
  return html`<h1 class="govuk-heading-l">Figures, ${period}</h1>
  <p class="govuk-body">Fencewatch watches public resale listings for stolen phones; officers decide, and platforms are asked to take listings down.
    Every figure here is counted anew from the log of what was done, by the rule beside it. Counted ${time(countedAt)}.</p>
  ${isOver ? '' : html`<p class="govuk-inset-text">This period is not over: its figures change, and are for the force itself. Who compares two days of them may learn of a single case.</p>`}
  <p class="govuk-body">${suppression} In the pictures a hatched bar is what is not known, and a broken line a number that is not shown.</p>
  ${figures.map(section)}
  <h2 class="govuk-heading-m">How long it took</h2>
  ${times.map(timeSection)}`;
}

function section(figure: FigureView): Markup {
  const { id, heading, total, rows, rule, missing } = figure;
  return html`<section class="fw-public" aria-labelledby="${id}">
    <h2 class="govuk-heading-m" id="${id}">${heading}</h2>
    <p class="govuk-body-l">${total}</p>
    ${rows.length === 0 ? '' : html`<div class="fw-public__numbers">${figureChart(figure)}${table(figure)}</div>`}
    <dl class="fw-public__rule"><dt>How it is counted</dt><dd>${rule}</dd><dt>What is missing</dt><dd>${missing}</dd></dl>
  </section>`;
}

function table({ heading, total, rows }: FigureView): Markup {
  return html`<table class="govuk-table fw-public__table">
    <caption class="govuk-visually-hidden">${heading}, of ${total}</caption>
    <thead><tr><th scope="col" class="govuk-table__header"><span class="govuk-visually-hidden">Bar</span></th><th scope="col" class="govuk-table__header">What</th>
      <th scope="col" class="govuk-table__header">Count</th><th scope="col" class="govuk-table__header">Share</th></tr></thead>
    <tbody>${rows.map(
      ({
        letter,
        label,
        count,
        share,
      }) => html`<tr><td class="govuk-table__cell">${letter}</td><th scope="row" class="govuk-table__header">${label}</th>
      <td class="govuk-table__cell">${count}</td><td class="govuk-table__cell">${share || '–'}</td></tr>`,
    )}</tbody>
  </table>`;
}

function timeSection({ heading, value, rule, missing }: TimeView): Markup {
  return html`<section class="fw-public">
    <h3 class="govuk-heading-s">${heading}</h3>
    <p class="govuk-body-l">${value}</p>
    <dl class="fw-public__rule"><dt>How it is counted</dt><dd>${rule}</dd><dt>What is missing</dt><dd>${missing}</dd></dl>
  </section>`;
}

function otherPeriods(others: readonly { href: string; text: string }[]): Markup | '' {
  if (others.length === 0) return '';
  return html`<h2 class="govuk-heading-m">Other periods</h2>
  <ul class="govuk-list">${others.map(({ href, text }) => html`<li><a class="govuk-link" href="${href}">${text}</a></li>`)}</ul>`;
}
