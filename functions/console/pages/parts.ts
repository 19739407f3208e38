/** The small pieces that the pages of this console alone are made of; what all pages share is in shared/pages/pieces.ts. */

import { showable } from '../../../shared/pages/hostile-text.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { textPiece } from '../../../shared/pages/pieces.ts';
import type { MarkedSegment } from '../highlight.ts';
import type { Knowledge } from '../timeline.ts';

/** The same with the finds highlighted; `cut` counts the characters left away at its end. */
export function foreignMarked(segments: readonly MarkedSegment[], cut: number): Markup {
  return html`<bdi dir="auto">${segments.map(segment)}${cut > 0 ? textPiece({ kind: 'cut', characters: cut }) : ''}</bdi>`;
}

function segment({ text, find }: MarkedSegment): Markup {
  const shown = showable(text, text.length).map(textPiece);
  if (find === undefined) return html`${shown}`;
  return html`<mark class="fw-find">${shown}<a class="fw-find__number" href="#find-${find}"><span class="govuk-visually-hidden">find </span>${find}</a></mark>`;
}

const knowledgeWords: Record<Knowledge, { word: string; meaning: string }> = {
  observed: { word: 'Observed', meaning: 'seen on the platform' },
  reported: { word: 'Reported', meaning: 'told to the force, in the stolen record' },
  inferred: { word: 'Inferred', meaning: 'worked out by Fencewatch, for a person to check' },
  decided: { word: 'Decided', meaning: 'concluded by a named person' },
  done: { word: 'Done', meaning: 'an act in the force’s name' },
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
