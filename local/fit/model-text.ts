/** A model for people: every level with the number that the file holds of it. */

import type { MatchingModel } from '../../shared/domain/matching/weights.ts';
import { tableText } from '../measure/table.ts';
import { fieldsOf, type Held } from './fields.ts';

export function modelText(model: MatchingModel, { inForce, versions }: { inForce: string; versions: readonly string[] }): string {
  const rows = fieldsOf(model).flatMap(({ name, levels }) =>
    levels.map(({ name: level, held }) => [`${name}: ${level}`, ...heldText(held)]),
  );
  const caps = Object.entries(model.caps).map(([what, cap]) => `${what} ${Math.round(cap * 100)} %`);
  const calibration = Object.entries(model.calibration).map(
    ([kind, { slope, shift }]) => `${kind} × ${slope} ${shift < 0 ? '-' : '+'} ${Math.abs(shift)}`,
  );
  return [
    `Version ${model.version}${model.version === inForce ? ', in force' : ''}. Known: ${versions.join(', ')}.`,
    `Share of offers that are a phone on the list: ${model.prior.listedShare}; signs of the offer move it by ${model.prior.capBits} bits at most.`,
    tableText(['field: level', 'one device', 'bits'], rows),
    'Where no bits stand, they are log2 of the probability over the share of strangers that the newest survey counted.',
    `Calibration: ${calibration.join('; ')}.`,
    `Caps: ${caps.join(', ')}. A match from ${model.reviewFrom} on earns a place in the queue.`,
  ].join('\n');
}

function heldText(held: Held): [string, string] {
  if (held.as === 'probability') return [held.value.toFixed(3), ''];
  return held.as === 'bits' ? ['', held.value.toFixed(2)] : ['the rest', ''];
}
