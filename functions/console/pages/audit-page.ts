/** The audit log for an auditor: asked by person, by subject and by period, newest first. Questions go in the body of a form, never into an address. */

import { dayField, errorSummary, type Fault, hiddenFields, selectField, textField } from '../../../shared/pages/fields.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, tag, time } from '../../../shared/pages/pieces.ts';
import type { AuditForm } from '../audit-question.ts';
import type { AuditRowView, SealView } from '../present-audit.ts';

export interface AuditView {
  form: AuditForm;
  faults: readonly Fault[];
  rows: readonly AuditRowView[];
  /** Where the next page begins, where there is one. */
  next: string | undefined;
  /** Not the first page. */
  onward: boolean;
  seal: SealView | undefined;
}

const kinds = [
  '',
  'case',
  'notice',
  'platform',
  'record',
  'listing',
  'queue',
  'person',
  'page',
  'audit',
  'survey',
  'batch',
  'search',
  'check-client',
];

export function auditPage({ form, faults, rows, next, onward, seal }: AuditView): Markup {
  return html`${errorSummary(faults)}
  <h1 class="govuk-heading-l">Audit</h1>
  <p class="govuk-body-s fw-sight">${seal === undefined ? 'No day is sealed yet.' : html`${seal.sentence} <code class="fw-fingerprint">${seal.fingerprint}</code>`}</p>
  ${question(form, faults)}
  ${faults.length > 0 ? '' : rows.length === 0 ? html`<p class="govuk-body">${next === undefined ? 'There are no such rows.' : 'None so far; older rows were not looked at yet.'}</p>` : table(rows)}
  ${paging(form, next, onward)}`;
}

function question(form: AuditForm, faults: readonly Fault[]): Markup {
  const field = (name: keyof AuditForm, label: string) => ({ name, label, value: form[name], faults });
  return html`<form class="fw-filters" method="post" action="/audit" novalidate>
    ${textField({ ...field('actor', 'Person or function'), hint: 'The id, such as ama-osei' })}
    ${selectField({ ...field('kind', 'Acted on'), options: kinds.map((value) => ({ value, text: value || 'anything' })) })}
    ${textField(field('id', 'with the id'))}
    ${selectField({
      ...field('outcome', 'Outcome'),
      options: [
        { value: '', text: 'any' },
        { value: 'refused', text: 'refused attempts only' },
      ],
    })}
    ${dayField(field('from', 'First day'))}
    ${dayField(field('to', 'Last day'))}
    <div class="fw-filters__buttons">
      <button class="govuk-button" type="submit">Show</button>
      <button class="govuk-button govuk-button--secondary" type="submit" formaction="/audit/export" name="format" value="jsonl">Export JSON Lines</button>
      <button class="govuk-button govuk-button--secondary" type="submit" formaction="/audit/export" name="format" value="csv">Export CSV</button>
    </div>
  </form>`;
}

function table(rows: readonly AuditRowView[]): Markup {
  return html`<table class="govuk-table fw-cards" role="table">
    <caption class="govuk-table__caption govuk-visually-hidden">Rows of the audit log, newest first</caption>
    <thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">
      ${['When', 'Who', 'What', 'On', 'Outcome'].map((name) => html`<th scope="col" role="columnheader" class="govuk-table__header">${name}</th>`)}
    </tr></thead>
    <tbody class="govuk-table__body" role="rowgroup">${rows.map(row)}</tbody>
  </table>`;
}

function row(view: AuditRowView): Markup {
  return html`<tr class="govuk-table__row" role="row">
    <td role="cell" class="govuk-table__cell fw-narrow" data-label="When">${time(view.at)}</td>
    <td role="cell" class="govuk-table__cell fw-narrow" data-label="Who">${view.who}${view.actor === '' ? '' : html`<span class="fw-under">${view.actor}</span>`}</td>
    <td role="cell" class="govuk-table__cell" data-label="What">${view.act}${view.detail === '' ? '' : html`<span class="fw-under">${foreign(view.detail, 300)}</span>`}</td>
    <td role="cell" class="govuk-table__cell" data-label="On">${view.kind}<span class="fw-under">${foreign(view.id, 200)}</span></td>
    <td role="cell" class="govuk-table__cell" data-label="Outcome">${tag(view.outcome)}</td>
  </tr>`;
}

function paging(form: AuditForm, next: string | undefined, onward: boolean): Markup {
  if (next === undefined && !onward) return html``;
  return html`<div class="fw-paging">
    ${onward ? html`<form method="post" action="/audit">${hiddenFields(form)}<button class="govuk-button govuk-button--secondary" type="submit">Back to the newest</button></form>` : ''}
    ${next === undefined ? '' : html`<form method="post" action="/audit">${hiddenFields({ ...form, after: next })}<button class="govuk-button govuk-button--secondary" type="submit">Older rows</button></form>`}
  </div>`;
}
