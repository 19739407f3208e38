/** Photos of the listing that other listings show too, side by side. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, tag } from '../../../shared/pages/pieces.ts';
import type { SamePhotoView } from '../present-same-photos.ts';
import { knowledgeTag } from './parts.ts';

export function samePhotosSection(photos: readonly SamePhotoView[]): Markup | '' {
  if (photos.length === 0) return '';
  return html`<section class="fw-plain" aria-labelledby="same-photos">
    <h2 class="govuk-heading-m" id="same-photos">The same photo elsewhere ${knowledgeTag('inferred')}</h2>
    <p class="govuk-body-s fw-hint">Told by what photos look like, also cropped, framed or mirrored. A photo that was taken from another seller looks the same.</p>
    ${photos.map(
      ({ own, isStock, elsewhere }) => html`<div class="fw-same-photo">
      ${picture(own)}
      ${isStock ? html`<p class="govuk-body">Many sellers use this picture, so it says nothing of this listing.</p>` : ''}
      ${elsewhere.map(({ photo, words, liveness }) => html`<div class="fw-same-photo__other">${picture(photo)}<p class="govuk-body-s">${foreign(words, 300)} ${tag(liveness)}</p></div>`)}
    </div>`,
    )}
  </section>`;
}

function picture({ src, alt }: SamePhotoView['own']): Markup {
  return html`<svg class="fw-same-photo__picture" viewBox="0 0 100 100" role="img" aria-label="${alt}"><image href="${src}" width="100" height="100"></image></svg>`;
}
