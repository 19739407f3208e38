/** Taking back what two persons confirmed: rarely needed, so it is folded away until it is asked for. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import type { WorkView } from '../present-work.ts';
import type { Trouble } from '../work-words.ts';
import { type Entered, problem } from './decision-form.ts';

export function revocationForm(
  { caseId, revocation }: Pick<WorkView, 'caseId' | 'revocation'>,
  { trouble, entered }: { trouble: Trouble | undefined; entered: Entered },
): Markup {
  const wrong = (field: Trouble['field']) => trouble?.field === field;
  return html`<details class="govuk-details fw-details"${trouble === undefined ? '' : html` open`}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Take the confirmation back</span></summary>
    <form class="govuk-details__text" method="post" action="/cases/${encodeURIComponent(caseId)}/revoke" novalidate>
      <p class="govuk-body">For a match that turns out to be wrong while the record is right. The case is closed, and platforms that were told of it are sent a recall at once: this cannot be undone.</p>
      <div class="govuk-form-group${wrong('code') ? ' govuk-form-group--error' : ''}">
        <label class="govuk-label" for="code">Reason</label>
        ${wrong('code') ? problem('code', trouble) : ''}
        <select class="govuk-select" id="code" name="code"${wrong('code') ? html` aria-describedby="code-error"` : ''}><option value="">Choose a reason</option>
          ${revocation.map(({ code, words }) => html`<option value="${code}"${entered.code === code ? html` selected` : ''}>${words}</option>`)}</select>
      </div>
      <div class="govuk-form-group${wrong('note') ? ' govuk-form-group--error' : ''}">
        <label class="govuk-label" for="note">How it was noticed</label>
        <div class="govuk-hint" id="note-hint">Needed. Colleagues read it; no notice shows it.</div>
        ${wrong('note') ? problem('note', trouble) : ''}
        <textarea class="govuk-textarea" id="note" name="note" rows="2" maxlength="1000" aria-describedby="note-hint${wrong('note') ? ' note-error' : ''}">${entered.note ?? ''}</textarea>
      </div>
      <button class="govuk-button govuk-button--warning fw-button" type="submit">Take the confirmation back</button>
    </form>
  </details>`;
}
