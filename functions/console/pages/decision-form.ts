/** The decision on a Case, as a form: a reason code, a note where one is asked for, and how long a hold lasts. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import type { DecisionForm } from '../present-work.ts';
import type { Trouble } from '../work-words.ts';

/** What was entered before the server refused it, so that nobody writes a note twice. */
export interface Entered {
  code?: string | undefined;
  note?: string | undefined;
  holdDays?: string | undefined;
}

const holdDays = [1, 2, 3, 7, 14, 30, 60, 90];

export function decisionForm(
  caseId: string,
  form: DecisionForm,
  { trouble, entered }: { trouble: Trouble | undefined; entered: Entered },
): Markup {
  const wrong = (field: Trouble['field']) => trouble?.field === field;
  return html`<section class="fw-decision" aria-labelledby="decision">
    <h2 class="govuk-heading-m" id="decision">${form.stage === 'first' ? 'Your decision' : 'Your decision as second person'}</h2>
    <form method="post" action="/cases/${encodeURIComponent(caseId)}/decision" novalidate>
      <input type="hidden" name="seen" value="${form.seen}"><input type="hidden" name="queue" value="${form.queue}">
      <div class="govuk-form-group${wrong('code') ? ' govuk-form-group--error' : ''}">
        <fieldset class="govuk-fieldset" ${wrong('code') ? html`aria-describedby="code-error"` : ''}>
          <legend class="govuk-fieldset__legend govuk-visually-hidden">Reason</legend>
          ${wrong('code') ? problem('code', trouble) : ''}
          <div class="govuk-radios govuk-radios--small fw-choices" data-module="govuk-radios">${form.choices.map((choice, index) => radio(choice, { isFirst: index === 0, checked: entered.code === choice.code }))}</div>
        </fieldset>
      </div>
      <div class="govuk-form-group${wrong('note') ? ' govuk-form-group--error' : ''}">
        <label class="govuk-label" for="note">Note</label>
        <div class="govuk-hint" id="note-hint">${noteHint(form)}</div>
        ${wrong('note') ? problem('note', trouble) : ''}
        <textarea class="govuk-textarea" id="note" name="note" rows="2" maxlength="1000" aria-describedby="note-hint${wrong('note') ? ' note-error' : ''}">${entered.note ?? ''}</textarea>
      </div>
      ${form.stage === 'first' ? days(trouble, entered) : ''}
      <div class="govuk-button-group">
        <button class="govuk-button fw-button" type="submit" name="goOn" value="next">Decide and take the next</button>
        <button class="govuk-button govuk-button--secondary fw-button" type="submit" name="goOn" value="stay">Decide and stay here</button>
      </div>
    </form>
  </section>`;
}

function noteHint({ stage }: DecisionForm): string {
  if (stage === 'second') return 'Needed when you send it back. Colleagues read it; no notice shows it.';
  return 'Needed for a wrong record and for holds. Colleagues read it; no notice shows it.';
}

function radio(
  { code, words, hint, key, asksForNote }: DecisionForm['choices'][number],
  { isFirst, checked }: { isFirst: boolean; checked: boolean },
): Markup {
  // The error summary leads to the first choice, by the name of the field.
  const id = isFirst ? 'code' : `code-${code}`;
  return html`<div class="govuk-radios__item">
    <input class="govuk-radios__input" id="${id}" name="code" type="radio" value="${code}" aria-keyshortcuts="${key}"${asksForNote ? html` data-then-focus="note"` : ''}${hint === '' ? '' : html` aria-describedby="${id}-hint"`}${checked ? html` checked` : ''}>
    <label class="govuk-label govuk-radios__label" for="${id}">${words}<kbd class="fw-key-hint" aria-hidden="true">${key}</kbd></label>
    ${hint === '' ? '' : html`<div class="govuk-hint govuk-radios__hint" id="${id}-hint">${hint}</div>`}
  </div>`;
}

function days(trouble: Trouble | undefined, entered: Entered): Markup {
  const wrong = trouble?.field === 'holdDays';
  return html`<div class="govuk-form-group${wrong ? ' govuk-form-group--error' : ''}">
    <label class="govuk-label" for="holdDays">Days on hold</label>
    <div class="govuk-hint" id="holdDays-hint">For holds alone. The case comes back by itself.</div>
    ${wrong ? problem('holdDays', trouble) : ''}
    <select class="govuk-select" id="holdDays" name="holdDays" aria-describedby="holdDays-hint${wrong ? ' holdDays-error' : ''}">
      ${holdDays.map((count) => html`<option value="${count}"${String(count) === (entered.holdDays ?? '7') ? html` selected` : ''}>${count}</option>`)}
    </select>
  </div>`;
}

export function problem(field: string, trouble: Trouble | undefined): Markup {
  return html`<p class="govuk-error-message" id="${field}-error"><span class="govuk-visually-hidden">Error:</span> ${trouble?.sentence ?? ''}</p>`;
}
