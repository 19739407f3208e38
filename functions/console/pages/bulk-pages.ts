/** Refusing Cases together: what would be refused, and what came of it. */

import type { RefusalReason } from '../../../shared/domain/refusal.ts';
import { refusalReasons } from '../../../shared/domain/refusal.ts';
import { counted } from '../../../shared/pages/format.ts';
import { TITLE_LIMIT } from '../../../shared/pages/hostile-text.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, foreignTitle } from '../../../shared/pages/pieces.ts';
import type { OutcomesView, PreviewRow } from '../present-bulk.ts';
import { codeWords } from '../work-words.ts';
import { button } from './work-panel.ts';

/** The form that the checkboxes of the queue belong to. */
const CHOOSING_FORM = 'refuse-many';

export function choosingForm(): Markup {
  return html`<form class="fw-filters" id="${CHOOSING_FORM}" method="post" action="/cases/refuse-many/preview">
    <div class="govuk-form-group"><label class="govuk-label" for="reason">Refuse the chosen cases as</label>
      <select class="govuk-select" id="reason" name="reason">${refusalReasons.map((reason) => html`<option value="${reason}">${codeWords(reason).words}</option>`)}</select></div>
    <div class="govuk-form-group"><label class="govuk-label" for="note">Note for all of them</label>
      <input class="govuk-input" id="note" name="note" maxlength="1000" autocomplete="off"></div>
    ${button({ text: 'Preview', key: 'p' })}
  </form>`;
}

export function choiceOf(id: string, title: string): Markup {
  return html`<div class="govuk-checkboxes govuk-checkboxes--small fw-choice"><div class="govuk-checkboxes__item">
    <input class="govuk-checkboxes__input" type="checkbox" id="choose-${id}" name="id" value="${id}" form="${CHOOSING_FORM}">
    <label class="govuk-label govuk-checkboxes__label" for="choose-${id}"><span class="govuk-visually-hidden">Choose ${foreignTitle(title, 80)}</span></label>
  </div></div>`;
}

export interface BulkPreviewView {
  reason: RefusalReason;
  words: string;
  note: string;
  rows: PreviewRow[];
}

export function bulkPreviewPage({ reason, words, note, rows }: BulkPreviewView): Markup {
  const ready = rows.filter(({ value }) => value !== undefined);
  return html`<h1 class="govuk-heading-l">Refuse ${counted(ready.length, 'case')} as “${words}”?</h1>
  <p class="govuk-body">Look at each once more: what speaks for it is what you overrule. Everything can be taken back for a minute.</p>
  ${note === '' ? '' : html`<p class="govuk-body">Note: <span class="fw-note">${foreign(note, 1000)}</span></p>`}
  <ul class="govuk-list fw-preview">${rows.map(preview)}</ul>
  ${
    ready.length === 0
      ? ''
      : html`<form method="post" action="/cases/refuse-many">
    <input type="hidden" name="reason" value="${reason}"><input type="hidden" name="note" value="${note}">
    ${ready.map(({ value }) => html`<input type="hidden" name="case" value="${value}">`)}
    ${button({ text: `Refuse ${counted(ready.length, 'case')}`, key: 'y', primary: true })}
  </form>`
  }`;
}

function preview({ value, href, title, reference, why, estimate, speaksFor, cautions, hindrance }: PreviewRow): Markup {
  return html`<li class="fw-preview__case${value === undefined ? ' fw-preview__case--not' : ''}">
    <a class="govuk-link" href="${href}">${foreignTitle(title, TITLE_LIMIT)}</a>
    <span class="fw-under">Record ${reference}. ${why}, estimate ${estimate}</span>
    ${hindrance === '' ? '' : html`<strong class="fw-caution-line">Stays as it is: ${hindrance}</strong>`}
    ${cautions.map((caution) => html`<span class="fw-caution-line">${caution}</span>`)}
    <ul class="govuk-list govuk-list--bullet fw-under">${speaksFor.map((sentence) => html`<li>${foreign(sentence, 300)}</li>`)}</ul>
  </li>`;
}

export function bulkOutcomePage({
  what,
  done,
  notDone,
  until,
  mayTakeBack,
}: OutcomesView & { what: string; mayTakeBack: boolean }): Markup {
  return html`<h1 class="govuk-heading-l">${what}: ${counted(done.length, 'case')}</h1>
  ${
    mayTakeBack && done.length > 0
      ? html`<p class="govuk-body">It takes effect from ${until} on.</p>
  <form method="post" action="/cases/take-back-many">${done.map(({ id }) => html`<input type="hidden" name="id" value="${id}">`)}${button({ text: 'Take all of them back', key: 'u' })}</form>`
      : ''
  }
  ${
    notDone.length === 0
      ? ''
      : html`<div class="fw-gaps"><h2 class="govuk-heading-s">${counted(notDone.length, 'case')} stayed as they were</h2>
    <ul class="govuk-list govuk-list--bullet">${notDone.map(({ href, title, why }) => html`<li><a class="govuk-link" href="${href}">${foreignTitle(title, 80)}</a>: ${why}</li>`)}</ul></div>`
  }
  ${done.length === 0 ? '' : html`<ul class="govuk-list fw-preview">${done.map(({ href, title }) => html`<li><a class="govuk-link" href="${href}">${foreignTitle(title, 80)}</a></li>`)}</ul>`}
  <p class="govuk-body"><a class="govuk-link" href="/cases" aria-keyshortcuts="b">Back to the cases</a></p>`;
}
