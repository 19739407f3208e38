/** What victims are owed to hear, soonest first, with the words for it. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, summaryRow, tag, time } from '../../../shared/pages/pieces.ts';
import type { VictimsView, VictimUpdateView } from '../present-victims.ts';

const states = [
  { state: 'due', text: 'To be told' },
  { state: 'told', text: 'Told' },
] as const;

export function victimsPage({ state, updates, isCut }: VictimsView): Markup {
  return html`<div class="fw-title">
    <h1 class="govuk-heading-l">Victims</h1>
    <nav class="fw-states" aria-label="Updates by state"><ul>
      ${states.map((each) => html`<li><a class="govuk-link" href="/victims?state=${each.state}"${each.state === state ? html` aria-current="page"` : ''}>${each.text}</a></li>`)}
    </ul></nav>
  </div>
  <p class="govuk-body">Fencewatch holds no victim’s name, address or number. Find the person by the reference in the force’s own system, tell them there, and mark it here.</p>
  ${updates.length === 0 ? html`<p class="govuk-body">${state === 'due' ? 'Nobody is to be told anything.' : 'None.'}</p>` : html`<ol class="govuk-list fw-escalations">${updates.map(entry)}</ol>`}
  ${isCut ? html`<p class="govuk-body">There are more; they come up as these are told.</p>` : ''}`;
}

function entry(view: VictimUpdateView): Markup {
  const { id, reference, label, happened, due, dueEnhanced, unknown, words, told, mayTell } = view;
  return html`<li class="fw-escalation" id="${id}">
    <h2 class="govuk-heading-s">${foreign(reference, 80)}: ${words.subject}</h2>
    <p class="govuk-body fw-work__line">${tag(label)} ${told}</p>
    <dl class="govuk-summary-list fw-list">
      ${summaryRow('Tell by', html`${time(due)}; ${time(dueEnhanced)} if the victim has enhanced rights. ${unknown}`)}
      ${summaryRow('Happened', time(happened))}
      ${summaryRow('What happened', words.whatHappened)}
      ${summaryRow('What happens next', words.whatHappensNext)}
      ${summaryRow('What not to do', words.whatNotToDo)}
    </dl>
    ${mayTell ? html`<form method="post" action="/victims/${encodeURIComponent(id)}/told"><button class="govuk-button govuk-button--secondary fw-button" type="submit">The victim was told<span class="govuk-visually-hidden"> of ${reference}: ${words.subject}</span></button></form>` : ''}
  </li>`;
}
