/** One notice on one page; for one that goes by form, what to copy where comes first. */

import type { NoticeKind } from '../../../shared/domain/notice/notice.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, summaryRow, tag, time } from '../../../shared/pages/pieces.ts';
import type { FormView, NoticeView } from '../present-notice.ts';
import { lowerFirst, type Trouble } from '../work-words.ts';
import { troubleSummary } from './outcome.ts';
import { copyable } from './parts.ts';

export function noticePage(view: NoticeView, trouble: Trouble | undefined): Markup {
  const { id, heading, state, because, fields, text, cases, left, course, form, maySendAgain } = view;
  return html`
  ${trouble === undefined ? '' : troubleSummary(trouble)}
  <span class="govuk-caption-l">Notice ${id}</span>
  <h1 class="govuk-heading-l">${heading}</h1>
  <div class="fw-lead">${tag(state)} <span>${foreign(because, 500)}</span></div>
  ${form === undefined ? '' : formPanel(id, form)}
  ${maySendAgain ? sendAgainForm(id) : ''}
  ${left.length === 0 ? '' : html`<div class="govuk-inset-text"><p>Not named in it:</p><ul class="govuk-list govuk-list--bullet">${left.map((each) => html`<li>${each}</li>`)}</ul></div>`}
  ${
    fields.length === 0
      ? ''
      : html`<section class="fw-plain" aria-labelledby="fields"><h2 class="govuk-heading-m" id="fields">What it says</h2>
    <dl class="govuk-summary-list fw-list">${fields.map(({ name, text: said }) => summaryRow(name, copyable(said, lowerFirst(name))))}</dl>
    <details class="govuk-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">As one text</span></summary>
      <div class="govuk-details__text">${copyable(text, 'the whole text')}</div></details>
  </section>`
  }
  <div class="fw-sides">
    <section class="fw-plain" aria-labelledby="course"><h2 class="govuk-heading-m" id="course">How it went</h2>
      ${course.length === 0 ? html`<p class="govuk-body">Nothing yet.</p>` : html`<ul class="govuk-list">${course.map(({ at, what }) => html`<li>${time(at)} ${foreign(what, 2500)}</li>`)}</ul>`}</section>
    <section class="fw-plain" aria-labelledby="cases"><h2 class="govuk-heading-m" id="cases">Cases behind it</h2>
      <ul class="govuk-list">${cases.map(({ href, text: named }) => html`<li><a class="govuk-link" href="${href}">${named}</a></li>`)}</ul></section>
  </div>`;
}

function sendAgainForm(id: string): Markup {
  return html`<form class="fw-work" method="post" action="/notices/${encodeURIComponent(id)}/send-again">
    <p class="govuk-body">Mend first what stood in the way. It is looked at once more before it goes.</p>
    <button class="govuk-button fw-button" type="submit">Send it again</button>
  </form>`;
}

const instructions: Record<FormView['stage'], string> = {
  'to-hand-in':
    'This platform takes notices by its own form. Open the form, copy what is asked for from the fields below, send it, and then mark it here.',
  'given-up': 'Nothing is left to ask: do not hand it in. If it was handed in already, mark it, and it is taken back.',
  'handed-in': '',
};

/** What marking it begins; the other kinds ask for nothing that is looked at again. */
const afterwards: Partial<Record<NoticeKind, string>> = { 'removal-notice': ' Only then is it looked at again whether the listings go.' };

function formPanel(id: string, { url, stage, kind, earlierReceipt, listed, mayMark, handedIn }: FormView): Markup {
  return html`<section class="fw-work" aria-labelledby="form">
    <h2 class="govuk-heading-s" id="form">The platform’s form</h2>
    <p class="govuk-body">${stage === 'handed-in' ? handedIn : instructions[stage]}${stage === 'to-hand-in' ? (afterwards[kind] ?? '') : ''}</p>
    ${stage === 'to-hand-in' ? html`<p class="govuk-body">${copyable(url, 'the address')}</p>` : ''}
    ${stage === 'to-hand-in' && earlierReceipt !== '' ? html`<p class="govuk-body">Name in it what the platform called the earlier notice: ${copyable(earlierReceipt, 'what the platform called it')}</p>` : ''}
    ${mayMark ? markForm(id, { stage, listed }) : ''}
    ${!mayMark && stage !== 'handed-in' ? html`<p class="govuk-body">A notice officer or second reviewer marks it.</p>` : ''}
  </section>`;
}

function markForm(id: string, { stage, listed }: Pick<FormView, 'stage' | 'listed'>): Markup {
  return html`<form method="post" action="/notices/${encodeURIComponent(id)}/hand-in">
    <input type="hidden" name="listed" value="${listed}">
    <div class="govuk-form-group"><label class="govuk-label" for="receipt">What the platform called it</label>
      <div class="govuk-hint" id="receipt-hint">A ticket or reference number, if it gave one.</div>
      <input class="govuk-input govuk-input--width-20" id="receipt" name="receipt" maxlength="200" autocomplete="off" aria-describedby="receipt-hint"></div>
    <button class="govuk-button${stage === 'to-hand-in' ? '' : ' govuk-button--secondary'} fw-button" type="submit">${stage === 'to-hand-in' ? 'Mark as handed in' : 'It was handed in already'}</button>
  </form>`;
}
