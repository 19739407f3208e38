/** The queue: strongest first, a page at a time. */

import { type CaseState, caseStates } from '../../../shared/domain/case.ts';
import { TITLE_LIMIT } from '../hostile-text.ts';
import { stateHeading } from '../present.ts';
import type { CaseRow, EmptyQueue, Sight } from '../present-cases.ts';
import { choiceOf, choosingForm } from './bulk-pages.ts';
import { html, type Markup } from './html.ts';
import { type DecidedView, decidedBanner } from './outcome.ts';
import { foreign, foreignTitle, tag, time } from './parts.ts';
import { button } from './work-panel.ts';

export interface CasesView {
  state: CaseState;
  /** What this person decided a moment ago, where the address says so. */
  decided: DecidedView | undefined;
  /** Whether this person takes Cases from this queue. */
  mayTake: boolean;
  rows: CaseRow[];
  sight: Sight;
  /** Said when there are no rows. */
  empty: EmptyQueue;
  /** Address of the next page, where there is one. */
  next: string | undefined;
  /** Set on every page but the first. */
  first: string | undefined;
}

export function casesPage(view: CasesView): Markup {
  const { state, decided, mayTake, rows, sight, empty, next, first } = view;
  // Only what waits for a first person is refused together; nothing is ever confirmed so.
  const mayChoose = mayTake && state === 'ready';
  return html`
  ${decided === undefined ? '' : decidedBanner(decided)}
  <div class="fw-title">
    <h1 class="govuk-heading-l">Cases</h1>
    ${states(state)}
  </div>
  ${mayTake && rows.length > 0 ? takeNext(state) : ''}
  ${rows.length > 0 ? html`${sightLine(sight)}${table(rows, { state, mayChoose })}${mayChoose ? choosingForm() : ''}` : first === undefined ? emptyQueue(empty) : html`<p class="govuk-body">There are no further cases.</p>`}
  ${paging(next, first)}`;
}

function states(current: CaseState): Markup {
  const order: CaseState[] = ['ready', ...caseStates.filter((state) => state !== 'ready')];
  return html`<nav class="fw-states" aria-label="Cases by state"><ul>
    ${order.map((state) => html`<li><a class="govuk-link" href="/cases?state=${state}"${state === current ? html` aria-current="page"` : ''}>${stateHeading(state)}</a></li>`)}
  </ul></nav>`;
}

function takeNext(queue: CaseState): Markup {
  return html`<form class="fw-take-next" method="post" action="/cases/next"><input type="hidden" name="queue" value="${queue}">${button({ text: 'Take the next case', key: 'n', primary: true })}</form>`;
}

function sightLine({ sentence, gaps }: Sight): Markup {
  return html`<p class="govuk-body-s fw-sight">${sentence} <a class="govuk-link" href="/scans">See the scans</a></p>
  ${gaps.length === 0 ? '' : html`<div class="fw-gaps"><h2 class="govuk-heading-s">This queue may be short of cases</h2>${gapList(gaps)}</div>`}`;
}

function gapList(gaps: readonly string[]): Markup {
  return html`<ul class="govuk-list govuk-list--bullet">${gaps.map((gap) => html`<li>${gap}</li>`)}</ul>`;
}

/** Roles are spelled out because narrow screens lay the table out as cards, and a table that is not displayed as one loses its meaning. */
function table(rows: readonly CaseRow[], { state, mayChoose }: { state: CaseState; mayChoose: boolean }): Markup {
  return html`<table class="govuk-table fw-cards" role="table">
    <caption class="govuk-table__caption govuk-visually-hidden">${stateHeading(state)}, strongest first</caption>
    <thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">
      ${['What', 'Where', 'Why', 'When', 'Last scan'].map((name) => html`<th scope="col" role="columnheader" class="govuk-table__header">${name}</th>`)}
    </tr></thead>
    <tbody class="govuk-table__body" role="rowgroup">${rows.map((view) => row(view, mayChoose))}</tbody>
  </table>`;
}

function row(view: CaseRow, mayChoose: boolean): Markup {
  return html`<tr class="govuk-table__row" role="row">
    <th scope="row" role="rowheader" class="govuk-table__header fw-what">
      ${mayChoose ? choiceOf(view.id, view.title) : ''}<a class="govuk-link" href="${view.href}" data-row>${foreignTitle(view.title, TITLE_LIMIT)}</a>
      <span class="fw-under">Record ${view.reference}</span>
    </th>
    <td role="cell" class="govuk-table__cell" data-label="Where">${view.source}</td>
    <td role="cell" class="govuk-table__cell fw-why" data-label="Why">
      <span class="fw-strength">${tag(view.strength)} <span class="fw-estimate">estimate ${view.estimate}</span></span>
      <span class="fw-why__kind">${view.why}</span>
      ${view.cautions.map((caution) => html`<span class="fw-caution-line">${caution}</span>`)}
      ${view.because === '' ? '' : html`<span class="fw-under">${foreign(view.because, 300)}</span>`}
    </td>
    <td role="cell" class="govuk-table__cell" data-label="When">${view.age}<span class="fw-under">${time(view.opened)}</span></td>
    <td role="cell" class="govuk-table__cell" data-label="Last scan">${tag(view.health)}</td>
  </tr>`;
}

function emptyQueue({ heading, sight, next }: EmptyQueue): Markup {
  return html`<div class="fw-empty">
    <h2 class="govuk-heading-m">${heading}</h2>
    <p class="govuk-body">${sight.sentence} <a class="govuk-link" href="/scans">See the scans</a></p>
    ${sight.gaps.length === 0 ? '' : html`<p class="govuk-body">That is not the same as nothing being offered:</p>${gapList(sight.gaps)}`}
    <h3 class="govuk-heading-s">What you can do</h3>
    <ul class="govuk-list fw-next">${next.map(({ text, command }) => html`<li>${text}${command === undefined ? '' : html` <code class="fw-command">${command}</code>`}</li>`)}</ul>
  </div>`;
}

function paging(next: string | undefined, first: string | undefined): Markup {
  if (next === undefined && first === undefined) return html``;
  return html`<nav class="govuk-pagination" aria-label="Further cases">
    ${first === undefined ? '' : html`<div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="${first}">${arrow('m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z', 'prev')}<span class="govuk-pagination__link-title">Back to the strongest</span></a></div>`}
    ${next === undefined ? '' : html`<div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="${next}" rel="next"><span class="govuk-pagination__link-title">Next<span class="govuk-visually-hidden"> cases</span></span>${arrow('m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z', 'next')}</a></div>`}
  </nav>`;
}

/** The arrows of GOV.UK Frontend's pagination. */
function arrow(path: string, side: 'prev' | 'next'): Markup {
  return html`<svg class="govuk-pagination__icon govuk-pagination__icon--${side}" viewBox="0 0 15 13" width="15" height="13" aria-hidden="true" focusable="false"><path d="${path}"></path></svg>`;
}
