/** The queue: strongest first, a page at a time. */

import type { CaseState } from '../../../shared/domain/case.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { stateHeading } from '../present.ts';
import type { CaseRow, EmptyQueue, Sight } from '../present-cases.ts';
import { asking, type QueueQuestion, statesInOrder } from '../queue-question.ts';
import { choosingForm } from './bulk-pages.ts';
import { caseTable } from './case-table.ts';
import { filterForm, searchForm, type View, viewLinks } from './filters.ts';
import { type DecidedView, decidedBanner } from './outcome.ts';
import { button } from './work-panel.ts';

export interface CasesView {
  question: QueueQuestion;
  /** More is asked than a state. */
  filtered: boolean;
  sources: readonly { id: string; name: string }[];
  /** What this person keeps. */
  views: readonly View[];
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
  const { question, filtered, decided, mayTake, rows, sight, empty, next, first } = view;
  const { state } = question;
  // Only what waits for a first person is refused together; nothing is ever confirmed so.
  const mayChoose = mayTake && state === 'ready';
  return html`
  ${decided === undefined ? '' : decidedBanner(decided)}
  <div class="fw-title">
    <h1 class="govuk-heading-l">Cases</h1>
    ${states(question)}
  </div>
  <div class="fw-ask">
    ${mayTake && !filtered && rows.length > 0 ? takeNext(state) : ''}
    ${searchForm('')}
  </div>
  ${filterForm(question, view.sources, filtered)}
  ${viewLinks(view.views)}
  ${rows.length > 0 ? html`${sightLine(sight)}${caseTable(rows, { caption: `${stateHeading(state)}, strongest first`, mayChoose })}${mayChoose ? choosingForm() : ''}` : filtered ? noneAnswer(next) : first === undefined ? emptyQueue(empty) : html`<p class="govuk-body">There are no further cases.</p>`}
  ${paging(next, first)}`;
}

function states(question: QueueQuestion): Markup {
  return html`<nav class="fw-states" aria-label="Cases by state"><ul>
    ${statesInOrder.map((state) => html`<li><a class="govuk-link" href="${asking(question, { state })}"${state === question.state ? html` aria-current="page"` : ''}>${stateHeading(state)}</a></li>`)}
  </ul></nav>`;
}

/** A long queue is looked through a part at a time. */
function noneAnswer(next: string | undefined): Markup {
  return html`<p class="govuk-body">${next === undefined ? 'No case here answers the filter.' : 'None of the strongest 16,000 answers the filter; go on to look through the next.'}</p>`;
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

function emptyQueue({ heading, sight, next }: EmptyQueue): Markup {
  return html`<div class="fw-empty">
    <h2 class="govuk-heading-m">${heading}</h2>
    <p class="govuk-body">${sight.sentence} <a class="govuk-link" href="/scans">See the scans</a></p>
    ${sight.gaps.length === 0 ? '' : html`<p class="govuk-body">That is not the same as nothing being offered:</p>${gapList(sight.gaps)}`}
    ${
      next.length === 0
        ? ''
        : html`<h3 class="govuk-heading-s">What you can do</h3>
    <ul class="govuk-list fw-next">${next.map(({ text, command }) => html`<li>${text}${command === undefined ? '' : html` <code class="fw-command">${command}</code>`}</li>`)}</ul>`
    }
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
