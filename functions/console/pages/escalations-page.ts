/** What no clock can do about notices: each with its reason, what to do, and a form to take and to close it. */

import { longestNote } from '../../../shared/domain/decision.ts';
import { escalationStates } from '../../../shared/domain/escalation.ts';
import { longestWords } from '../../../shared/domain/notice/answer.ts';
import { TITLE_LIMIT } from '../../../shared/pages/hostile-text.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, foreignTitle, tag, time } from '../../../shared/pages/pieces.ts';
import { escalationStateWords } from '../escalation-words.ts';
import type { EscalationsView, EscalationView } from '../present-escalations.ts';
import type { Trouble } from '../work-words.ts';
import { troubleSummary } from './outcome.ts';

export function escalationsPage({ state, escalations, isCut }: EscalationsView, trouble: Trouble | undefined): Markup {
  return html`
  ${trouble === undefined ? '' : troubleSummary(trouble)}
  <div class="fw-title">
    <h1 class="govuk-heading-l">Escalations</h1>
    <nav class="fw-states" aria-label="Escalations by state"><ul>
      ${escalationStates.map((each) => html`<li><a class="govuk-link" href="/escalations?state=${each}"${each === state ? html` aria-current="page"` : ''}>${escalationStateWords[each]}</a></li>`)}
    </ul></nav>
  </div>
  <p class="govuk-body-s fw-sight">What no clock can do about notices, oldest first.</p>
  ${escalations.length === 0 ? html`<p class="govuk-body">${state === 'open' ? 'Nothing waits for a person.' : 'None.'}</p>` : html`<ol class="govuk-list fw-escalations">${escalations.map(entry)}</ol>`}
  ${isCut ? html`<p class="govuk-body">There are more; they come up as these are closed.</p>` : ''}`;
}

function entry(view: EscalationView): Markup {
  const { id, label, why, toDo, said, notice, platform, raisedAt, age, course } = view;
  return html`<li class="fw-escalation" id="${id}">
    <p class="govuk-body fw-work__line">${tag(label)} <strong>${foreign(why, 400)}</strong></p>
    <p class="govuk-body-s">${platform}${notice === undefined ? '' : html`, notice <a class="govuk-link" href="/notices/${encodeURIComponent(notice)}">${notice}</a>`}, since ${time(raisedAt)} (${age}). ${caseLinks(view)}</p>
    ${said === undefined ? '' : html`<p class="govuk-body fw-work__line">${said.times === '' ? 'It wrote:' : `${said.times}, the newest:`} <span class="fw-note">${foreign(said.words, longestWords)}</span></p>`}
    ${toDo === '' ? '' : html`<p class="govuk-body">${toDo}</p>`}
    ${course.map(({ text, note }) => html`<p class="govuk-body fw-work__line">${text}${note === undefined ? '' : html` <span class="fw-note">${foreign(note, longestNote)}</span>`}</p>`)}
    ${forms(view)}
  </li>`;
}

function caseLinks({ cases, moreCases }: EscalationView): Markup {
  return html`${cases.map(({ id, title }, at) => html`${at === 0 ? '' : ', '}<a class="govuk-link" href="/cases/${encodeURIComponent(id)}">${foreignTitle(title, TITLE_LIMIT)}</a>`)}${moreCases === 0 ? '' : html` and ${moreCases} more`}`;
}

function forms({ id, may }: EscalationView): Markup {
  if (may.take !== undefined)
    return form(id, 'take', {
      button: may.take === 'take' ? 'Take it' : 'Take it over',
      label: 'Note, if colleagues should know something',
    });
  return may.close ? form(id, 'close', { button: 'Close it', label: 'What came of it' }) : html``;
}

function form(id: string, act: 'take' | 'close', { button, label }: { button: string; label: string }): Markup {
  const field = `note-${id}`;
  return html`<form class="fw-escalation__form" method="post" action="/escalations/${encodeURIComponent(id)}/${act}">
    <div class="govuk-form-group"><label class="govuk-label" for="${field}">${label}</label>
      <input class="govuk-input" id="${field}" name="note" maxlength="${longestNote}" autocomplete="off"></div>
    <button class="govuk-button govuk-button--secondary fw-button" type="submit">${button}</button>
  </form>`;
}
