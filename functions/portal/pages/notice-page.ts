/** One notice: what is asked and by when, why, each listing with its evidence and its answers, and the form to answer by. */

import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, foreignTitle, summaryRow, time } from '../../../shared/pages/pieces.ts';
import type { ListingView, NoticeView } from '../present-notice.ts';
import { answerForm, faultSummary, type Refused } from './answer-form.ts';
import { takenBackWords } from './taken-back-words.ts';

const longestTitle = 200;

export interface NoticePage {
  view: NoticeView;
  /** Why the form that was sent was not taken. */
  refused?: Refused | undefined;
  /** Whether an answer was just kept. */
  answered?: boolean;
}

export function noticePage({ view, refused, answered = false }: NoticePage): Markup {
  const unanswered = view.listings.filter(({ answers, takenBack }) => answers.length === 0 && takenBack === undefined);
  return html`${refused === undefined ? '' : faultSummary(refused, formNamed(refused, view))}
  ${answered ? kept() : ''}
  <span class="govuk-caption-l">Notice ${view.noticeId}</span>
  <h1 class="govuk-heading-l">${view.heading}</h1>
  <p class="govuk-body-l">${view.asked}${view.isStanding ? answerBy(view, unanswered.length) : ''}</p>
  ${view.earlier === undefined ? '' : html`<p class="govuk-body">It is about <a class="govuk-link" href="${view.earlier.href}">notice ${view.earlier.id}</a>.</p>`}
  ${view.why.map((words) => html`<p class="govuk-body">${words}</p>`)}
  <dl class="govuk-summary-list fw-list">${view.particulars.map(([name, value]) => summaryRow(name, value))}</dl>
  ${unanswered.length > 1 ? forAll(view, unanswered.length, refused) : ''}
  ${view.listings.map((listing) => listingSection(listing, view, refused))}`;
}

function answerBy({ respondBy, isLate }: NoticeView, unanswered: number): Markup {
  return html` Answer by <strong>${time(respondBy)}</strong>${isLate && unanswered > 0 ? ', which is over: please answer now' : ''}.`;
}

function formNamed({ item }: Refused, { listings }: NoticeView): string {
  return String(listings.find(({ itemId }) => itemId === item)?.number ?? 'all');
}

function kept(): Markup {
  return html`<section class="govuk-notification-banner govuk-notification-banner--success" role="region" aria-labelledby="kept">
    <div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="kept">Thank you</h2></div>
    <div class="govuk-notification-banner__content"><p class="govuk-notification-banner__heading">Your answer is with us.</p></div>
  </section>`;
}

function forAll(view: NoticeView, count: number, refused: Refused | undefined): Markup {
  const own = refused?.item === '' ? refused : undefined;
  return html`<details class="govuk-details"${own === undefined ? '' : html` open`}>
    <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Answer for all ${count} listings that have no answer yet</span></summary>
    <div class="govuk-details__text">${answerForm({ of: 'all', item: '', about: 'all listings without one' }, view, own)}</div>
  </details>`;
}

function listingSection(listing: ListingView, view: NoticeView, refused: Refused | undefined): Markup {
  const { number, itemId, title, url, particulars, facts, exhibits, answers, takenBack } = listing;
  const own = refused?.item === itemId ? refused : undefined;
  const isOpen = own !== undefined || (view.listings.length === 1 && answers.length === 0);
  return html`<section class="fw-notice-listing" aria-labelledby="listing-${number}">
    <h2 class="govuk-heading-m" id="listing-${number}">${foreignTitle(title, longestTitle)}</h2>
    <p class="govuk-body fw-address"><a class="govuk-link" href="${url}" rel="noreferrer noopener external">${foreign(url, 500)}</a></p>
    ${takenBack === undefined ? '' : html`<p class="govuk-body"><strong>${takenBackWords(takenBack)}</strong>: nothing is asked of this listing any more.</p>`}
    <dl class="govuk-summary-list fw-list">${particulars.map(([name, value]) => summaryRow(name, foreign(value, 300)))}</dl>
    ${facts.length === 0 ? '' : factsList(facts)}
    ${exhibits.length === 0 ? '' : exhibitsList(exhibits)}
    ${answers.length === 0 ? '' : answersList(answers)}
    ${takenBack === undefined ? ownForm(listing, view, { own, isOpen }) : ''}
  </section>`;
}

function ownForm(
  { number, itemId, answers }: ListingView,
  view: NoticeView,
  { own, isOpen }: { own: Refused | undefined; isOpen: boolean },
): Markup {
  return html`<details class="govuk-details"${isOpen ? html` open` : ''}>
      <summary class="govuk-details__summary"><span class="govuk-details__summary-text">${answers.length === 0 ? 'Answer' : 'Answer again'}<span class="govuk-visually-hidden"> for listing ${number}</span></span></summary>
      <div class="govuk-details__text">${answerForm({ of: String(number), item: itemId, about: `listing ${number}` }, view, own)}</div>
    </details>`;
}

function factsList(facts: ListingView['facts']): Markup {
  return html`<h3 class="govuk-heading-s">What speaks for it and against it</h3>
  <ul class="govuk-list govuk-list--bullet">${facts.map(({ sentence, speaks, known }) => html`<li><strong>${speaks === 'for' ? 'For' : 'Against'}</strong> (${known}): ${sentence}</li>`)}</ul>`;
}

function exhibitsList(exhibits: ListingView['exhibits']): Markup {
  return html`<h3 class="govuk-heading-s">Evidence</h3>
  <ul class="govuk-list">${exhibits.map(
    ({
      ref,
      what,
      sha256,
      at,
      href,
    }) => html`<li>${href === undefined ? what : html`<a class="govuk-link" href="${href}">${what}</a>`} (${ref}), captured ${time(at)}
      <span class="fw-under">SHA-256 of its manifest: <code>${sha256}</code></span></li>`,
  )}</ul>`;
}

function answersList(answers: ListingView['answers']): Markup {
  return html`<h3 class="govuk-heading-s">What you answered</h3>
  <ol class="govuk-list govuk-list--number">${answers.map(
    ({
      words,
      own,
      at,
      withStatement,
    }) => html`<li><strong>${words}</strong>, ${time(at)}${withStatement ? ', as a statement of reasons' : ''}
      ${own === '' ? '' : html`<span class="fw-under">${foreign(own, 2000)}</span>`}</li>`,
  )}</ol>`;
}
