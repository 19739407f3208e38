/** The photos on which numbers were read, each number framed, and larger beside it. Loaded from this console's own evidence, never from the platform. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, time } from '../../../shared/pages/pieces.ts';
import type { Frame, PhotoFindView, PhotoView } from '../present-photos.ts';
import { copyable, knowledgeTag } from './parts.ts';

export function photosSection(photos: readonly PhotoView[]): Markup | '' {
  if (photos.length === 0) return '';
  return html`<section class="fw-plain" aria-labelledby="photos">
    <h2 class="govuk-heading-m" id="photos">Where on its photos ${knowledgeTag('observed')}</h2>
    ${photos.map(figure)}
  </section>`;
}

function figure(photo: PhotoView): Markup {
  return html`<figure class="fw-photo">
    ${photo.src === undefined ? html`<p class="govuk-body fw-photo__absent">${foreign(photo.absent, 300)}</p>` : picture(photo, photo.src)}
    <figcaption class="fw-photo__words">
      <ul class="govuk-list">${photo.finds.map((find) => reading(photo, find))}</ul>
      <details class="govuk-details fw-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">Photo ${photo.number}: from where, and how it was read</span></summary>
        <div class="govuk-details__text">
          <p class="govuk-body-s">Shown at <code dir="ltr">${photo.address}</code>${photo.seen === undefined ? '' : html`, fetched ${time(photo.seen)}`}. SHA-256 of its bytes:</p>
          ${copyable(photo.sha256, 'hash')}
          ${photo.tools === '' ? '' : html`<p class="govuk-body-s">Read with ${photo.tools}.</p>`}
        </div>
      </details>
    </figcaption>
  </figure>`;
}

function picture({ width, height, alt, finds }: PhotoView, src: string): Markup {
  return html`<svg class="fw-photo__picture" viewBox="0 0 ${width} ${height}" role="img" aria-label="${alt}">
    ${image({ width, height }, src)}${finds.map(({ frame }) => outline(frame))}
  </svg>`;
}

function reading({ width, height, src }: PhotoView, { value, source, certainty, around, frame }: PhotoFindView): Markup {
  const larger = html`<svg class="fw-photo__larger" viewBox="${around.x} ${around.y} ${around.width} ${around.height}" aria-hidden="true" focusable="false">${image({ width, height }, src ?? '')}${outline(frame)}</svg>`;
  return html`<li>${src === undefined ? '' : larger}<code class="fw-number">${value}</code> <span class="fw-under">${source}. ${certainty}</span></li>`;
}

/** Stretched to the size in which the boxes are told, whatever size it is kept in. */
function image({ width, height }: Pick<Frame, 'width' | 'height'>, src: string): Markup {
  return html`<image href="${src}" width="${width}" height="${height}" preserveAspectRatio="none"></image>`;
}

/** Dark under light, so that it stands out from any photo. */
function outline({ x, y, width, height }: Frame): Markup {
  const at = html`x="${x}" y="${y}" width="${width}" height="${height}"`;
  return html`<rect class="fw-photo__edge" ${at}></rect><rect class="fw-photo__frame" ${at}></rect>`;
}
