/** A page that says one thing: not found, not allowed, not working. */

import { html, type Markup } from '../../../shared/pages/html.ts';

export interface Message {
  heading: string;
  sentence: string;
}

export function messagePage({ heading, sentence }: Message): Markup {
  return html`<h1 class="govuk-heading-l">${heading}</h1>
  <p class="govuk-body">${sentence}</p>
  <p class="govuk-body"><a class="govuk-link" href="/">Go to the first page</a></p>`;
}
