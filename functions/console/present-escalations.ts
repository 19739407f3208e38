/** What waits for a person about notices, oldest first. */

import type { Case } from '../../shared/domain/case.ts';
import type { Escalation, EscalationState } from '../../shared/domain/escalation.ts';
import type { Person } from '../../shared/domain/person.ts';
import { ago, counted, type Moment, momentOf } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import { escalationLabels } from './escalation-words.ts';

export interface EscalationView {
  id: string;
  label: Label;
  why: string;
  toDo: string;
  /** What a platform said, and how often; absent where it is not about that. */
  said: { words: string; times: string } | undefined;
  notice: string | undefined;
  platform: string;
  raisedAt: Moment;
  age: string;
  /** Those that are shown, with their listing's title; the rest is counted. */
  cases: { id: string; title: string }[];
  moreCases: number;
  /** Who took it and what was noted, then who closed it. */
  course: { text: string; note: string | undefined }[];
  may: { take: 'take' | 'take-over' | undefined; close: boolean };
}

export interface EscalationsView {
  state: EscalationState;
  escalations: EscalationView[];
  /** Not all of them are shown. */
  isCut: boolean;
}

/** Of a notice with fifty listings. */
export const casesShown = 5;

interface Around {
  cases: readonly Case[];
  sourceName: string;
  person: Person;
  now: Date;
  /** What can be done about it. */
  advice: string;
}

export function presentEscalation(escalation: Escalation, { cases, sourceName, person, now, advice }: Around): EscalationView {
  const { id, kind, why, noticeId, raisedAt, caseIds, taken, closed, state, answers } = escalation;
  const titles = new Map(cases.map((item) => [item.id, item.listing.title]));
  const isMine = taken?.by.id === person.id;
  return {
    id,
    label: escalationLabels[kind],
    why,
    toDo: state === 'closed' ? '' : advice,
    said: answers && { words: answers.words, times: answers.counted > 1 ? counted(answers.counted, 'answer') : '' },
    notice: noticeId,
    platform: sourceName,
    raisedAt: momentOf(raisedAt),
    age: ago(raisedAt, now),
    cases: caseIds.slice(0, casesShown).map((caseId) => ({ id: caseId, title: titles.get(caseId) ?? 'A case that is no longer kept' })),
    moreCases: Math.max(0, caseIds.length - casesShown),
    course: [
      ...(taken === undefined ? [] : [{ text: `Taken by ${taken.by.name}, ${momentOf(taken.at).text}`, note: taken.note }]),
      ...(closed === undefined
        ? []
        : [{ text: `Closed by ${closed.by?.name ?? 'the clock'}, ${momentOf(closed.at).text}`, note: closed.note }]),
    ],
    may: {
      take: state === 'open' ? 'take' : state === 'taken' && !isMine ? 'take-over' : undefined,
      close: state === 'taken' && isMine,
    },
  };
}
