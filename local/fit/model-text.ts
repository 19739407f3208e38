/** A model for people: every number that the file holds, and what it stands for. */

import type { MatchingModel } from '../../shared/domain/matching/weights.ts';
import { ceilingText } from './ceiling.ts';
import { type Field, fieldsOf } from './fields.ts';

export function modelText(model: MatchingModel, { inForce, versions }: { inForce: string; versions: readonly string[] }): string {
  const { prior, identifier, photo, seller, mark, caps, calibration, reviewFrom, theftToleranceHours } = model;
  const { removable, bothCapBits, valueCapBits } = mark;
  return [
    `Version ${model.version}${model.version === inForce ? ', in force' : ''}. Known: ${versions.join(', ')}.`,
    'Levels of a field, with their probability given one device, or their bits:',
    listText(fieldsOf(model).map((field) => [field.name, levelsText(field)])),
    'Where a probability stands, the bits are log2 of it over the share of strangers that the newest survey counted.\nA fit estimates all of these again, and the calibration; the others it leaves alone:',
    listText(
      Object.entries({
        ...{ prior, identifier, photo, 'signs of the offer': seller, covers: removable, 'limits of marks': { bothCapBits, valueCapBits } },
        ...{ caps, calibration, queue: { reviewFrom }, gates: { theftToleranceHours } },
      }).map(([of, numbers]) => [of, numbersText(numbers)]),
    ),
    'What the best evidence can come to, at the shares that the model assumes, before the signs of the offer and rivals, held at the caps:',
    ceilingText(model),
  ].join('\n\n');
}

function listText(lines: readonly (readonly [name: string, text: string])[]): string {
  return lines.map(([name, text]) => `- ${name}: ${text}`).join('\n');
}

function levelsText({ levels }: Field): string {
  const texts = levels.map(({ name, held }) => {
    if (held.as === 'rest') return `${name} the rest`;
    return held.as === 'probability' ? `${name} ${held.value}` : `${name} ${held.value} bits`;
  });
  return texts.join('; ');
}

/** `bitsPerDigit 3.32; tacBits (digits 2, bits 0.4; …)`: names as in the file. */
function numbersText(value: unknown): string {
  if (typeof value === 'number') return value === Number.POSITIVE_INFINITY ? 'any' : String(Number(value.toFixed(4)));
  if (Array.isArray(value)) return value.map(numbersText).join(' / ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, inner]) => (typeof inner === 'object' ? `${name} (${numbersText(inner)})` : `${name} ${numbersText(inner)}`))
    .join(', ');
}
