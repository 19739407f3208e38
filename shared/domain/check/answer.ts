/** What is said about a device that somebody asks about, and what lets us say it. */

import { comparisonKey } from '../identifier.ts';
import { type Grade, isLookedFor, type StolenRecord } from '../stolen-record.ts';

/** `not-reported` is no guarantee: most stolen phones are never reported with their number. */
export const checkAnswers = ['reported', 'not-reported', 'cannot-say'] as const;
export type CheckAnswer = (typeof checkAnswers)[number];

/** A police officer or a network has looked at these reports. What an owner alone says is work for a person, not an answer to a shop (product rule 1). */
const toldGrades: readonly Grade[] = ['police-verified', 'network-blocked'];

export interface Found {
  answer: CheckAnswer;
  /** References of the records that are looked for, for officers alone: whoever asks is told none. */
  hits: string[];
}

/**
 * The answer from the records that the index names for a device. A record counts while it holds the number itself and stands as stolen: the index
 * may lag behind a withdrawal. A dispute silences the answer, whatever other records say.
 */
export function answerFrom(records: readonly Pick<StolenRecord, 'reference' | 'status' | 'grade' | 'identifiers'>[], key: string): Found {
  const stolen = records.filter(
    ({ status, identifiers }) => status === 'stolen' && identifiers.some((identifier) => comparisonKey(identifier) === key),
  );
  const hits = stolen.filter(isLookedFor).map(({ reference }) => reference);
  if (stolen.length === 0) return { answer: 'not-reported', hits };
  const isTold = stolen.length === hits.length && stolen.some(({ grade }) => toldGrades.includes(grade));
  return { answer: isTold ? 'reported' : 'cannot-say', hits: hits.toSorted() };
}
