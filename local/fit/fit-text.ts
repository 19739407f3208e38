/** A Fit for people: what it rests on, what would move, what it looks like on listings it has not seen. */

import { tableText } from '../measure/table.ts';
import type { Dependence } from './dependence.ts';
import type { Fit } from './fit-model.ts';
import type { Judgement } from './judgement.ts';

export function fitText({ counts, levels, dependence, heldOut, better, model }: Fit, inForce: string): string {
  const { leftOut } = counts;
  return [
    `${counts.listings} listings, ${counts.records} records, ${counts.strangers} pairs of strangers.`,
    `Pairs that are one device: ${counts.byNumber} confirmed by a number, which is hidden here, and ${counts.byPerson} by a person or by labels.`,
    `Equal numbers left out: ${leftOut.contradicted} contradicted, ${leftOut.severalRecords} in several records, ${leftOut.notForSale} not for sale.`,
    `\nLevels: m before and after (shrunk to the model in force, ${inForce}), u among strangers, bits on the average stranger; "em" is a check and not used.`,
    levelTable(levels),
    ...dependenceText('strangers', dependence.strangers),
    ...dependenceText('pairs that are one device', dependence.same),
    `\nFirst candidates of the ${counts.judged} listings whose truth is known, each judged by a fit that has not seen it, innocents counted at their share of the market:`,
    judgementTable(heldOut),
    kindTable(heldOut),
    reliabilityTable(heldOut),
    ...Object.entries(model.calibration).map(
      ([kind, { slope, shift }]) => `Calibration of ${kind}: bits × ${slope} ${shift < 0 ? '-' : '+'} ${Math.abs(shift)}.`,
    ),
    better
      ? 'The new model is better on listings it has not seen: lower Brier score, lower log loss, no worse a ranking.'
      : 'The new model is no better than the one in force on listings it has not seen.',
  ].join('\n');
}

function levelTable(levels: Fit['levels']): string {
  const rows = levels.map(({ field, level, pairs, mBefore, m, u, bitsBefore, bits, em }) => [
    `${field}: ${level}`,
    pairs.toFixed(1),
    mBefore.toFixed(3),
    m.toFixed(3),
    em === undefined ? '' : em.toFixed(3),
    u.toFixed(4),
    bitsBefore.toFixed(2),
    bits.toFixed(2),
  ]);
  return tableText(['field: level', 'pairs', 'm before', 'm', 'em', 'u', 'bits before', 'bits'], rows);
}

/** Strongest first; the rest is in `--json`. */
const dependencesShown = 8;

function dependenceText(among: string, found: readonly Dependence[]): string[] {
  if (found.length === 0) return [`\nNo two fields agree together more often than by themselves among ${among}, by more than a bit.`];
  const lines = found
    .slice(0, dependencesShown)
    .map(
      ({ fields, bits, error, pairs }) => `  ${fields.join(' and ')}: ${bits.toFixed(1)} ± ${error.toFixed(1)} bits over ${pairs} pairs`,
    );
  return [`\nFields that depend on each other among ${among} (adding both counts so many bits too much where both agree):`, ...lines];
}

function judgementTable({ before, after }: Fit['heldOut']): string {
  const row = (name: string, { averagePrecision, brier, logLoss, first }: Judgement) => [
    name,
    averagePrecision.toFixed(3),
    brier.toFixed(4),
    logLoss.toFixed(4),
    first.all.expectedError.toFixed(4),
  ];
  return tableText(['model', 'average precision', 'Brier', 'log loss', 'calibration error'], [row('in force', before), row('new', after)]);
}

const kinds = ['imei', 'partial-imei', 'description'] as const;

function kindTable({ before, after }: Fit['heldOut']): string {
  const row = (name: string, { right, wrong, brier, expectedError }: Judgement['first']['all']) =>
    right + wrong === 0 ? [name, '0', '0', '', ''] : [name, String(right), String(wrong), brier.toFixed(4), expectedError.toFixed(4)];
  const rows = kinds.flatMap((kind) => [row(`${kind}, in force`, before.first[kind]), row(`${kind}, new`, after.first[kind])]);
  return tableText(['first candidates by', 'right', 'wrong', 'Brier', 'calibration error'], rows);
}

function reliabilityTable({ before, after }: Fit['heldOut']): string {
  const rows = (name: string, { first }: Judgement) =>
    first.all.bins.map(({ from, finds, meanConfidence, shareRight }) => [
      `${name}, ${from.toFixed(1)} to ${(from + 0.1).toFixed(1)}`,
      finds.toFixed(0),
      meanConfidence.toFixed(3),
      shareRight.toFixed(3),
    ]);
  return tableText(['probability', 'listings', 'mean', 'share right'], [...rows('in force', before), ...rows('new', after)]);
}
