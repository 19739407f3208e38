/** One Case on one page, in the order in which it should be read: what speaks for caution, both sides, the reasons, the course of events. */

import { momentOf } from '../../../shared/pages/format.ts';
import { TITLE_LIMIT } from '../../../shared/pages/hostile-text.ts';
import { html, type Markup } from '../../../shared/pages/html.ts';
import { foreign, foreignTitle, summaryRow, tag, time } from '../../../shared/pages/pieces.ts';
import type { AlongsideView } from '../present-alongside.ts';
import type { CaptureView, CaseView, Caution, ScanView } from '../present-case.ts';
import type { PhotoView } from '../present-photos.ts';
import type { SamePhotoView } from '../present-same-photos.ts';
import type { WorkView } from '../present-work.ts';
import type { TimelineEntry } from '../timeline.ts';
import type { Trouble } from '../work-words.ts';
import { decisionForm, type Entered } from './decision-form.ts';
import { alongsideList, decisionsList } from './decisions-list.ts';
import { findsTable } from './finds-table.ts';
import { type DecidedView, decidedBanner, troubleSummary } from './outcome.ts';
import { copyable, knowledgeKey, knowledgeTag } from './parts.ts';
import { photosSection } from './photos-section.ts';
import { reasonsTable } from './reasons-table.ts';
import { revocationForm } from './revocation-form.ts';
import { samePhotosSection } from './same-photos-section.ts';
import { listingSide, recordSide } from './sides.ts';
import { workPanel } from './work-panel.ts';

export interface CaseWorkView {
  work: WorkView;
  photos: readonly PhotoView[];
  samePhotos: readonly SamePhotoView[];
  alongside: AlongsideView;
  /** What this person decided before this Case came up. */
  decided: DecidedView | undefined;
  trouble: Trouble | undefined;
  entered: Entered;
}

export function casePage(view: CaseView, { work, photos, samePhotos, alongside, decided, trouble, entered }: CaseWorkView): Markup {
  return html`
  ${trouble === undefined ? '' : troubleSummary(trouble)}
  ${decided === undefined ? '' : decidedBanner(decided)}
  <span class="govuk-caption-l">Case about record ${view.reference}</span>
  <h1 class="govuk-heading-l fw-case-title">${foreignTitle(view.title, TITLE_LIMIT)}</h1>
  <div class="fw-lead">${tag(view.state)} ${tag(view.strength)} <span><strong>${view.why}</strong>, estimate ${view.estimate} (${view.bits} bits)</span></div>
  ${view.notices.some(({ waits }) => waits) ? html`<div class="govuk-inset-text">A notice about this case waits for a person to hand it in: ${noticeList(view.notices.filter(({ waits }) => waits))}</div>` : ''}
  ${workPanel(work)}
  ${view.cautions.length === 0 ? '' : cautions(view.cautions)}
  ${knowledgeKey()}
  <div class="fw-sides">${listingSide(view)}${recordSide(view)}</div>
  ${findsTable(view.finds)}
  ${photosSection(photos)}
  ${samePhotosSection(samePhotos)}
  ${reasonsTable(view)}
  ${work.form === undefined ? '' : decisionForm(work.caseId, work.form, { trouble, entered })}
  ${work.revocation.length === 0 ? '' : revocationForm(work, { trouble, entered })}
  <div class="fw-sides">
    <section class="fw-plain" aria-labelledby="decisions"><h2 class="govuk-heading-m" id="decisions">Decisions on this pair</h2>${decisionsList(work.decisions)}</section>
    <section class="fw-plain" aria-labelledby="alongside"><h2 class="govuk-heading-m" id="alongside">Other cases beside it</h2>${alongsideList(alongside)}</section>
  </div>
  <div class="fw-sides">
    <section class="fw-plain" aria-labelledby="timeline"><h2 class="govuk-heading-m" id="timeline">What happened when</h2>${timeline(view.timeline)}</section>
    <section class="fw-plain" aria-labelledby="evidence"><h2 class="govuk-heading-m" id="evidence">What this rests on</h2>${grounds(view)}</section>
  </div>`;
}

function cautions(list: readonly Caution[]): Markup {
  return html`<section class="fw-cautions" aria-labelledby="cautions">
    <h2 class="govuk-heading-m" id="cautions">Look at this first</h2>
    <ul>${list.map(({ heading, sentence }) => html`<li><strong>${heading}.</strong> ${foreign(sentence, 500)}</li>`)}</ul>
  </section>`;
}

function timeline(entries: readonly TimelineEntry[]): Markup {
  return html`<ol class="fw-timeline">
    ${entries.map(({ at, what, knowledge }) => html`<li class="fw-timeline__entry fw-timeline__entry--${knowledge}"><span class="fw-timeline__at">${time(at)}</span> ${foreign(what, 300)} ${knowledgeTag(knowledge)}</li>`)}
  </ol>`;
}

function grounds(view: CaseView): Markup {
  const { scan } = view;
  return html`<dl class="govuk-summary-list fw-list">
    ${view.notices.length === 0 ? '' : summaryRow('Notices', noticeList(view.notices))}
    ${view.said === undefined ? '' : summaryRow('The platform says', html`${view.said.words}, ${time(momentOf(view.said.iso))}${view.said.own === '' ? '' : html`<span class="fw-under">${foreign(view.said.own, 2000)}</span>`}`)}
    ${view.removal === undefined ? '' : summaryRow('Since the notice', html`${tag(view.removal.claim)}${view.removal.why === '' ? '' : html`<span class="fw-under">${view.removal.why}</span>`}`)}
    ${summaryRow('Captured page', capture(view.capture))}
    ${view.scanOfReading === undefined ? '' : summaryRow('Looked at in', scanWords(view.scanOfReading, 'the scan that asked for this listing'))}
    ${summaryRow('Last scan', scanWords(scan, view.sourceName))}
    ${summaryRow('Weights', html`Version ${view.modelVersion}`)}
    ${summaryRow('Compared with', comparedWith(view.narrowed))}
  </dl>`;
}

function noticeList(notices: CaseView['notices']): Markup {
  return html`<ul class="govuk-list">${notices.map(({ href, words }) => html`<li><a class="govuk-link" href="${href}">${foreign(words, 300)}</a></li>`)}</ul>`;
}

/** An officer who asks “is this the only record that fits?” must know when not all were asked. */
function comparedWith(narrowed: readonly string[]): Markup {
  if (narrowed.length === 0) return html`Every record that shares a number, a mark, a photo or the family of the model`;
  return html`Not every record that may fit. So many are alike that these were read in part:
    <ul class="govuk-list govuk-list--bullet fw-under">${narrowed.map((block) => html`<li>${foreign(block, 200)}</li>`)}</ul>`;
}

/** Whether the listing is still offered is known only as well as that scan could see. */
function scanWords({ health, summary, at }: ScanView, what: string): Markup {
  return html`${tag(health)} <span class="fw-under">${what}${at === undefined ? '' : html`, ${time(at)}`}</span><span class="fw-under">${foreign(summary, 1000)}</span>`;
}

function capture(view: CaptureView): Markup {
  switch (view.state) {
    case 'waiting':
      return html`Not captured yet`;
    case 'failed':
      return html`${foreign(view.words, 300)}<span class="fw-under">${time(view.at)}</span>`;
    case 'kept':
      return html`${view.words}<span class="fw-under">${time(view.at)}, kept byte for byte. SHA-256 of the page’s bytes (a notice names that of the manifest of all that was captured):</span>${copyable(view.sha256, 'hash')}`;
  }
}
