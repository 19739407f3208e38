/** The form by which a person answers for one listing, or for all that have no answer yet. */

import { longestWords } from '../../../shared/domain/notice/answer.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import type { NoticeView } from '../present-notice.ts';

/** What was entered before it was refused, so that nobody writes it twice, and what was wrong with it. */
export interface Refused {
  /** Of the form that was sent. */
  item: string;
  answer: string;
  reason: string;
  words: string;
  faults: { field: 'answer' | 'reason' | 'words'; sentence: string }[];
}

export interface FormOf {
  /** In ids: the number of the listing, or `all`. */
  of: string;
  /** Empty for all listings that have no answer yet. */
  item: string;
  /** Read out with the button, so that fifty of them can be told apart. */
  about: string;
}

export function answerForm({ of, item, about }: FormOf, { action, choices, reasons }: NoticeView, refused: Refused | undefined): Markup {
  const id = (field: string) => `${field}-${of}`;
  const fault = (field: string) => refused?.faults.find((each) => each.field === field)?.sentence;
  return html`<form method="post" action="${action}" novalidate>
    <input type="hidden" name="item" value="${item}">
    <div class="govuk-form-group${fault('answer') === undefined ? '' : ' govuk-form-group--error'}">
      <fieldset class="govuk-fieldset"${describedBy([fault('answer') === undefined ? '' : `${id('answer')}-error`])}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Your answer</legend>
        ${problem(id('answer'), fault('answer'))}
        <div class="govuk-radios govuk-radios--small">${choices.map(({ answer, words, hint }, index) => {
          const own = index === 0 ? id('answer') : `${id('answer')}-${answer}`;
          return html`<div class="govuk-radios__item">
            <input class="govuk-radios__input" id="${own}" name="answer" type="radio" value="${answer}"${refused?.answer === answer ? html` checked` : ''}${describedBy([hint === '' ? '' : `${own}-hint`])}>
            <label class="govuk-label govuk-radios__label" for="${own}">${words}</label>
            ${hint === '' ? '' : html`<div class="govuk-hint govuk-radios__hint" id="${own}-hint">${hint}</div>`}
          </div>`;
        })}</div>
      </fieldset>
    </div>
    <div class="govuk-form-group${fault('reason') === undefined ? '' : ' govuk-form-group--error'}">
      <label class="govuk-label" for="${id('reason')}">Reason, if you do not do it</label>
      ${problem(id('reason'), fault('reason'))}
      <select class="govuk-select" id="${id('reason')}" name="reason"${describedBy([fault('reason') === undefined ? '' : `${id('reason')}-error`])}>
        <option value="">Choose a reason</option>
        ${reasons.map(({ reason, words }) => html`<option value="${reason}"${refused?.reason === reason ? html` selected` : ''}>${words}</option>`)}
      </select>
    </div>
    <div class="govuk-form-group${fault('words') === undefined ? '' : ' govuk-form-group--error'}">
      <label class="govuk-label" for="${id('words')}">In your words</label>
      <div class="govuk-hint" id="${id('words')}-hint">Up to ${longestWords.toLocaleString('en-GB')} characters. Not needed when you have done it.</div>
      ${problem(id('words'), fault('words'))}
      <textarea class="govuk-textarea" id="${id('words')}" name="words" rows="3"${describedBy([`${id('words')}-hint`, fault('words') === undefined ? '' : `${id('words')}-error`])}>${refused?.words ?? ''}</textarea>
    </div>
    <button class="govuk-button" type="submit">Send the answer<span class="govuk-visually-hidden"> for ${about}</span></button>
  </form>`;
}

/** On top of the page, each a link to its field. */
export function faultSummary({ faults }: Refused, of: string): Markup {
  return html`<div class="govuk-error-summary"><div role="alert">
    <h2 class="govuk-error-summary__title">Nothing was sent</h2>
    <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">${faults.map(({ field, sentence }) => html`<li><a href="#${field}-${of}">${sentence}</a></li>`)}</ul></div>
  </div></div>`;
}

function problem(id: string, sentence: string | undefined): Markup {
  if (sentence === undefined) return html``;
  return html`<p class="govuk-error-message" id="${id}-error"><span class="govuk-visually-hidden">Error:</span> ${sentence}</p>`;
}

function describedBy(ids: readonly string[]): Markup {
  const named = ids.filter((id) => id !== '');
  return named.length === 0 ? html`` : html` aria-describedby="${named.join(' ')}"`;
}
