/** What a team's desk looks like: how much waits and for how long, how often the machine was right, how long people take. Counts that name nobody. */

import type { PlatformAnswers } from './answer-figures.ts';
import type { CaseState } from './case.ts';
import { type DecisionCode, isRefusalReason } from './decision.ts';
import { dueAfter } from './due.ts';
import type { EvidenceKind } from './match.ts';

/** As much of a Case as is counted. */
export interface CountedCase {
  state: CaseState;
  source: string;
  evidence: EvidenceKind;
  openedAt: string;
  readyAt?: string;
  /** The last decision that stands. */
  outcome?: DecisionCode;
  decidedAt?: string;
}

/** How often people agreed that it was the device. `undecided`: they could not tell, which speaks neither for nor against. */
export interface Precision {
  name: string;
  confirmed: number;
  refused: number;
  undecided: number;
}

export interface DeskFigures {
  /** ISO 8601 in UTC. */
  countedAt: string;
  byState: { state: CaseState; count: number }[];
  /** What waits for a person, by Source. */
  waitingBySource: { source: string; count: number }[];
  /** What waits for a person, by whole days since it was ready; the last stands for all that is older. */
  age: { days: string; count: number }[];
  /** What waits for a person in all, and for how many hours the oldest of it; 0 where nothing waits. Absent in figures from before it was counted. */
  waiting?: { count: number; oldestHours: number };
  overdue: number;
  byEvidence: Precision[];
  bySource: Precision[];
  /** From ready to the decision that stands, of the decisions of the last `DAYS_OF_DECISIONS`; absent when there is none. */
  hoursToDecision?: { decisions: number; median: number; ninetieth: number };
  /** How platforms answered to what was sent in as many days; absent in figures from before it was counted. */
  answers?: PlatformAnswers[];
}

/** A figure of a desk is about how it works now. */
export const DAYS_OF_DECISIONS = 90;

const waitedFor: readonly CaseState[] = ['ready', 'second-check'];
const ages = [
  { days: 'less than 1 day', below: 1 },
  { days: '1 to 2 days', below: 3 },
  { days: '3 to 6 days', below: 7 },
  { days: '7 to 29 days', below: 30 },
  { days: '30 days or more', below: Number.POSITIVE_INFINITY },
];
const dayMs = 86_400_000;

export class DeskCount {
  private readonly now: Date;
  private readonly states = new Map<CaseState, number>();
  private readonly waiting = new Map<string, number>();
  private readonly age = ages.map(() => 0);
  private oldestHours = 0;
  private overdue = 0;
  private readonly evidence = new Map<string, Precision>();
  private readonly sources = new Map<string, Precision>();
  private readonly hours: number[] = [];

  constructor(now: Date) {
    this.now = now;
  }

  add(item: CountedCase): void {
    this.states.set(item.state, (this.states.get(item.state) ?? 0) + 1);
    if (waitedFor.includes(item.state)) this.addWaiting(item);
    if (item.outcome !== undefined && item.decidedAt !== undefined) this.addDecided(item, item.outcome, item.decidedAt);
  }

  private addWaiting({ source, evidence, readyAt, openedAt }: CountedCase): void {
    this.waiting.set(source, (this.waiting.get(source) ?? 0) + 1);
    const since = new Date(readyAt ?? openedAt).getTime();
    const days = (this.now.getTime() - since) / dayMs;
    this.oldestHours = Math.max(this.oldestHours, days * 24);
    const index = ages.findIndex(({ below }) => days < below);
    if (index >= 0) this.age[index] = (this.age[index] ?? 0) + 1;
    if (dueAfter(evidence, since) <= this.now.getTime()) this.overdue += 1;
  }

  private addDecided({ source, evidence, readyAt, openedAt }: CountedCase, outcome: DecisionCode, decidedAt: string): void {
    const decided = new Date(decidedAt).getTime();
    if (decided < this.now.getTime() - DAYS_OF_DECISIONS * dayMs) return;
    addOutcome(this.evidence, evidence, outcome);
    addOutcome(this.sources, source, outcome);
    this.hours.push(Math.max(0, decided - new Date(readyAt ?? openedAt).getTime()) / 3_600_000);
  }

  figures(): DeskFigures {
    const hours = this.hours.toSorted((a, b) => a - b);
    return {
      countedAt: this.now.toISOString(),
      byState: [...this.states].map(([state, count]) => ({ state, count })),
      waitingBySource: largestFirst([...this.waiting].map(([source, count]) => ({ source, count }))),
      age: ages.map(({ days }, index) => ({ days, count: this.age[index] ?? 0 })),
      waiting: { count: this.age.reduce((sum, count) => sum + count, 0), oldestHours: this.oldestHours },
      overdue: this.overdue,
      byEvidence: [...this.evidence.values()],
      bySource: [...this.sources.values()],
      ...(hours.length > 0 && {
        hoursToDecision: { decisions: hours.length, median: quantile(hours, 0.5), ninetieth: quantile(hours, 0.9) },
      }),
    };
  }
}

/** The share that was confirmed, of what was decided for or against; undefined where nothing was. */
export function shareConfirmed({ confirmed, refused }: Precision): number | undefined {
  return confirmed + refused === 0 ? undefined : confirmed / (confirmed + refused);
}

/** Holds are no outcome yet. */
function addOutcome(counts: Map<string, Precision>, name: string, outcome: DecisionCode): void {
  const count = counts.get(name) ?? { name, confirmed: 0, refused: 0, undecided: 0 };
  if (outcome === 'confirmed-stolen') count.confirmed += 1;
  else if (outcome === 'cannot-tell') count.undecided += 1;
  else if (isRefusalReason(outcome)) count.refused += 1;
  else return;
  counts.set(name, count);
}

function largestFirst<Counted extends { count: number }>(counts: Counted[]): Counted[] {
  return counts.sort((a, b) => b.count - a.count);
}

/** The nearest rank: a value that was measured, never one between two. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
