/** What each published figure is called, how it is counted, of what it is a share, and what it does not know. */

import type { RecallReason } from '../notice/notice.ts';
import type { CaseOutcome } from './case-course.ts';
import type { AnswerGiven } from './listing-course.ts';

export type FigureName = 'opened' | 'decided' | 'notices' | 'answers' | 'removals' | 'offered-again' | 'recalls';
export type RemovalKnown = 'verified' | 'verified-before' | 'returned' | 'offered' | 'not-verified' | 'unseen';
export type NoticeEnd = 'delivered' | 'undeliverable' | 'dropped';
/** No name means two things: `none` is of answers, `refused` what a platform said. */
export type PartName = CaseOutcome | 'waiting' | NoticeEnd | AnswerGiven | RemovalKnown | RecallReason;

interface FigureWords {
  heading: string;
  rule: string;
  /** What shares are shares of, with the total before it. */
  denominator: string;
  /** The part that stands for what is not known, where there is one. */
  missing?: PartName;
  /** What is not known, or why nothing is. */
  missingWords: string;
  parts: Partial<Record<PartName, string>>;
}

export const figureWords: Record<FigureName, FigureWords> = {
  opened: {
    heading: 'Cases opened',
    rule: 'A case is one listing beside one stolen record that was put before an officer for the first time in the period. Pairs that only wait for a place, or are held back with many others, are not counted, nor are the known cases by which officers are checked. Many pairs at once are one case.',
    denominator: 'cases opened',
    missingWords: 'Nothing: each opening leaves a row in the log.',
    parts: {},
  },
  decided: {
    heading: 'What officers decided',
    rule: 'Cases whose outcome was given in the period and stands at its end, and those that wait at its end, whenever they were opened. Confirmed means that two different officers confirmed it. A decision that was taken back does not count; one that was changed counts as what stands.',
    denominator: 'cases decided in the period or waiting at its end',
    missing: 'waiting',
    missingWords: 'cases were not decided at the end of the period',
    parts: {
      confirmed: 'Confirmed by two officers',
      'not-the-device': 'Refused: not the device',
      'legitimate-sale': 'Refused: a legitimate sale',
      'record-wrong': 'Refused: the record is wrong',
      'cannot-tell': 'Refused: nobody can tell',
      closed: 'Closed undecided: the device is no longer looked for',
      waiting: 'Waiting at the end',
    },
  },
  notices: {
    heading: 'What became of removal notices',
    rule: 'Listings for which a removal notice came to its end in the period; a notice about five listings counts five times. Delivered means that the platform’s own system took it, or that an officer handed it in. Reminders and recalls are not counted here.',
    denominator: 'listings whose notice came to its end in the period',
    missingWords: 'Notices that were still on their way at the end of the period are counted in the period in which they arrive.',
    parts: {
      delivered: 'Delivered',
      undeliverable: 'Undeliverable: the platform did not take it',
      dropped: 'Not sent: on the last look it no longer stood',
    },
  },
  answers: {
    heading: 'What platforms answered',
    rule: 'Listings whose notice was delivered in the period, by the last answer that the platform gave by its end. Declined means that the platform refused. An answer is the platform’s word: whether the listing is gone is counted below.',
    denominator: 'listings whose notice was delivered in the period',
    missing: 'none',
    missingWords:
      'listings had no answer by the end of the period; answers after it are not counted, so its last weeks look worse than they are',
    parts: {
      removed: 'Removed, they say',
      refused: 'Declined',
      'need-more': 'Asked to know more',
      wrong: 'Disputed',
      none: 'No answer by the end',
    },
  },
  removals: {
    heading: 'What was seen afterwards',
    rule: 'Listings under a delivered notice that were looked at again in the period, by what was known at its end. A removal is verified when the listing is gone at two looks or more of the ladder (1 hour, 24 hours, 72 hours, 7 days unless set otherwise) while the site as a whole could be seen. A blocked page, a consent wall or an error is never counted as gone.',
    denominator: 'listings looked at in the period',
    missing: 'unseen',
    missingWords: 'listings nobody could see at any look in the period: nothing is claimed of them',
    parts: {
      verified: 'Removal verified',
      'verified-before': 'Gone, verified in an earlier period',
      returned: 'Was gone, and is offered again',
      offered: 'Still offered',
      'not-verified': 'Gone, not yet verified',
      unseen: 'Nobody could see it',
    },
  },
  'offered-again': {
    heading: 'Offered again under another listing',
    rule: 'Cases about a new listing that was found in the period to offer what another listing offered until its removal was verified.',
    denominator: 'such cases',
    missingWords: 'Whatever was put up again where Fencewatch does not look, or in words and photos that do not give it away.',
    parts: {},
  },
  recalls: {
    heading: 'Notices taken back',
    rule: 'Listings for which a delivered notice was recalled in the period, by reason; each once a notice.',
    denominator: 'listings recalled in the period',
    missingWords: 'Nothing: each recall leaves a row in the log.',
    parts: {
      'record-withdrawn': 'The record was withdrawn',
      'record-recovered': 'The device was recovered',
      'record-lawfully-disposed': 'The device was lawfully disposed of',
      'record-disputed': 'The record is disputed',
      'decision-wrong': 'The decision was wrong',
    },
  },
};

export const timeWords = {
  'confirmed-to-removed': {
    heading: 'From confirmed to removed',
    rule: 'Median time from the second officer’s confirmation to the look by which the removal was verified, of removals verified in the period and standing at its end. A removal needs two looks, so it is verified hours after it was made.',
  },
  'withdrawn-to-recall': {
    heading: 'From withdrawn to recalled',
    rule: 'Median time from the moment a record was withdrawn, recovered, disposed of or disputed to the moment the recall to the platform was written and queued, of recalls in the period that had such a reason.',
  },
} as const;

/** How small counts are hidden, for whoever reads the figures. */
export const suppressionWords =
  'Counts from 1 to 4 are shown as “fewer than 5”. So that nobody can work one out from the total, the first larger number of the same table is then withheld too; where that does not protect it, or fewer than 5 are counted in all, no part of the table is shown. Two figures are not shown together where one minus the other would give a group of 1 to 4. A median is shown of 10 or more.';
