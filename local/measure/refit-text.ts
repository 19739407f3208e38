/** A Refit for people: how the old and new weights did on cases they had not seen, and which would move. */

import type { Weights } from '../../shared/domain/identifiers/confidence-weights.ts';
import type { Calibration } from './calibration.ts';
import type { Refit } from './refit.ts';

export function refitText({ weights, spread, judgement }: Refit, inForce: Weights): string {
  const measures: [string, (calibration: Calibration) => number][] = [
    ['log loss', ({ logLoss }) => logLoss],
    ['calibration error', ({ expectedError }) => expectedError],
    ['Brier score', ({ brier }) => brier],
  ];
  const lines = judgement.sets.flatMap(({ name, before, after }) => [
    `${name}, ${before.finds} finds, each judged by weights that have not seen it:`,
    ...measures.map(
      ([what, of]) => `  ${what.padEnd(20)} ${of(before).toFixed(4)} with the weights in force, ${of(after).toFixed(4)} with new ones`,
    ),
  ]);
  const before = new Map<string, number>(Object.entries(inForce));
  const moved = Object.entries(weights).filter(([name, bits]) => bits !== before.get(name));
  return [
    ...lines,
    judgement.better ? 'The new weights are better.' : 'The new weights are no better: surer on the whole, or worse on one of the sets.',
    `Weights that would move (in bits, held to those in force with a spread of ${spread}):`,
    ...moved.map(
      ([name, bits]) => `  ${name.padEnd(28)} ${(before.get(name) ?? 0).toFixed(2).padStart(7)} to ${bits.toFixed(2).padStart(6)}`,
    ),
  ].join('\n');
}
