/** How well identifiers are read: recall, false alarms and calibration over many labelled cases. */

import { CLAIM_CONFIDENCE, type Identifier, maskIdentifier } from '../../shared/domain/identifier.ts';
import { type Calibration, calibrationOf, type Judged } from './calibration.ts';
import type { LabelledCase } from './labelled-case.ts';
import { type CaseScore, scoreCase } from './score-case.ts';

export interface Tally {
  name: string;
  cases: number;
  identifiers: number;
  found: number;
  missed: number;
  /** Claims of what is not there, and the cases that have any. */
  falseClaims: number;
  alarms: number;
}

export interface ReadingReport {
  byWay: Tally[];
  byLanguage: Tally[];
  /** Complete identifiers, partial ones, cases with nothing to find, and all. */
  totals: Tally[];
  /** Read and left out of every count. */
  ambiguous: number;
  calibration: { all: Calibration; claims: Calibration };
  /** What went wrong, masked: whoever wants to mend it has the case. */
  errors: { id: string; way: string; missed: string[]; falseClaims: string[] }[];
}

interface Scored {
  labelled: LabelledCase;
  score: CaseScore;
}

/** Reads every case with `read` and compares. `class` is the way of writing; cases without a language are counted as `mixed`. */
export function reportOn(cases: readonly LabelledCase[], read: (labelled: LabelledCase) => Identifier[]): ReadingReport {
  const clear = cases.filter(({ ambiguous }) => !ambiguous);
  const scored = clear.map((labelled) => ({ labelled, score: scoreCase(labelled.expected, read(labelled)) }));
  const judged = scored.flatMap(({ score }) => judgedOf(score));
  return {
    byWay: talliesBy(scored, ({ labelled }) => labelled.class),
    byLanguage: talliesBy(scored, ({ labelled }) => labelled.lang ?? 'mixed'),
    totals: [...talliesBy(scored, totalOf), tallyOf('all', scored)],
    ambiguous: cases.length - clear.length,
    calibration: { all: calibrationOf(judged), claims: calibrationOf(judged.filter(({ confidence }) => confidence >= CLAIM_CONFIDENCE)) },
    errors: scored.flatMap(errorOf),
  };
}

/** Finds of part of a number that stands there in full are neither right nor wrong. */
function judgedOf({ judged }: CaseScore): Judged[] {
  return judged.flatMap(({ find, verdict }) => (verdict === 'short' ? [] : { confidence: find.confidence, right: verdict === 'right' }));
}

function totalOf({ labelled: { expected } }: Scored): string {
  if (expected.length === 0) return 'harmless';
  return expected.some(({ imei }) => imei.includes('?')) ? 'partial' : 'complete';
}

/** What has something to find before what has not, by name. */
function talliesBy(scored: readonly Scored[], nameOf: (each: Scored) => string): Tally[] {
  const tallies = [...Map.groupBy(scored, nameOf)].map(([name, group]) => tallyOf(name, group));
  return tallies.sort((a, b) => Number(a.identifiers === 0) - Number(b.identifiers === 0) || (a.name < b.name ? -1 : 1));
}

function tallyOf(name: string, group: readonly Scored[]): Tally {
  const sum = (count: (score: CaseScore) => number) => group.reduce((total, { score }) => total + count(score), 0);
  return {
    name,
    cases: group.length,
    identifiers: sum(({ found, missed }) => found.length + missed.length),
    found: sum(({ found }) => found.length),
    missed: sum(({ missed }) => missed.length),
    falseClaims: sum(({ falseClaims }) => falseClaims.length),
    alarms: sum(({ falseClaims }) => Number(falseClaims.length > 0)),
  };
}

function errorOf({ labelled, score }: Scored): ReadingReport['errors'] {
  if (score.missed.length === 0 && score.falseClaims.length === 0) return [];
  return [
    {
      id: labelled.id,
      way: labelled.class,
      missed: score.missed.map(({ imei }) => maskIdentifier(imei)),
      falseClaims: score.falseClaims.map(({ value, pattern }) => maskIdentifier(value ?? pattern ?? '')),
    },
  ];
}
