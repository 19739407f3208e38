import { type StoredAnswer, standingAnswers } from '../../shared/domain/notice/answer.ts';
import type { SentNotice } from '../../shared/domain/notice/sent-notice.ts';
import { kindHeading } from '../../shared/domain/notice/words.ts';
import { counted, type Moment, momentOf } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import type { TakenBack } from './taken-back.ts';

export interface RowView {
  href: string;
  what: string;
  listings: string;
  sent: Moment;
  respondBy: Moment;
  answered: Label;
  /** Of each listing that is no longer asked for. */
  takenBack: TakenBack[];
}

export interface ListView {
  rows: RowView[];
  isFirst: boolean;
  /** Where older ones are, when there are any. */
  more: string | undefined;
}

export interface Listed {
  sent: SentNotice;
  /** To the notice that it answers to. */
  answers: readonly StoredAnswer[];
  /** By Case. */
  recalls: ReadonlyMap<string, TakenBack>;
}

export function rowView({ sent, answers, recalls }: Listed, { base, now }: { base: string; now: Date }): RowView {
  const { noticeId, kind, listings, deliveredAt, respondBy } = sent;
  return {
    href: `${base}/notices/${encodeURIComponent(noticeId)}`,
    what: kindHeading(kind),
    listings: `${noticeId}, ${counted(listings.length, 'listing')}: ${listings
      .slice(0, 3)
      .map(({ itemId }) => itemId)
      .join(', ')}${listings.length > 3 ? ', …' : ''}`,
    sent: momentOf(deliveredAt),
    respondBy: momentOf(respondBy),
    answered: answeredLabel({ sent, answers, recalls }, now),
    takenBack: listings.flatMap(({ caseId }) => recalls.get(caseId) ?? []),
  };
}

function answeredLabel({ sent, answers, recalls }: Listed, now: Date): Label {
  const { respondBy } = sent;
  const listings = sent.listings.filter(({ caseId }) => !recalls.has(caseId));
  if (listings.length === 0) return { text: 'Nothing is asked', colour: 'grey' };
  const standing = standingAnswers(answers);
  const answered = listings.filter(({ caseId }) => standing.has(caseId)).length;
  if (answered === listings.length) return { text: 'Answered', colour: 'green' };
  const late = now.toISOString() > respondBy;
  const text = answered === 0 ? (late ? 'Answer is late' : 'Not answered yet') : `${answered} of ${listings.length} answered`;
  return { text, colour: late ? 'red' : 'yellow' };
}
