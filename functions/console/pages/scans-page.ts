/** The scans: whether Fencewatch can see, source by source. */

import { counted } from '../../../shared/pages/format.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, tag, time } from '../../../shared/pages/pieces.ts';
import type { ScanRow, SourceView, UnwatchedSource } from '../present-scans.ts';

export interface ScansView {
  sources: SourceView[];
  unwatched: UnwatchedSource[];
  /** Messages that could not be worked on, by queue; absent where the console cannot count them. */
  deadLetters: Record<string, number> | undefined;
}

export function scansPage({ sources, unwatched, deadLetters }: ScansView): Markup {
  return html`
  <h1 class="govuk-heading-l">Scans</h1>
  ${deadLetters === undefined ? '' : parked(deadLetters)}
  ${sources.length === 0 ? html`<div class="fw-empty"><h2 class="govuk-heading-m">No source is being watched</h2><p class="govuk-body">Each source below says why. Nothing is fetched until one is enabled.</p></div>` : sources.map(sourceSection)}
  ${
    unwatched.length === 0
      ? ''
      : html`<section class="fw-plain" aria-labelledby="unwatched"><h2 class="govuk-heading-m" id="unwatched">Not watched</h2>
    <dl class="govuk-summary-list fw-list fw-unwatched">${unwatched.map(unwatchedRow)}</dl></section>`
  }`;
}

function parked(deadLetters: Record<string, number>): Markup {
  const waiting = Object.entries(deadLetters).filter(([, count]) => count > 0);
  if (waiting.length === 0) return html`<p class="govuk-body-s fw-sight">No message is parked in a dead-letter queue.</p>`;
  const total = waiting.reduce((sum, [, count]) => sum + count, 0);
  return html`<section class="fw-gaps" aria-labelledby="parked">
    <h2 class="govuk-heading-s" id="parked">${counted(total, 'message')} could not be worked on</h2>
    <p class="govuk-body">Each is kept in its dead-letter queue with the reason: ${waiting.map(([queue, count]) => `${queue} ${count.toLocaleString('en-GB')}`).join(', ')}.</p>
  </section>`;
}

function sourceSection(source: SourceView): Markup {
  const heading = `source-${source.id}`;
  return html`<section class="fw-source" aria-labelledby="${heading}">
    <h2 class="govuk-heading-m" id="${heading}">${source.name} ${tag(source.health)}</h2>
    <p class="govuk-body-s fw-hint">Scanned ${source.rhythm}. ${source.basis}.</p>
    ${source.message === '' ? '' : trouble(source)}
    ${source.scans.length === 0 ? html`<p class="govuk-body">No scan yet.</p>` : scansTable(source)}
  </section>`;
}

/** One message: what is wrong, since when, why, what follows and what to do. */
function trouble({ message, isLasting }: SourceView): Markup {
  return html`<div class="fw-gaps" role="${isLasting ? 'alert' : 'status'}"><p class="govuk-body">${isLasting ? html`<strong>For too long.</strong> ` : ''}${foreign(message, 1000)}</p></div>`;
}

const columns = ['Seen', 'New', 'Changed', 'Unchanged', 'Missing'];

function scansTable({ name, scans }: SourceView): Markup {
  return html`<table class="govuk-table fw-cards" role="table">
    <caption class="govuk-table__caption govuk-visually-hidden">Last scans of ${name}, newest first</caption>
    <thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">
      ${['Begun', 'Health', 'What was seen'].map((column) => html`<th scope="col" role="columnheader" class="govuk-table__header">${column}</th>`)}
      ${columns.map((column) => html`<th scope="col" role="columnheader" class="govuk-table__header govuk-table__header--numeric">${column}</th>`)}
    </tr></thead>
    <tbody class="govuk-table__body" role="rowgroup">${scans.map(scanRow)}</tbody>
  </table>`;
}

function scanRow(scan: ScanRow): Markup {
  const numbers = [scan.seen, scan.fresh, scan.changed, scan.unchanged, scan.missing];
  return html`<tr class="govuk-table__row" role="row">
    <th scope="row" role="rowheader" class="govuk-table__header fw-narrow">${time(scan.opened)}<span class="fw-under">${scan.age}</span></th>
    <td role="cell" class="govuk-table__cell" data-label="Health">${tag(scan.health)}</td>
    <td role="cell" class="govuk-table__cell" data-label="What was seen">${scan.summary === '' ? '–' : foreign(scan.summary, 400)}</td>
    ${numbers.map((number, index) => html`<td role="cell" class="govuk-table__cell govuk-table__cell--numeric" data-label="${columns[index] ?? ''}">${number}</td>`)}
  </tr>`;
}

function unwatchedRow({ name, because }: UnwatchedSource): Markup {
  return html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${name}</dt><dd class="govuk-summary-list__value">${because}</dd></div>`;
}
