/** The forms around the queue: search, filters, and the questions that a person keeps. */

import { hiddenFields, selectField, textField } from '../../../shared/pages/fields.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { healths, type QueueQuestion, queryOf } from '../queue-question.ts';

export interface View {
  name: string;
  query: string;
  isThis: boolean;
}

export function searchForm(text: string): Markup {
  return html`<form class="fw-search" method="post" action="/cases/search" role="search">
    <label class="govuk-label" for="q">Device number, record, listing or seller</label>
    <div class="fw-search__row">
      <input class="govuk-input" id="q" name="q" type="text" value="${text}" autocomplete="off" spellcheck="false">
      <button class="govuk-button govuk-button--secondary" type="submit">Search</button>
    </div>
  </form>`;
}

const evidenceOptions = [
  { value: '', text: 'any' },
  { value: 'imei', text: 'whole number' },
  { value: 'partial-imei', text: 'part of a number' },
  { value: 'description', text: 'description alone' },
];
const healthWords: Record<(typeof healths)[number], string> = {
  healthy: 'healthy',
  degraded: 'degraded',
  blocked: 'blocked',
  blind: 'blind',
  none: 'no scan finished',
};

/** Folded away until somebody filters: most look at the whole queue. */
export function filterForm(question: QueueQuestion, sources: readonly { id: string; name: string }[], filtered: boolean): Markup {
  const field = (name: Exclude<keyof QueueQuestion, 'state'>, label: string) => ({ name, label, value: question[name], faults: [] });
  return html`<details class="govuk-details fw-filter"${filtered ? html` open` : ''}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Filter</span></summary>
    <form class="fw-filters" method="get" action="/cases">
      ${hiddenFields({ state: question.state })}
      ${selectField({ ...field('source', 'Source'), options: [{ value: '', text: 'any' }, ...sources.map(({ id, name }) => ({ value: id, text: name }))] })}
      ${selectField({ ...field('evidence', 'Evidence'), options: evidenceOptions })}
      ${textField(field('model', 'Model, as in the list'))}
      ${textField(field('area', 'Area of the theft, as in the list'))}
      ${selectField({ ...field('health', 'Last scan'), options: [{ value: '', text: 'any' }, ...healths.map((value) => ({ value, text: healthWords[value] }))] })}
      <div class="fw-filters__buttons"><button class="govuk-button" type="submit">Filter</button>
      ${filtered ? html`<a class="govuk-link fw-clear" href="/cases?state=${question.state}">Show all</a>` : ''}</div>
    </form>
    ${filtered ? keepForm(question) : ''}
  </details>`;
}

function keepForm(question: QueueQuestion): Markup {
  return html`<form class="fw-filters" method="post" action="/cases/views">
    ${hiddenFields({ query: queryOf(question) })}
    ${textField({ name: 'name', label: 'Keep this view under a name', value: '', faults: [] })}
    <div class="fw-filters__buttons"><button class="govuk-button govuk-button--secondary" type="submit">Keep</button></div>
  </form>`;
}

export function viewLinks(views: readonly View[]): Markup {
  if (views.length === 0) return html``;
  return html`<nav class="fw-states" aria-label="Your views"><ul>${views.map(
    ({
      name,
      query,
      isThis,
    }) => html`<li><a class="govuk-link" href="/cases?${query}"${isThis ? html` aria-current="page"` : ''}>${name}</a>
      <form class="fw-inline" method="post" action="/cases/views">${hiddenFields({ name, query, remove: 'yes' })}<button class="fw-forget" type="submit" title="Forget this view">×<span class="govuk-visually-hidden"> Forget the view ${name}</span></button></form></li>`,
  )}</ul></nav>`;
}
