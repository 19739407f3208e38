/** One capture of a listing, as far as anybody could have seen it. */

import { counted, momentOf } from '../../../shared/pages/format.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, summaryRow, time } from '../../../shared/pages/pieces.ts';
import type { Exhibit, ExhibitPiece } from '../exhibit.ts';

const longestSource = 40_000;

const names: Record<ExhibitPiece['what'], string> = {
  page: 'The page as the server sent it',
  'full-page': 'The page as a browser drew it',
  offer: 'The offer as a browser drew it',
};

export function exhibitPage({ ref, manifestSha256, isEdition, capturedAt, pieces, photos }: Exhibit, path: string): Markup {
  return html`<h1 class="govuk-heading-l">Evidence ${ref}</h1>
  <p class="govuk-body">Every byte that is kept is the byte that was captured: the hashes below are those that were noted then.</p>
  <dl class="govuk-summary-list fw-list">
    ${summaryRow('Captured', time(momentOf(capturedAt)))}
    ${summaryRow('Manifest', html`<a class="govuk-link" href="${path}/manifest.json" download>manifest.json</a><span class="fw-under">SHA-256 <code>${manifestSha256}</code></span>`)}
  </dl>
  ${isEdition ? html`<p class="govuk-body">The manifest that you can download is an edition for you: the numbers in it are masked, and <code>editionOf</code> names the SHA-256 of the one that we keep.</p>` : ''}
  ${photos === 0 ? '' : html`<p class="govuk-body">The manifest names ${counted(photos, 'photo')} of your own as well, each with its hash.</p>`}
  ${pieces.map((piece, index) => section(piece, `${path}/${index + 1}`))}`;
}

function section({ what, capturedAt, sha256, text }: ExhibitPiece, href: string): Markup {
  return html`<section class="fw-notice-listing" aria-label="${names[what]}">
    <h2 class="govuk-heading-m">${names[what]}</h2>
    <dl class="govuk-summary-list fw-list">
      ${summaryRow('Captured', time(momentOf(capturedAt)))}
      ${summaryRow('SHA-256', html`<code>${sha256}</code>`)}
      ${summaryRow('Bytes', html`<a class="govuk-link" href="${href}" download>Download</a>`)}
    </dl>
    ${text === undefined ? html`<img class="fw-drawing" src="${href}" alt="${names[what]}">` : source(text)}
  </section>`;
}

function source(text: string): Markup {
  return html`<pre class="fw-captured" tabindex="0" role="region" aria-label="Source of the captured page">${foreign(text, longestSource)}</pre>`;
}
