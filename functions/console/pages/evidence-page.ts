/** The captured page of a Case, as text. */

import { TITLE_LIMIT } from '../../../shared/pages/hostile-text.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, foreignTitle, summaryRow, time } from '../../../shared/pages/pieces.ts';
import type { EvidenceView } from '../present-evidence.ts';
import { copyable, foreignMarked, knowledgeTag } from './parts.ts';

export function evidencePage(view: EvidenceView): Markup {
  return html`<span class="govuk-caption-l">Captured evidence ${knowledgeTag('observed')}</span>
  <h1 class="govuk-heading-l fw-case-title">${foreignTitle(view.title, TITLE_LIMIT)}</h1>
  ${state(view)}
  ${view.captured === undefined ? '' : captured(view.captured)}
  ${view.state === 'intact' ? page(view) : ''}
  <p class="govuk-body"><a class="govuk-button fw-button" role="button" draggable="false" href="/cases/${encodeURIComponent(view.caseId)}" aria-keyshortcuts="b">Back to the case<kbd class="fw-key-hint" aria-hidden="true">b</kbd></a></p>`;
}

function state({ state: found }: EvidenceView): Markup {
  switch (found) {
    case 'intact':
      return html`<p class="govuk-body">The bytes that were kept are the bytes that were captured: their hash is the one that was noted.</p>`;
    case 'damaged':
      return html`<div class="fw-gaps"><h2 class="govuk-heading-s">This is not what was captured</h2><p class="govuk-body">What is kept is missing or does not have the hash that was noted. Nothing may rest on it: tell whoever runs Fencewatch.</p></div>`;
    case 'none':
      return html`<div class="fw-gaps"><h2 class="govuk-heading-s">No page was captured</h2><p class="govuk-body">All there is stands on the case’s own page: what the listing said when it was read.</p></div>`;
  }
}

function captured({ words, at, sha256 }: NonNullable<EvidenceView['captured']>): Markup {
  return html`<dl class="govuk-summary-list fw-list">
    ${summaryRow('What was captured', foreign(words, 300))}
    ${summaryRow('When', time(at))}
    ${sha256 === '' ? '' : summaryRow('SHA-256 of the page’s bytes', copyable(sha256, 'hash'))}
  </dl>`;
}

function page({ excerpts, absent, source }: EvidenceView): Markup {
  return html`<section class="fw-plain" aria-labelledby="excerpts">
    <h2 class="govuk-heading-m" id="excerpts">Where the numbers stand in its source</h2>
    ${absent.length === 0 ? '' : html`<div class="fw-gaps"><h3 class="govuk-heading-s">Read before, and not in this page</h3><ul class="govuk-list govuk-list--bullet">${absent.map((name) => html`<li>${foreign(name, 100)}</li>`)}</ul></div>`}
    ${excerpts.length === 0 ? html`<p class="govuk-body">No number that was read stands in the captured page as it was written.</p>` : excerpts.map((excerpt) => html`<pre class="fw-captured">${excerpt.map(({ text, find }) => (find === undefined ? foreign(text, text.length) : html`<mark class="fw-find">${foreign(text, text.length)}</mark>`))}</pre>`)}
  </section>
  <section class="fw-plain" aria-labelledby="source">
    <h2 class="govuk-heading-m" id="source">The source of the page</h2>
    <pre class="fw-captured fw-captured--whole" tabindex="0" role="region" aria-label="Source of the captured page">${foreignMarked([{ text: source.text }], source.cut)}</pre>
  </section>`;
}
