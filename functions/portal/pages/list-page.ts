/** A platform's own notices, newest first. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { tag, time } from '../../../shared/pages/pieces.ts';
import type { ListView, RowView } from '../present-list.ts';
import { takenBackWords } from './taken-back-words.ts';

export function listPage({ rows, more, isFirst }: ListView): Markup {
  return html`<h1 class="govuk-heading-l">Notices to you</h1>
  ${rows.length === 0 ? html`<p class="govuk-body">${isFirst ? 'No notice was sent to you yet.' : 'There are no older ones.'}</p>` : table(rows)}
  ${more === undefined ? '' : html`<p class="govuk-body"><a class="govuk-link" href="${more}">Older notices</a></p>`}`;
}

function table(rows: readonly RowView[]): Markup {
  return html`<table class="govuk-table fw-cards">
    <caption class="govuk-visually-hidden">Notices, newest first</caption>
    <thead><tr>${['Notice', 'Sent', 'Answer by', 'Answered'].map((name) => html`<th scope="col" class="govuk-table__header">${name}</th>`)}</tr></thead>
    <tbody>${rows.map(row)}</tbody>
  </table>`;
}

function row({ href, what, listings, sent, respondBy, answered, takenBack }: RowView): Markup {
  return html`<tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header"><a class="govuk-link" href="${href}">${what}</a><span class="fw-under">${listings}</span>${takenBack.map((each) => html`<span class="fw-under">${takenBackWords(each)}</span>`)}</th>
    <td class="govuk-table__cell" data-label="Sent"><span>${time(sent)}</span></td>
    <td class="govuk-table__cell" data-label="Answer by"><span>${time(respondBy)}</span></td>
    <td class="govuk-table__cell" data-label="Answered"><span>${tag(answered)}</span></td>
  </tr>`;
}
