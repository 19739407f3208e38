/** Horizontal bars as SVG, drawn on the server: no script, and every number is in the text beside its bar. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import type { Bar, Chart } from '../present-desk.ts';

const ROW = 30;
const WIDTH = 600;

export function barChart({ id, heading, summary, bars, rule }: Chart): Markup {
  const body =
    bars.length === 0
      ? html`<p class="govuk-body">Nothing yet.</p>`
      : html`<svg class="fw-figure__bars" viewBox="0 0 ${WIDTH} ${bars.length * ROW}" preserveAspectRatio="none" role="img" aria-labelledby="${id}-summary">
      <title id="${id}-summary">${summary}</title>
      ${bars.map(row)}
    </svg>`;
  return html`<section class="fw-figure" aria-labelledby="${id}">
    <h2 class="govuk-heading-s" id="${id}">${heading}</h2>${body}
    ${bars.length === 0 ? '' : numbers(heading, bars)}
    ${rule === undefined ? '' : html`<p class="govuk-body-s fw-sight">${rule}</p>`}
  </section>`;
}

function row({ share }: Bar, index: number): Markup {
  const y = index * ROW;
  return html`<rect class="fw-figure__room" x="0" y="${y + 6}" width="${WIDTH}" height="${ROW - 12}"></rect>
    <rect class="fw-figure__bar" x="0" y="${y + 6}" width="${Math.round(share * WIDTH)}" height="${ROW - 12}"></rect>`;
}

/** The same for whoever reads numbers; beside the picture where there is room. */
function numbers(heading: string, bars: readonly Bar[]): Markup {
  return html`<table class="govuk-table fw-figure__numbers">
    <caption class="govuk-visually-hidden">${heading}, in numbers</caption>
    <tbody>${bars.map(({ label, words }) => html`<tr><th scope="row">${label}</th><td>${words}</td></tr>`)}</tbody>
  </table>`;
}
