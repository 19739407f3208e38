/** Every device number read from the listing, with the places it was read from: also the ones that no visitor of the page would see. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign } from '../../../shared/pages/pieces.ts';
import type { Find, Place } from '../finds.ts';
import { knowledgeTag } from './parts.ts';

export function findsTable(finds: readonly Find[]): Markup {
  return html`<section class="fw-plain" aria-labelledby="finds">
    <h2 class="govuk-heading-m" id="finds">Device numbers on the listing ${knowledgeTag('observed')}</h2>
    ${finds.length === 0 ? html`<p class="govuk-body">None was read from this listing.</p>` : table(finds)}
  </section>`;
}

function table(finds: readonly Find[]): Markup {
  return html`<table class="govuk-table fw-cards" role="table">
    <caption class="govuk-table__caption govuk-visually-hidden">Device numbers read from the listing</caption>
    <thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">
      ${['Number', 'Read from', 'Read right'].map((name) => html`<th scope="col" role="columnheader" class="govuk-table__header">${name}</th>`)}
    </tr></thead>
    <tbody class="govuk-table__body" role="rowgroup">${finds.map(row)}</tbody>
  </table>`;
}

function row(find: Find): Markup {
  return html`<tr class="govuk-table__row" role="row" id="find-${find.number}">
    <th scope="row" role="rowheader" class="govuk-table__header fw-find-number">
      <span class="fw-find__number">${find.number}</span> <code class="fw-number${find.agrees ? ' fw-number--agrees' : ''}">${find.value}</code>
      <span class="fw-under">${find.kind} ${standing(find)}</span>
    </th>
    <td role="cell" class="govuk-table__cell" data-label="Read from">${find.places.map(place)}${find.notes.map((note) => html`<span class="fw-under">${note}</span>`)}</td>
    <td role="cell" class="govuk-table__cell fw-narrow" data-label="Read right">${find.sure}</td>
  </tr>`;
}

function standing({ agrees, restedOn }: Find): Markup | string {
  if (agrees) return html`<span class="fw-agrees">also in the record</span>`;
  return restedOn ? html`<span class="fw-agrees">the match rests on this</span>` : '';
}

function place({ raw, where, unseen }: Place): Markup {
  return html`<span class="fw-place"><q class="fw-raw">${foreign(raw, 200)}</q> ${where}${unseen ? html` <span class="fw-unseen">not in the text above</span>` : ''}</span>`;
}
