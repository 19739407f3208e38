/** Who asked the check API about a device that is looked for, and who is held because it seems to go through numbers. */

import { errorSummary, type Fault, hiddenFields, selectField, textField } from '../../../shared/pages/fields.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, tag, time } from '../../../shared/pages/pieces.ts';
import type { HeldView, HitView } from '../present-checks.ts';

export interface ChecksView {
  month: string;
  months: readonly string[];
  client: string;
  clients: readonly { id: string; name: string }[];
  hits: readonly HitView[];
  /** There are more of that month than are shown. */
  more: boolean;
  held: readonly HeldView[];
  mayLift: boolean;
  /** Of a lift that was sent without its reason. */
  faults: readonly Fault[];
}

export function checksPage(view: ChecksView): Markup {
  return html`${errorSummary(view.faults)}<h1 class="govuk-heading-l">Checks</h1>
  <p class="govuk-body">Platforms and shops ask whether a device is reported. Listed is each that is looked for, once for each client and day, with what the client was told. Ask the client who offered it.</p>
  ${view.held.map((client) => held(client, view))}
  ${filter(view)}
  ${view.hits.length === 0 ? html`<p class="govuk-body">No device that is looked for was asked about.</p>` : table(view.hits)}
  ${view.more ? html`<p class="govuk-body-s">There are more; choose a client.</p>` : ''}`;
}

/** Of its own for each client: several may be held, and a label belongs to one field. */
export function reasonFieldOf(client: string): string {
  return `reason-${client}`;
}

function held({ id, name, purpose, since, because }: HeldView, { mayLift, faults }: Pick<ChecksView, 'mayLift' | 'faults'>): Markup {
  return html`<section class="fw-gaps" aria-labelledby="held-${id}">
    <h2 class="govuk-heading-s" id="held-${id}">${foreign(name, 100)} (${id}) is answered nothing</h2>
    <p class="govuk-body">Since ${time(since)}: ${because}. It asks for: ${foreign(purpose, 200)}. Speak to it before you lift this.</p>
    ${
      mayLift
        ? html`<form class="fw-filters" method="post" action="/checks/clients/${id}/lift">
      ${textField({ name: reasonFieldOf(id), label: 'What you found', value: '', faults })}
      <div class="fw-filters__buttons"><button class="govuk-button govuk-button--secondary" type="submit">Answer it again</button></div>
    </form>`
        : ''
    }
  </section>`;
}

function filter({ month, months, client, clients }: ChecksView): Markup {
  return html`<form class="fw-filters" method="get" action="/checks">
    ${selectField({ name: 'month', label: 'Month', value: month, faults: [], options: months.map((value) => ({ value, text: value })) })}
    ${selectField({
      ...{ name: 'client', label: 'Client', value: client, faults: [] },
      options: [{ value: '', text: 'any' }, ...clients.map(({ id, name }) => ({ value: id, text: name }))],
    })}
    <div class="fw-filters__buttons"><button class="govuk-button" type="submit">Show</button></div>
  </form>`;
}

function table(hits: readonly HitView[]): Markup {
  return html`<table class="govuk-table fw-cards" role="table">
    <caption class="govuk-table__caption govuk-visually-hidden">Devices that are looked for and were asked about, newest first</caption>
    <thead class="govuk-table__head" role="rowgroup"><tr class="govuk-table__row" role="row">
      ${['When', 'Who asked', 'Device', 'Record', 'Was told'].map((name) => html`<th scope="col" role="columnheader" class="govuk-table__header">${name}</th>`)}
    </tr></thead>
    <tbody class="govuk-table__body" role="rowgroup">${hits.map(row)}</tbody>
  </table>`;
}

function row({ at, client, clientId, device, records, told, reference }: HitView): Markup {
  return html`<tr class="govuk-table__row" role="row">
    <td role="cell" class="govuk-table__cell fw-narrow" data-label="When">${time(at)}</td>
    <td role="cell" class="govuk-table__cell" data-label="Who asked">${foreign(client, 100)}<span class="fw-under">${clientId}</span>${reference === '' ? '' : html`<span class="fw-under">its reference: ${foreign(reference, 100)}</span>`}</td>
    <td role="cell" class="govuk-table__cell" data-label="Device"><code class="fw-number">${device}</code></td>
    <td role="cell" class="govuk-table__cell" data-label="Record">${records.map(record)}</td>
    <td role="cell" class="govuk-table__cell" data-label="Was told">${tag(told)}</td>
  </tr>`;
}

/** A reference goes in the body of a form, like every search. */
function record(reference: string): Markup {
  return html`<form method="post" action="/cases/search">${hiddenFields({ q: reference })}${foreign(reference, 60)} <button class="govuk-button govuk-button--secondary" type="submit">Its cases<span class="govuk-visually-hidden">, ${foreign(reference, 60)}</span></button></form>`;
}
