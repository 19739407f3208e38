/**
 * What the public may know, rebuilt from the audit and from nothing else: whoever has its rows gets the same figures, in whatever order the rows come and
 * however often it is done. Each figure carries how it was counted, of what, and what it does not know; small counts are hidden (disclosure.ts).
 */

import type { AuditEvent } from '../audit-event.ts';
import { nextDay, settledAfterMs } from '../audit-seal.ts';
import { recallReasons } from '../notice/notice.ts';
import { type CaseCourse, caseActs, caseCourse, caseOutcomes } from './case-course.ts';
import { type Shown, showCount, showParts } from './disclosure.ts';
import { type FigurePeriod, isWithin } from './figure-period.ts';
import type { FigureName, PartName } from './figure-words.ts';
import { answersGiven, type ListingCourse, listingActs, listingCourses } from './listing-course.ts';
import { ShownGroups } from './near-groups.ts';

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
  /** COUNTING_RULES as they were; absent in figures from before rules had a number. */
  rules?: number;
  /** ISO 8601 in UTC: rows up to then are counted. A period that still ran then has more to come. */
  countedAt: string;
  figures: PublicFigure[];
  times: PublicTime[];
}

/** Raised with every change of what is counted, and how, or of what is hidden: figures that were kept are counted again then. */
const COUNTING_RULES = 1;

/** Five on either side of it, so that a median says nothing of one of fewer than five (disclosure.ts). */
export const LEAST_FOR_MEDIAN = 10;

const countedActs = new Set([...caseActs, ...listingActs, 'offered-again']);

/**
 * Whether nothing can change these figures any more: they were counted when their period was over and its last rows were written, by the rules of today.
 */
export function isFinal({ period, countedAt, rules }: Pick<PublicFigures, 'period' | 'countedAt' | 'rules'>): boolean {
  return rules === COUNTING_RULES && Date.parse(countedAt) >= Date.parse(nextDay(period.to)) + settledAfterMs;
}

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
    const courses: Courses = { cases: [], listings: [], again: [] };
    for (const [id, unordered] of this.byCase) {
      const rows = inOrder(unordered.filter(({ at }) => at.slice(0, 10) <= period.to));
      const course = caseCourse(rows);
      if (course !== undefined) courses.cases.push({ id, ...course });
      courses.listings.push(...listingCourses(rows).map((each) => ({ id, confirmedAt: course?.confirmedAt, ...each })));
      if (rows.some(({ act, at }) => act === 'offered-again' && isWithin(at, period))) courses.again.push({ id });
    }
    return { period, rules: COUNTING_RULES, countedAt: countedAt.toISOString(), ...countIn(period, courses) };
  }
}

interface Courses {
  cases: ({ id: string } & CaseCourse)[];
  listings: ({ id: string; confirmedAt: string | undefined } & ListingCourse)[];
  again: { id: string }[];
}

function countIn(period: FigurePeriod, { cases, listings, again }: Courses): Pick<PublicFigures, 'figures' | 'times'> {
  const inPeriod = (at: string | undefined) => at !== undefined && isWithin(at, period);
  const settled = listings.flatMap(({ settled: end, ...each }) => (end !== undefined && inPeriod(end.at) ? { ...each, part: end.as } : []));
  const delivered = settled.flatMap(({ id, part, answer }) => (part === 'delivered' ? { id, part: answer } : []));
  const seen = listings
    .filter((each) => inPeriod(each.removedAt) || each.looks.some(({ at }) => inPeriod(at)))
    .map((each) => ({ ...each, part: knownOf(each, period) }));
  const recalled = listings.flatMap(({ id, recall }) =>
    recall !== undefined && inPeriod(recall.at) ? { id, recall, part: reasonOf(recall.reason) } : [],
  );
  const decided = cases.flatMap(({ id, outcome }): Member[] => {
    if (outcome === undefined) return [{ id, part: 'waiting' }];
    return inPeriod(outcome.at) ? [{ id, part: outcome.is }] : [];
  });

  // The most telling first: what comes later is withheld where the two together would give a small group.
  const shown = new ShownGroups();
  const decisions = figure('decided', decided, shown);
  const notices = figure('notices', settled, shown);
  const answers = isShown(notices, 'delivered') ? [figure('answers', delivered, shown)] : [];
  const removals = figure('removals', seen, shown);
  const recalls = figure('recalls', recalled, shown);
  const opened = figure(
    'opened',
    cases.filter((each) => inPeriod(each.openedAt)),
    shown,
  );
  const offeredAgain = figure('offered-again', again, shown);

  const removed = seen.filter(({ part }) => part === 'verified');
  const onRecord = recalled.filter(({ part }) => part !== 'decision-wrong');
  return {
    figures: [opened, decisions, notices, ...answers, removals, offeredAgain, recalls],
    times: [
      timeOf(
        'confirmed-to-removed',
        removed.map(({ confirmedAt, removedAt }) => minutesBetween(confirmedAt, removedAt)),
        isShown(removals, 'verified'),
      ),
      timeOf(
        'withdrawn-to-recall',
        onRecord.map(({ recall }) => minutesBetween(recall.lostAt, recall.at)),
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
  if (removedAt === undefined) return 'not-verified';
  return isWithin(removedAt, period) ? 'verified' : 'verified-before';
}

interface Member {
  id: string;
  part?: PartName;
}

const partsOfFigure: Record<FigureName, readonly PartName[]> = {
  opened: [],
  decided: [...caseOutcomes, 'waiting'],
  notices: ['delivered', 'undeliverable', 'dropped'],
  answers: answersGiven,
  removals: ['verified', 'verified-before', 'returned', 'offered', 'not-verified', 'unseen'],
  'offered-again': [],
  recalls: recallReasons,
};

/** Withheld as a whole where it lies too near what is shown. */
function figure(name: FigureName, members: readonly Member[], groups: ShownGroups): PublicFigure {
  const names = partsOfFigure[name];
  const of = (part: PartName) => members.filter((each) => each.part === part);
  const { total, parts } =
    names.length === 0 ? { total: showCount(members.length), parts: [] } : showParts(names.map((part) => of(part).length));
  const shown = names.map((part, at) => ({ name: part, count: parts[at] ?? withheld }));
  const behind = [members, ...shown.flatMap((part) => (part.count.shown === 'count' ? [of(part.name)] : []))];
  const isFree = total.shown !== 'count' || groups.take(behind.map((each) => new Set(each.map(({ id }) => id))));
  return isFree ? { name, total, parts: shown } : { name, total: withheld, parts: names.map((part) => ({ name: part, count: withheld })) };
}

const withheld: Shown = { shown: 'withheld' };

function reasonOf(reason: string): PartName {
  return recallReasons.find((each) => each === reason) ?? 'decision-wrong';
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

/** By time; rows of one moment by what they say, so that the order in which they came does not matter. The try comes before its outcome. */
function inOrder(rows: readonly AuditEvent[]): AuditEvent[] {
  const keyOf = ({ at, outcome, act, actor, detail }: AuditEvent) => `${at} ${outcome} ${act} ${actor} ${JSON.stringify(detail)}`;
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}
