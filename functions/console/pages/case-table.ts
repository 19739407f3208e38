/** Cases one below another. */

import { TITLE_LIMIT } from '../../../shared/pages/hostile-text.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, foreignTitle, tag, time } from '../../../shared/pages/pieces.ts';
import type { CaseRow } from '../present-cases.ts';
import { choiceOf } from './bulk-pages.ts';

/** Roles are spelled out because narrow screens lay the table out as cards, and a table that is not displayed as one loses its meaning. */
export function caseTable(rows: readonly CaseRow[], { caption, mayChoose = false }: { caption: string; mayChoose?: boolean }): Markup {
  return html`<table class="govuk-table fw-cards" role="table">
    <caption class="govuk-table__caption govuk-visually-hidden">${caption}</caption>
    <thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">
      ${['What', 'Where', 'Why', 'When', 'Last scan'].map((name) => html`<th scope="col" role="columnheader" class="govuk-table__header">${name}</th>`)}
    </tr></thead>
    <tbody class="govuk-table__body" role="rowgroup">${rows.map((view) => row(view, mayChoose))}</tbody>
  </table>`;
}

function row(view: CaseRow, mayChoose: boolean): Markup {
  return html`<tr class="govuk-table__row" role="row">
    <th scope="row" role="rowheader" class="govuk-table__header fw-what${mayChoose ? ' fw-what--choosable' : ''}">
      ${mayChoose ? choiceOf(view.id, view.title) : ''}<a class="govuk-link" href="${view.href}" data-row>${foreignTitle(view.title, TITLE_LIMIT)}</a>
      <span class="fw-under">Record ${view.reference}</span>
      ${view.model === '' ? '' : html`<span class="fw-under">${view.model}${view.area === '' ? '' : `, ${view.area}`}</span>`}
      ${view.state === undefined ? '' : html`<span class="fw-under">${view.state}</span>`}
    </th>
    <td role="cell" class="govuk-table__cell" data-label="Where">${view.source}</td>
    <td role="cell" class="govuk-table__cell fw-why" data-label="Why">
      <span class="fw-strength">${tag(view.strength)} <span class="fw-estimate">estimate ${view.estimate}</span></span>
      <span class="fw-why__kind">${view.why}</span>
      ${view.cautions.map((caution) => html`<span class="fw-caution-line">${caution}</span>`)}
      ${view.because === '' ? '' : html`<span class="fw-under">${foreign(view.because, 300)}</span>`}
    </td>
    <td role="cell" class="govuk-table__cell" data-label="When">${view.due === undefined ? '' : html`<span class="fw-due">${tag(view.due)}</span>`}${view.age}<span class="fw-under">${time(view.opened)}</span>${view.hands === '' ? '' : html`<span class="fw-under fw-hands">${view.hands}</span>`}</td>
    <td role="cell" class="govuk-table__cell" data-label="Last scan">${tag(view.health)}</td>
  </tr>`;
}
