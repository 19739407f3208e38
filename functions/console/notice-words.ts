/** Notices and looks in a reviewer's words. */

import type { NoticeState } from '../../shared/aws/notice-store.ts';
import type { StoredAnswer } from '../../shared/domain/notice/answer.ts';
import { answerWords } from '../../shared/domain/notice/answer-words.ts';
import type { NoticeKind } from '../../shared/domain/notice/notice.ts';
import { claimWords, takenBackWords } from '../../shared/domain/removal-words.ts';
import { type Ladder, type RemovalClaim, removalClaim, whyEscalate } from '../../shared/domain/verification.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import type { NoticeOfCase } from './notices-of-case.ts';

const kindWords: Record<NoticeKind, string> = {
  'removal-notice': 'Removal notice',
  'preservation-request': 'Preservation request',
  'follow-up': 'Reminder',
  recall: 'Recall',
};

const states: Record<NoticeState, Label> = {
  queued: { text: 'on its way', colour: 'blue' },
  'to-hand-in': { text: 'to be handed in by form', colour: 'orange' },
  delivered: { text: 'delivered', colour: 'green' },
  dropped: { text: 'not sent', colour: 'grey' },
  undeliverable: { text: 'could not be delivered', colour: 'red' },
};

export function stateLabelOf(state: NoticeState): Label {
  return { ...states[state], text: upperFirst(states[state].text) };
}

/** `Removal notice to Pennyfield: delivered`. */
export function noticeWords({ notice: { notice, state, stateBecause } }: NoticeOfCase): string {
  const because = stateBecause === undefined ? '' : ` (${stateBecause})`;
  return `${kindWords[notice.kind]} to ${notice.recipient.platform}: ${states[state].text}${because}`;
}

export interface SaidView {
  words: string;
  /** The platform's own; a stranger's text. */
  own: string;
  iso: string;
}

/** The platform's last word on the listing; undefined before it said anything. */
export function saidView(notices: readonly NoticeOfCase[]): SaidView | undefined {
  const last = notices
    .flatMap(({ answers = [] }) => answers)
    .reduce<StoredAnswer | undefined>((a, b) => (a && a.at > b.at ? a : b), undefined);
  return last && { words: answerWords(last.said), own: last.said.words ?? '', iso: last.at };
}

const colours: Record<RemovalClaim, Label['colour']> = { removed: 'green', returned: 'red', offered: 'yellow', 'not-known': 'grey' };

export interface RemovalView {
  claim: Label;
  /** Why a person must take over; empty while the clock does. */
  why: string;
}

/** What may be said of the newest removal notice; undefined before one was delivered. */
export function removalView(notices: readonly NoticeOfCase[], ladder: Ladder): RemovalView | undefined {
  const verification = notices.findLast((each) => each.verification !== undefined)?.verification;
  if (verification === undefined) return undefined;
  if (verification.recalledAt !== undefined) return { claim: { text: upperFirst(takenBackWords), colour: 'grey' }, why: '' };
  const claim = removalClaim(verification, ladder);
  return { claim: { text: upperFirst(claimWords[claim]), colour: colours[claim] }, why: whyEscalate(verification, ladder) ?? '' };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
