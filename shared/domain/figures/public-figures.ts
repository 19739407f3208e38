/**
 * What the public may know, rebuilt from the audit and from nothing else: whoever has its rows gets the same figures, in whatever order the rows come and
 * however often it is done. Each figure carries how it was counted, of what, and what it does not know; small counts are hidden (disclosure.ts).
 */

import type { AuditEvent } from '../audit-event.ts';
import { recallReasons } from '../notice/notice.ts';
import { type CaseCourse, caseActs, caseCourse, caseOutcomes } from './case-course.ts';
import { type Shown, showCount, showParts } from './disclosure.ts';
import { type FigurePeriod, isWithin } from './figure-period.ts';
import type { FigureName, PartName } from './figure-words.ts';
import { answersGiven, type ListingCourse, listingActs, listingCourses } from './listing-course.ts';

export interface PublicFigure {
  name: FigureName;
  total: Shown;
  /** They add up to the total; none for a figure that has no parts. */
  parts: { name: PartName; count: Shown }[];
}

/** How long something took. */
export interface PublicTime {
  name: 'confirmed-to-removed' | 'withdrawn-to-recall';
  /** Of what was measured, half took at most as long; to the minute. Absent where fewer than LEAST_FOR_MEDIAN were measured, or it may not be shown. */
  medianMinutes?: number;
  /** Whether for some of what is counted the log does not hold when it began. */
  missing: 'none' | 'some';
}

export interface PublicFigures {
  period: FigurePeriod;
  /** ISO 8601 in UTC: rows up to then are counted. A period that still ran then has more to come. */
  countedAt: string;
  figures: PublicFigure[];
  times: PublicTime[];
}

/** Five on either side of it, so that a median says nothing of one of fewer than five (disclosure.ts). */
export const LEAST_FOR_MEDIAN = 10;

const countedActs = new Set([...caseActs, ...listingActs, 'offered-again']);

/** Takes every row of the audit up to the period's end, also from long before it: what is counted in a period may have begun earlier. */
export class FigureCount {
  private readonly byCase = new Map<string, AuditEvent[]>();

  add(row: AuditEvent): void {
    if (row.subject.kind !== 'case' || !countedActs.has(row.act)) return;
    const rows = this.byCase.get(row.subject.id);
    if (rows === undefined) this.byCase.set(row.subject.id, [row]);
    else rows.push(row);
  }

  /** Nothing after the period's last day counts, so a period that is over has the same figures whenever they are rebuilt. */
  figures(period: FigurePeriod, countedAt: Date): PublicFigures {
    const told = [...this.byCase.values()].map((rows) => inOrder(rows.filter(({ at }) => at.slice(0, 10) <= period.to)));
    const cases = told.flatMap((rows) => caseCourse(rows) ?? []);
    const listings = told.flatMap((rows) => {
      const confirmedAt = confirmedAtOf(caseCourse(rows));
      return listingCourses(rows).map((course) => ({ ...course, ...(confirmedAt !== undefined && { confirmedAt }) }));
    });
    const again = told.flatMap((rows) => rows.find(({ act, at }) => act === 'offered-again' && isWithin(at, period)) ?? []);
    return { period, countedAt: countedAt.toISOString(), ...countIn(period, { cases, listings, again }) };
  }
}

interface Courses {
  cases: readonly CaseCourse[];
  listings: readonly (ListingCourse & { confirmedAt?: string })[];
  again: readonly AuditEvent[];
}

function countIn(period: FigurePeriod, { cases, listings, again }: Courses): Pick<PublicFigures, 'figures' | 'times'> {
  const inPeriod = (at: string | undefined) => at !== undefined && isWithin(at, period);
  const settled = listings.filter((each) => inPeriod(each.settled?.at));
  const delivered = settled.filter((each) => each.settled?.as === 'delivered');
  const notices = figure(
    'notices',
    settled.map((each) => each.settled?.as ?? 'dropped'),
    ['delivered', 'undeliverable', 'dropped'],
  );
  const seen = listings.filter((each) => inPeriod(each.removedAt) || each.looks.some(({ at }) => inPeriod(at)));
  const removals = figure(
    'removals',
    seen.map((each) => knownOf(each, period)),
    ['verified', 'returned', 'offered', 'not-verified', 'unseen'],
  );
  const recalled = listings.filter((each) => inPeriod(each.recall?.at));
  const recalls = figure(
    'recalls',
    recalled.map((each) => recallReasons.find((reason) => reason === each.recall?.reason) ?? 'decision-wrong'),
    recallReasons,
  );
  const removed = seen.filter((each) => knownOf(each, period) === 'verified');
  return {
    figures: [
      { name: 'opened', total: showCount(cases.filter((each) => inPeriod(each.openedAt)).length), parts: [] },
      figure(
        'decided',
        cases.flatMap(({ outcome }) => (outcome === undefined ? 'waiting' : inPeriod(outcome.at) ? outcome.is : [])),
        [...caseOutcomes, 'waiting'],
      ),
      notices,
      ...(isShown(notices, 'delivered')
        ? [
            figure(
              'answers',
              delivered.map((each) => each.answer),
              answersGiven,
            ),
          ]
        : []),
      removals,
      { name: 'offered-again', total: showCount(again.length), parts: [] },
      recalls,
    ],
    times: [
      timeOf(
        'confirmed-to-removed',
        removed.map(({ confirmedAt, removedAt }) => minutesBetween(confirmedAt, removedAt)),
        isShown(removals, 'verified'),
      ),
      timeOf(
        'withdrawn-to-recall',
        recalled
          .filter(({ recall }) => recall?.reason !== 'decision-wrong')
          .map(({ recall }) => minutesBetween(recall?.lostAt, recall?.at)),
        isShown(recalls, 'decision-wrong'),
      ),
    ],
  };
}

/** What was last known of a listing in the period. */
function knownOf({ looks, removedAt }: ListingCourse, period: FigurePeriod): PartName {
  const telling = looks.filter(({ at, liveness }) => isWithin(at, period) && liveness !== 'unknown');
  const last = telling.at(-1);
  const wasRemoved = removedAt !== undefined && removedAt <= (last?.at ?? removedAt);
  if (last === undefined) return removedAt !== undefined && isWithin(removedAt, period) ? 'verified' : 'unseen';
  if (last.liveness === 'live') return wasRemoved ? 'returned' : 'offered';
  return removedAt !== undefined && isWithin(removedAt, period) ? 'verified' : 'not-verified';
}

function figure(name: FigureName, each: readonly PartName[], names: readonly PartName[]): PublicFigure {
  const { total, parts } = showParts(names.map((part) => each.filter((one) => one === part).length));
  return { name, total, parts: names.map((part, at) => ({ name: part, count: parts[at] ?? { shown: 'withheld' } })) };
}

function isShown({ parts }: PublicFigure, name: PartName): boolean {
  return parts.some((part) => part.name === name && part.count.shown === 'count');
}

/** The nearest rank: a time that was measured, never one between two. */
function timeOf(name: PublicTime['name'], minutes: readonly (number | undefined)[], mayShow: boolean): PublicTime {
  const known = minutes.filter((each) => each !== undefined).sort((a, b) => a - b);
  const median = known[Math.ceil(known.length / 2) - 1];
  const missing = known.length < minutes.length ? 'some' : 'none';
  return { name, missing, ...(mayShow && known.length >= LEAST_FOR_MEDIAN && median !== undefined && { medianMinutes: median }) };
}

function minutesBetween(from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined || to < from) return undefined;
  return Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
}

function confirmedAtOf(course: CaseCourse | undefined): string | undefined {
  return course?.outcome?.is === 'confirmed' ? course.outcome.at : undefined;
}

/** By time; rows of one moment by what they say, so that the order in which they came does not matter. The try comes before its outcome. */
function inOrder(rows: readonly AuditEvent[]): AuditEvent[] {
  const keyOf = ({ at, outcome, act, actor, detail }: AuditEvent) => `${at} ${outcome} ${act} ${actor} ${JSON.stringify(detail)}`;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}
