/** The small pieces that pages are made of. All text goes through the escaping tag; nothing here writes markup from a string. */

import { counted, type Moment } from './format.ts';
import { showable, showableLine, type TextPiece } from './hostile-text.ts';
import { html, type Markup } from './html.ts';

/** A word on a coloured ground; the colour repeats what the word says and never says more. */
export interface Label {
  text: string;
  colour: 'green' | 'yellow' | 'orange' | 'red' | 'blue' | 'grey' | 'purple';
}

export function tag(label: Label): Markup {
  return html`<strong class="govuk-tag govuk-tag--${label.colour}">${label.text}</strong>`;
}

export function time(moment: Moment): Markup {
  return moment.iso === '' ? html`${moment.text}` : html`<time datetime="${moment.iso}">${moment.text}</time>`;
}

/** Text written by a stranger, on one line or several: isolated from the text around it, what is invisible in it noted. */
export function foreign(text: string, limit: number): Markup {
  return html`<bdi dir="auto">${showable(text, limit).map(textPiece)}</bdi>`;
}

/** A listing's title on one line, for headings and lists; what was hidden in it is counted behind it. Never empty: it is the text of a link. */
export function foreignTitle(text: string, limit: number): Markup {
  const line = showableLine(text, limit);
  const note = line.hidden === 0 ? '' : html` <span class="fw-hidden">${counted(line.hidden, 'hidden character')} left out</span>`;
  return html`<bdi dir="auto">${line.text || 'Without a title'}${line.cut ? '…' : ''}</bdi>${note}`;
}

export function textPiece(shown: TextPiece): Markup {
  switch (shown.kind) {
    case 'text':
      return html`${shown.text}`;
    case 'hidden':
      return html`<span class="fw-hidden" title="${shown.codes}">hidden${shown.characters > 1 ? ` ×${shown.characters.toLocaleString('en-GB')}` : ''}</span>`;
    case 'cut':
      return html` <span class="fw-cut">${counted(shown.characters, 'more character')} not shown</span>`;
  }
}

export function summaryRow(name: string, value: Markup | string): Markup {
  return html`<div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">${name}</dt>
    <dd class="govuk-summary-list__value">${value}</dd>
  </div>`;
}
