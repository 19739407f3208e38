/** A ReadingReport as Markdown: the same on the terminal and in the docs. */

import type { Calibration } from './calibration.ts';
import type { ReadingReport, Tally } from './reading-report.ts';
import { tableText } from './table.ts';

/** Tables by way of writing, by language and in total, then the calibration. The alarm rate is the share of cases with a false claim. */
export function tablesOf(report: ReadingReport): string {
  const { all, claims } = report.calibration;
  return [
    tallyTable('way of writing', report.byWay),
    tallyTable('language', report.byLanguage),
    tallyTable('in total', report.totals),
    ...(report.ambiguous === 0 ? [] : [`${report.ambiguous} ambiguous cases are read and not scored.`]),
    calibrationTable(all),
    `Expected calibration error ${all.expectedError.toFixed(3)} over all ${all.finds} finds, ${claims.expectedError.toFixed(3)} over the ${claims.finds} claims; Brier score ${all.brier.toFixed(4)}.`,
  ].join('\n\n');
}

function tallyTable(what: string, tallies: readonly Tally[]): string {
  const rows = tallies.map(({ name, cases, identifiers, found, missed, falseClaims, alarms }) => [
    name,
    ...[cases, identifiers, found, missed].map(String),
    percent(found, identifiers),
    String(falseClaims),
    percent(alarms, cases),
  ]);
  return tableText([what, 'cases', 'identifiers', 'found', 'missed', 'recall', 'false claims', 'alarm rate'], rows);
}

function calibrationTable({ bins }: Calibration): string {
  const rows = bins.map(({ from, finds, meanConfidence, shareRight }) => [
    `${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
    String(finds),
    meanConfidence.toFixed(3),
    shareRight.toFixed(3),
  ]);
  return tableText(['confidence', 'finds', 'mean confidence', 'share right'], rows);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`;
}
