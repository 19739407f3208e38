/** Fields of forms, as GOV.UK Frontend lays them out: label, hint, the error beside the field and again on top of the page. */

import { html, type Markup } from './html.ts';

export interface Fault {
  field: string;
  sentence: string;
}

interface Field {
  name: string;
  label: string;
  value: string;
  faults: readonly Fault[];
  hint?: string;
}

export function textField({ width = 20, ...field }: Field & { width?: 10 | 20 }): Markup {
  const input = html`<input class="govuk-input govuk-input--width-${width}" id="${field.name}" name="${field.name}" type="text" value="${field.value}" autocomplete="off" spellcheck="false"${described(field)}>`;
  return group(field, input);
}

export function dayField(field: Field): Markup {
  return group(
    field,
    html`<input class="govuk-input govuk-input--width-10" id="${field.name}" name="${field.name}" type="date" value="${field.value}"${described(field)}>`,
  );
}

export function selectField({ options, ...field }: Field & { options: readonly { value: string; text: string }[] }): Markup {
  return group(
    field,
    html`<select class="govuk-select" id="${field.name}" name="${field.name}"${described(field)}>${options.map(
      ({ value, text }) => html`<option value="${value}"${value === field.value ? html` selected` : ''}>${text}</option>`,
    )}</select>`,
  );
}

/** What must be put right, each a link to its field; empty when nothing must. */
export function errorSummary(faults: readonly Fault[]): Markup {
  if (faults.length === 0) return html``;
  return html`<div class="govuk-error-summary"><div role="alert">
    <h2 class="govuk-error-summary__title">There is a problem</h2>
    <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">${faults.map(({ field, sentence }) => html`<li><a href="#${field}">${sentence}</a></li>`)}</ul></div>
  </div></div>`;
}

/** Carries on what was asked to another page of the answer. */
export function hiddenFields(fields: Record<string, string>): Markup {
  return html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}

function group(field: Field, input: Markup): Markup {
  const fault = faultOf(field);
  return html`<div class="govuk-form-group${fault === undefined ? '' : ' govuk-form-group--error'}">
    <label class="govuk-label" for="${field.name}">${field.label}</label>
    ${field.hint === undefined ? '' : html`<div class="govuk-hint" id="${field.name}-hint">${field.hint}</div>`}
    ${fault === undefined ? '' : html`<p class="govuk-error-message" id="${field.name}-error"><span class="govuk-visually-hidden">Error:</span> ${fault.sentence}</p>`}
    ${input}
  </div>`;
}

function described(field: Field): Markup {
  const ids = [field.hint === undefined ? '' : `${field.name}-hint`, faultOf(field) === undefined ? '' : `${field.name}-error`].filter(
    Boolean,
  );
  return ids.length === 0 ? html`` : html` aria-describedby="${ids.join(' ')}"`;
}

function faultOf({ name, faults }: Field): Fault | undefined {
  return faults.find(({ field }) => field === name);
}
