import { html, type Markup } from '../../../shared/pages/html.ts';

export interface Message {
  heading: string;
  sentence: string;
}

/** One sentence for a link that is forged, cut short or has run out and for a notice that is not there: whoever asks learns nothing of which it was. */
export const nothingHere: Message = {
  heading: 'There is nothing at this address',
  sentence:
    'The link may be incomplete or may have run out, or what it names is not yours. Every notice that we send carries a new link; or write to the officer named in the notice.',
};

export function messagePage({ heading, sentence }: Message): Markup {
  return html`<h1 class="govuk-heading-l">${heading}</h1>
  <p class="govuk-body">${sentence}</p>`;
}
