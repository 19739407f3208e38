/** What came of the last thing that was done: why not, or that it is done and may be taken back. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreignTitle } from '../../../shared/pages/pieces.ts';
import type { Trouble } from '../work-words.ts';
import { button } from './work-panel.ts';

/** A decision of this person that may still be taken back. */
export interface DecidedView {
  caseId: string;
  title: string;
  what: string;
  /** `14:05:10` */
  until: string;
}

export function troubleSummary({ heading, sentence, field }: Trouble): Markup {
  return html`<div class="govuk-error-summary" role="alert">
    <h2 class="govuk-error-summary__title">${heading}</h2>
    <div class="govuk-error-summary__body">${field === undefined ? html`<p>${sentence}</p>` : html`<ul class="govuk-list govuk-error-summary__list"><li><a href="#${field}">${sentence}</a></li></ul>`}</div>
  </div>`;
}

export function decidedBanner({ caseId, title, what, until }: DecidedView): Markup {
  const path = `/cases/${encodeURIComponent(caseId)}`;
  return html`<section class="govuk-notification-banner govuk-notification-banner--success fw-decided" aria-labelledby="decided" role="region">
    <div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="decided">Decided</h2></div>
    <div class="govuk-notification-banner__content">
      <p class="govuk-notification-banner__heading">${what}: <a class="govuk-notification-banner__link" href="${path}">${foreignTitle(title, 80)}</a></p>
      <p class="govuk-body">It takes effect at ${until}.</p>
      <form method="post" action="${path}/undo">${button({ text: 'Take it back', key: 'u' })}</form>
    </div>
  </section>`;
}
