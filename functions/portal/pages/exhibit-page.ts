/** One capture of a listing, as far as anybody could have seen it. */

import { identifierKindWords } from '../../../shared/domain/notice/code-words.ts';
import { counted, momentOf } from '../../../shared/pages/format.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, summaryRow, time } from '../../../shared/pages/pieces.ts';
import type { Exhibit, ExhibitPiece } from '../exhibit.ts';
import { captureNames } from './capture-names.ts';

const longestSource = 40_000;

const names: Record<ExhibitPiece['what'], string> = {
  page: 'The page as the server sent it',
  'full-page': 'The page as a browser drew it',
  offer: 'The offer as a browser drew it',
  rendition: 'A photo of the listing with the number framed',
};

export function exhibitPage({ ref, kind, manifestSha256, isEdition, capturedAt, pieces, photos }: Exhibit, path: string): Markup {
  return html`<span class="govuk-caption-l">Evidence ${ref}</span>
  <h1 class="govuk-heading-l">${captureNames[kind]}</h1>
  <p class="govuk-body">Every byte that is kept is the byte that was captured: the hashes below are those that were noted then.</p>
  <dl class="govuk-summary-list fw-list">
    ${summaryRow('Captured', time(momentOf(capturedAt)))}
    ${summaryRow('Manifest', html`<a class="govuk-link" href="${path}/manifest.json" download>manifest.json</a><span class="fw-under">SHA-256 <code>${manifestSha256}</code></span>`)}
  </dl>
  ${isEdition ? html`<p class="govuk-body">The manifest that you can download is an edition for you: the numbers in it are masked, and <code>editionOf</code> names the SHA-256 of the one that we keep.</p>` : ''}
  ${photos === 0 ? '' : html`<p class="govuk-body">The manifest names ${counted(photos, 'photo')} of your own as well, each with its hash.</p>`}
  ${pieces.map((piece, index) => section(piece, `${path}/${index + 1}`))}`;
}

function section({ what, capturedAt, sha256, text, reading }: ExhibitPiece, href: string): Markup {
  return html`<section class="fw-notice-listing" aria-label="${names[what]}">
    <h2 class="govuk-heading-m">${names[what]}</h2>
    <dl class="govuk-summary-list fw-list">
      ${summaryRow('Captured', time(momentOf(capturedAt)))}
      ${summaryRow('SHA-256', html`<code>${sha256}</code>`)}
      ${summaryRow('Bytes', html`<a class="govuk-link" href="${href}" download>Download</a>`)}
    </dl>
    ${text === undefined ? drawing(what, href, reading) : source(text)}
  </section>`;
}

/** The boxes are of the photo as it was read; the picture fills the same points. */
function drawing(what: ExhibitPiece['what'], href: string, reading: ExhibitPiece['reading']): Markup {
  if (reading === undefined) return html`<img class="fw-drawing" src="${href}" alt="${names[what]}">`;
  const { width, height, finds } = reading;
  const line = Math.max(2, Math.round(Math.max(width, height) / 200));
  return html`<ul class="govuk-list govuk-list--bullet">${finds.map(({ kind, value, source: from }) => html`<li>${identifierKindWords(kind ?? 'imei')} <code>${value}</code>, read from ${from === 'barcode' ? 'a barcode' : 'writing'}</li>`)}</ul>
  <svg class="fw-drawing" viewBox="0 0 ${width} ${height}" role="img" aria-label="${names[what]}">
    <image href="${href}" width="${width}" height="${height}" preserveAspectRatio="none"></image>
    ${finds.map(({ box }) => html`<rect x="${box.x}" y="${box.y}" width="${box.width}" height="${box.height}" fill="none" stroke="#d4351c" stroke-width="${line}"></rect>`)}
  </svg>`;
}

function source(text: string): Markup {
  return html`<pre class="fw-captured" tabindex="0" role="region" aria-label="Source of the captured page">${foreign(text, longestSource)}</pre>`;
}
