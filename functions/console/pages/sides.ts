/** The two sides of a Case: what the platform showed, and what was reported. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, summaryRow, tag, time } from '../../../shared/pages/pieces.ts';
import type { CaseView } from '../present-case.ts';
import type { ListingView, RecordView } from '../present-sides.ts';
import { copyable, foreignMarked, knowledgeTag } from './parts.ts';

export function listingSide(view: CaseView): Markup {
  return html`<section class="fw-side fw-side--observed" aria-labelledby="listing">
    <h2 class="govuk-heading-m" id="listing">The listing ${knowledgeTag('observed')}</h2>
    ${view.listing === undefined ? html`<p class="govuk-body">What the listing said is no longer held.</p>` : listing(view.listing, view.sourceName)}
    <h3 class="govuk-heading-s">Address</h3>
    <p class="govuk-body-s fw-hint">Shown as text so that the platform does not see an officer arrive.</p>
    ${copyable(view.listingAddress, 'address')}
  </section>`;
}

function listing(shown: ListingView, sourceName: string): Markup {
  return html`<p class="fw-listing-title">${foreignMarked(shown.title, shown.titleCut)}</p>
    <p class="fw-price">${foreign(shown.price, 60)} ${tag(shown.liveness)}</p>
    <div class="fw-description" tabindex="0" role="region" aria-label="Description on the listing">${foreignMarked(shown.description, shown.descriptionCut)}</div>
    <dl class="govuk-summary-list fw-list">
      ${summaryRow('Platform', html`${sourceName}, item ${foreign(shown.itemId, 100)}`)}
      ${shown.facts.map(({ name, value }) => summaryRow(name, foreign(value, 200)))}
      ${shown.seller === '' ? '' : summaryRow('Seller', foreign(shown.seller, 200))}
      ${shown.location === '' ? '' : summaryRow('Place', foreign(shown.location, 200))}
      ${shown.posted === undefined ? '' : summaryRow('Offered', time(shown.posted))}
      ${summaryRow('Read', html`${time(shown.read)}, revision ${shown.revision}${shown.newerRevision === undefined ? '' : html` <span class="fw-under">The listing has changed since: revision ${shown.newerRevision} is the newest.</span>`}`)}
      ${summaryRow('Photos', photos(shown.images))}
    </dl>`;
}

function photos(addresses: readonly string[]): Markup {
  if (addresses.length === 0) return html`None`;
  return html`${addresses.length}, not loaded here
    <details class="govuk-details fw-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Addresses of the photos</span></summary>
      <ul class="govuk-details__text fw-addresses">${addresses.map((address) => html`<li><code dir="ltr">${address}</code></li>`)}</ul>
    </details>`;
}

export function recordSide(view: CaseView): Markup {
  return html`<section class="fw-side fw-side--reported" aria-labelledby="record">
    <h2 class="govuk-heading-m" id="record">The stolen record ${knowledgeTag('reported')}</h2>
    ${view.record === undefined ? html`<p class="govuk-body">No record with the reference ${view.reference} is held.</p>` : record(view.record, view.reference)}
  </section>`;
}

function record({ grade, status, facts, identifiers }: RecordView, reference: string): Markup {
  return html`<p class="fw-listing-title">${reference}</p>
    <p class="fw-price">${tag(status)} ${tag(grade)}</p>
    <dl class="govuk-summary-list fw-list">
      ${identifiers.map(({ kind, value, agrees }) => summaryRow(kind, html`<code class="fw-number${agrees ? ' fw-number--agrees' : ''}">${value}</code>${agrees ? html` <span class="fw-agrees">also on the listing</span>` : ''}`))}
      ${facts.map(({ name, value }) => summaryRow(name, foreign(value, 2000)))}
    </dl>`;
}
