import type { AnswerKind, DeclineReason, Said } from './answer.ts';

const kindWords: Record<AnswerKind, string> = {
  removed: 'Removed',
  refused: 'Refused',
  'need-more': 'Needs to know more',
  wrong: 'Disputes the notice',
  restored: 'Put back',
  preserved: 'Keeps the data',
};

const reasonWords: Record<DeclineReason, string> = {
  'not-illegal': 'sees nothing illegal in it',
  'seller-has-proof': 'the seller showed where the device comes from',
  'other-item': 'the listing offers another item',
  'not-found': 'cannot find the listing',
  'needs-order': 'acts on an order of a court or an authority alone',
  'other-measure': 'took another measure',
  other: 'another reason',
};

/** `Refused: cannot find the listing`, without the platform's own words: a stranger wrote those, and whoever shows them must know. */
export function answerWords(said: Said): string {
  return said.answer === 'refused' ? `${kindWords.refused}: ${reasonWords[said.reason]}` : kindWords[said.answer];
}

export function declineWords(reason: DeclineReason): string {
  return reasonWords[reason];
}
