/** The work on a Case at the top of its page: where it stands, and a button for each thing this person may do now. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign } from '../../../shared/pages/pieces.ts';
import type { WorkView } from '../present-work.ts';

export function workPanel(work: WorkView): Markup {
  const { caseId, lines, may, flood } = work;
  return html`<section class="fw-work" aria-labelledby="work">
    <h2 class="govuk-heading-s" id="work">Work on this case</h2>
    ${lines.map(({ text, note }) => html`<p class="govuk-body fw-work__line">${text}${note === undefined ? '' : html` <span class="fw-note">${foreign(note, 1000)}</span>`}</p>`)}
    <div class="fw-work__acts">
      ${may.undo ? actForm(caseId, { act: 'undo', text: 'Take it back', key: 'u' }) : ''}
      ${may.claim ? actForm(caseId, { act: 'claim', text: 'Take this case', key: 'k', primary: true }) : ''}
      ${may.resume ? actForm(caseId, { act: 'resume', text: 'Take it up again', key: 'k', primary: true }) : ''}
      ${actForm(caseId, { act: 'evidence', text: work.evidence === 'opened' ? 'Open the evidence again' : 'Open the evidence', key: 'e', primary: work.form !== undefined && work.evidence === 'not-opened' })}
      ${may.renew ? actForm(caseId, { act: 'renew', text: 'More time', key: 'm' }) : ''}
      ${may.release ? actForm(caseId, { act: 'release', text: 'Give it back', key: 'r' }) : ''}
      ${flood === undefined ? '' : actForm(caseId, { act: 'flood-is-real', text: `Put the ${flood} held back up for review`, key: 'p' })}
      <form method="post" action="/cases/next"><input type="hidden" name="queue" value="${work.form?.queue ?? 'ready'}">${button({ text: 'Take the next case', key: 'n' })}</form>
    </div>
    ${work.colleagues.length === 0 ? '' : handOver(work)}
  </section>`;
}

interface Button {
  text: string;
  key: string;
  primary?: boolean;
}

function actForm(caseId: string, { act, ...look }: Button & { act: string }): Markup {
  return html`<form method="post" action="/cases/${encodeURIComponent(caseId)}/${act}">${button(look)}</form>`;
}

/** The key is told to machines by `aria-keyshortcuts`, and to eyes once the script that listens to it runs. */
export function button({ text, key, primary = false }: Button): Markup {
  return html`<button class="govuk-button${primary ? '' : ' govuk-button--secondary'} fw-button" type="submit" aria-keyshortcuts="${key}">${text}<kbd class="fw-key-hint" aria-hidden="true">${key}</kbd></button>`;
}

function handOver({ caseId, colleagues }: WorkView): Markup {
  return html`<details class="govuk-details fw-details">
    <summary class="govuk-details__summary" aria-keyshortcuts="o"><span class="govuk-details__summary-text">Hand it over to a colleague</span></summary>
    <form class="govuk-details__text fw-hand-over" method="post" action="/cases/${encodeURIComponent(caseId)}/hand-over">
      <div class="govuk-form-group"><label class="govuk-label" for="to">Colleague</label>
        <select class="govuk-select" id="to" name="to">${colleagues.map(({ id, name }) => html`<option value="${id}">${name}</option>`)}</select></div>
      <div class="govuk-form-group"><label class="govuk-label" for="hand-over-note">What they should know</label>
        <input class="govuk-input" id="hand-over-note" name="note" maxlength="1000" autocomplete="off"></div>
      <button class="govuk-button govuk-button--secondary fw-button" type="submit">Hand it over</button>
    </form>
  </details>`;
}
