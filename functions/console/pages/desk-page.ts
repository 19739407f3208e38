/** How the desk stands. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { time } from '../../../shared/pages/pieces.ts';
import type { DeskView } from '../present-desk.ts';
import { barChart } from './bar-chart.ts';

export function deskPage(view: DeskView | undefined): Markup {
  if (view === undefined) {
    return html`<h1 class="govuk-heading-l">Figures of the desk</h1>
  <p class="govuk-body">Nothing was counted yet. The count is made once an hour.</p>`;
  }
  const { counted, lines, charts } = view;
  return html`<h1 class="govuk-heading-l">Figures of the desk</h1>
  <p class="govuk-body-s fw-sight">Counted ${counted.age}, ${time(counted.at)}. They count cases and decisions and name nobody.</p>
  ${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}
  <div class="fw-figures">${charts.map(barChart)}</div>`;
}
