/** The quality of decisions: one row a week, newest first. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import type { QualityWeek } from '../present-quality.ts';

const columns = ['Decisions', 'Seconds, median', 'Golden cases right', 'Second looks agreed'] as const;

export function qualityPage(weeks: readonly QualityWeek[]): Markup {
  return html`<h1 class="govuk-heading-l">Quality of decisions</h1>
  <p class="govuk-body">Golden cases have a known answer; second looks bring one refusal in twenty before another person. Both come up among the other cases and look like them.
  Counted is whether a stolen device and an honest seller were told apart; “cannot tell” and holds are neither right nor wrong.</p>
  <table class="govuk-table fw-cards" role="table">
    <caption class="govuk-table__caption govuk-visually-hidden">Decisions of the team by week, newest first</caption>
    <thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">
      <th scope="col" role="columnheader" class="govuk-table__header">Week</th>
      ${columns.map((column) => html`<th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric">${column}</th>`)}
    </tr></thead>
    <tbody class="govuk-table__body" role="rowgroup">${weeks.map(row)}</tbody>
  </table>`;
}

function row({ week, ...figures }: QualityWeek): Markup {
  const values = [figures.decisions, figures.seconds, figures.golden, figures.secondLooks];
  return html`<tr class="govuk-table__row" role="row"><th scope="row" role="rowheader" class="govuk-table__header">${week}</th>
    ${values.map((value, index) => html`<td role="cell" class="govuk-table__cell govuk-table__cell--numeric" data-label="${columns[index] ?? ''}">${value}</td>`)}</tr>`;
}
