/** What became of one listing under one removal notice, rebuilt from rows of the audit. */

import type { AuditEvent } from '../audit-event.ts';

/** The platform's word; `none` while it said nothing. */
export type AnswerGiven = 'removed' | 'refused' | 'need-more' | 'wrong' | 'none';
export const answersGiven: readonly AnswerGiven[] = ['removed', 'refused', 'need-more', 'wrong', 'none'];

export interface ListingCourse {
  /** How its notice ended last: taken by the platform, given up, or left out because it no longer stood. Absent on the way. */
  settled?: { as: 'delivered' | 'undeliverable' | 'dropped'; at: string };
  answer: AnswerGiven;
  looks: { at: string; liveness: 'live' | 'gone' | 'unknown' }[];
  /** When its removal was verified for the first time. */
  removedAt?: string;
  recall?: { at: string; reason: string; lostAt?: string };
}

/** Acts that a course is made of, each at the Case of the listing. */
export const listingActs: readonly string[] = [
  'notice-written',
  'notice-delivered',
  'notice-undeliverable',
  'notice-dropped',
  'notice-answered',
  'listing-looked-at',
  'removal-verified',
  'recall-written',
];

const settlingActs = { 'notice-delivered': 'delivered', 'notice-undeliverable': 'undeliverable', 'notice-dropped': 'dropped' } as const;

/** Takes the rows of one Case in the order of their time; one course a removal notice. Follow-ups and recalls are notices too and have none. */
export function listingCourses(rows: readonly AuditEvent[]): ListingCourse[] {
  const written = rows.filter(({ act, outcome }) => act === 'notice-written' && outcome === 'done');
  const courses = new Map(written.map((row): [string, ListingCourse] => [text(row, 'noticeId'), { answer: 'none', looks: [] }]));
  const recalls = rows.filter(({ act }) => act === 'recall-written').map((row) => text(row, 'noticeId'));
  for (const row of rows) {
    const course = courses.get(text(row, row.act === 'recall-written' ? 'refersTo' : 'noticeId'));
    if (course !== undefined) follow(course, row);
  }
  for (const row of rows) if (row.act === 'notice-answered' && !recalls.includes(text(row, 'noticeId'))) answer([...courses.values()], row);
  return [...courses.values()];
}

function follow(course: ListingCourse, row: AuditEvent): void {
  const { act, at } = row;
  if (act === 'notice-delivered' || act === 'notice-undeliverable' || act === 'notice-dropped')
    course.settled = { as: settlingActs[act], at };
  if (act === 'listing-looked-at') course.looks.push({ at, liveness: livenessIn(row) });
  if (act === 'removal-verified') course.removedAt ??= at;
  if (act !== 'recall-written' || course.recall !== undefined) return;
  const lostAt = text(row, 'recordStatusChangedAt');
  course.recall = { at, reason: text(row, 'reason'), ...(lostAt !== '' && { lostAt }) };
}

/** A platform may answer a reminder: it is about the same listing, and the last notice that was delivered by then is meant. */
function answer(courses: readonly ListingCourse[], row: AuditEvent): void {
  const course = courses.findLast(({ settled }) => settled?.as === 'delivered' && settled.at <= row.at);
  const given = answersGiven.find((each) => each === row.detail?.['answer']);
  if (row.outcome === 'done' && course !== undefined && given !== undefined) course.answer = given;
}

/** Gone counts while the Source can be seen, as for the ladder (verification.ts). */
function livenessIn({ detail }: AuditEvent): 'live' | 'gone' | 'unknown' {
  if (detail?.['liveness'] === 'live') return 'live';
  const isSeen = detail?.['scanHealth'] === 'healthy' || detail?.['scanHealth'] === 'degraded';
  return detail?.['liveness'] === 'gone' && isSeen ? 'gone' : 'unknown';
}

function text({ detail }: AuditEvent, name: string): string {
  const value = detail?.[name];
  return typeof value === 'string' ? value : '';
}
