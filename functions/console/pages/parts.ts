/** The small pieces that every page is made of. All text goes through the escaping tag; nothing here writes markup from a string. */

import { counted, type Moment } from '../format.ts';
import type { MarkedSegment } from '../highlight.ts';
import { showable, showableLine, type TextPiece } from '../hostile-text.ts';
import type { Label } from '../present.ts';
import type { Knowledge } from '../timeline.ts';
import { html, type Markup } from './html.ts';

export function tag(label: Label): Markup {
  return html`<strong class="govuk-tag govuk-tag--${label.colour}">${label.text}</strong>`;
}

export function time(moment: Moment): Markup {
  return moment.iso === '' ? html`${moment.text}` : html`<time datetime="${moment.iso}">${moment.text}</time>`;
}

/** Text written by a stranger, on one line or several: isolated from the text around it, what is invisible in it noted. */
export function foreign(text: string, limit: number): Markup {
  return html`<bdi dir="auto">${showable(text, limit).map(piece)}</bdi>`;
}

/** A listing's title on one line, for headings and lists; what was hidden in it is counted behind it. Never empty: it is the text of a link. */
export function foreignTitle(text: string, limit: number): Markup {
  const line = showableLine(text, limit);
  const note = line.hidden === 0 ? '' : html` <span class="fw-hidden">${counted(line.hidden, 'hidden character')} left out</span>`;
  return html`<bdi dir="auto">${line.text || 'Without a title'}${line.cut ? '…' : ''}</bdi>${note}`;
}

/** The same with the finds highlighted; `cut` counts the characters left away at its end. */
export function foreignMarked(segments: readonly MarkedSegment[], cut: number): Markup {
  return html`<bdi dir="auto">${segments.map(segment)}${cut > 0 ? piece({ kind: 'cut', characters: cut }) : ''}</bdi>`;
}

function segment({ text, find }: MarkedSegment): Markup {
  const shown = showable(text, text.length).map(piece);
  if (find === undefined) return html`${shown}`;
  return html`<mark class="fw-find">${shown}<a class="fw-find__number" href="#find-${find}"><span class="govuk-visually-hidden">find </span>${find}</a></mark>`;
}

function piece(shown: TextPiece): Markup {
  switch (shown.kind) {
    case 'text':
      return html`${shown.text}`;
    case 'hidden':
      return html`<span class="fw-hidden" title="${shown.codes}">hidden${shown.characters > 1 ? ` ×${shown.characters.toLocaleString('en-GB')}` : ''}</span>`;
    case 'cut':
      return html` <span class="fw-cut">${counted(shown.characters, 'more character')} not shown</span>`;
  }
}

const knowledgeWords: Record<Knowledge, { word: string; meaning: string }> = {
  observed: { word: 'Observed', meaning: 'seen on the platform' },
  reported: { word: 'Reported', meaning: 'told to the force, in the stolen record' },
  inferred: { word: 'Inferred', meaning: 'worked out by Fencewatch, for a person to check' },
  decided: { word: 'Decided', meaning: 'concluded by a named person' },
};

/** How a statement is known: a word with a shape of its own, never colour alone. */
export function knowledgeTag(knowledge: Knowledge): Markup {
  return html`<span class="fw-known fw-known--${knowledge}">${knowledgeWords[knowledge].word}</span>`;
}

export function knowledgeKey(): Markup {
  const kinds: Knowledge[] = ['observed', 'reported', 'inferred'];
  return html`<ul class="fw-key" aria-label="How each statement is known">
    ${kinds.map((kind) => html`<li>${knowledgeTag(kind)} ${knowledgeWords[kind].meaning}</li>`)}
  </ul>`;
}

/** Text to be copied by hand or, where scripts run, with a button. Never a link: a link would tell the platform who looks. */
export function copyable(text: string, what: string): Markup {
  return html`<span class="fw-copy"><code class="fw-copy__text" dir="ltr" data-copy="${what}">${text}</code></span>`;
}

export function summaryRow(name: string, value: Markup | string): Markup {
  return html`<div class="govuk-summary-list__row">
    <dt class="govuk-summary-list__key">${name}</dt>
    <dd class="govuk-summary-list__value">${value}</dd>
  </div>`;
}
