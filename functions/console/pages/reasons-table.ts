/** The reasons for and against: a table whose last column draws the waterfall, so that each bar stands beside its words and its number. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign } from '../../../shared/pages/pieces.ts';
import type { CaseView, ReasonView } from '../present-case.ts';
import type { WaterfallBar } from '../waterfall.ts';
import { knowledgeTag } from './parts.ts';

export function reasonsTable({ reasons, waterfall, bits, estimate }: CaseView): Markup {
  return html`<section class="fw-plain" aria-labelledby="reasons">
    <h2 class="govuk-heading-m" id="reasons">Reasons for and against ${knowledgeTag('inferred')}</h2>
    <p class="govuk-body-s fw-hint">One bit more doubles the odds. Each bar begins where the one above it ends; the line marks even odds.</p>
    <table class="govuk-table fw-reasons">
      <caption class="govuk-table__caption govuk-visually-hidden">Reasons for and against, in bits that add up to the total</caption>
      <thead class="govuk-table__head"><tr class="govuk-table__row">
        <th scope="col" class="govuk-table__header">Reason</th>
        <th scope="col" class="govuk-table__header govuk-table__header--numeric">Bits</th>
        <th scope="col" class="govuk-table__header fw-chart-head"><span class="fw-swatch fw-swatch--against"></span> Against <span class="fw-swatch fw-swatch--for"></span> For</th>
      </tr></thead>
      <tbody class="govuk-table__body">
        ${reasons.map((reason, index) => reasonRow(reason, waterfall.bars[index], waterfall.zero))}
        <tr class="govuk-table__row fw-total">
          <th scope="row" class="govuk-table__header">Total <span class="fw-under">estimate ${estimate}</span></th>
          <td class="govuk-table__cell govuk-table__cell--numeric">${bits}</td>
          <td class="govuk-table__cell fw-chart">${chart(waterfall.total, waterfall.zero)}</td>
        </tr>
      </tbody>
    </table>
  </section>`;
}

function reasonRow(reason: ReasonView, bar: WaterfallBar | undefined, zero: number): Markup {
  return html`<tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header"><span class="fw-field">${reason.field}</span> <span class="fw-sentence">${foreign(reason.sentence, 500)}</span>${sides(reason)}</th>
    <td class="govuk-table__cell govuk-table__cell--numeric">${reason.bits}</td>
    <td class="govuk-table__cell fw-chart">${bar === undefined ? '' : chart(bar, zero)}</td>
  </tr>`;
}

function sides({ listingSays, recordSays }: ReasonView): Markup {
  if (listingSays === '' && recordSays === '') return html``;
  const nothing = 'nothing';
  return html`<span class="fw-under">Listing: ${listingSays === '' ? nothing : foreign(listingSays, 120)} · Record: ${recordSays === '' ? nothing : foreign(recordSays, 120)}</span>`;
}

/** Places in per cent of the cell, heights in pixels: the bar keeps its thickness in a row of any height. The number beside it says the same. */
function chart({ from, width, end, speaks }: WaterfallBar, zero: number): Markup {
  return html`<svg class="fw-bar" width="100%" height="100%" aria-hidden="true" focusable="false">
    <line class="fw-bar__zero" x1="${zero}%" x2="${zero}%" y1="0" y2="100%"></line>
    <rect class="fw-bar__${speaks}" x="${from}%" width="${width}%" y="12" height="18"></rect>
    ${speaks === 'total' ? '' : html`<line class="fw-bar__joint" x1="${end}%" x2="${end}%" y1="30" y2="100%"></line>`}
  </svg>`;
}
