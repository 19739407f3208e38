/** Every decision that was made on a pair, and what else is known about its two sides. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, foreignTitle, tag, time } from '../../../shared/pages/pieces.ts';
import type { AlongsideView } from '../present-alongside.ts';
import type { DecisionView } from '../present-work.ts';

export function decisionsList(decisions: readonly DecisionView[]): Markup {
  if (decisions.length === 0) return html`<p class="govuk-body">Nobody has decided on this pair yet.</p>`;
  return html`<ol class="govuk-list fw-decisions">${decisions.map(
    ({
      at,
      by,
      what,
      note,
      takenBack,
    }) => html`<li><strong>${what}</strong>${takenBack ? html` <span class="fw-taken-back">taken back</span>` : ''}
      <span class="fw-under">${by}, ${time(at)}</span>${note === '' ? '' : html`<span class="fw-note">${foreign(note, 1000)}</span>`}</li>`,
  )}</ol>`;
}

export function alongsideList({ ofListing, ofRecord, more }: AlongsideView): Markup {
  if (ofListing.length + ofRecord.length === 0) return html`<p class="govuk-body">No other case is about this listing or this record.</p>`;
  return html`${part('About this listing', ofListing)}${part('About this record', ofRecord)}
    ${more ? html`<p class="govuk-body-s">There are more: search for the record or the listing.</p>` : ''}`;
}

function part(heading: string, entries: AlongsideView['ofListing']): Markup {
  if (entries.length === 0) return html``;
  return html`<h3 class="govuk-heading-s">${heading}</h3><ul class="govuk-list">${entries.map(
    ({ href, title, beside, state }) =>
      html`<li>${tag(state)} <a class="govuk-link" href="${href}">${foreignTitle(title, 80)}</a><span class="fw-under">${beside}</span></li>`,
  )}</ul>`;
}
