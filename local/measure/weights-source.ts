/** The source file that holds the weights, with other numbers in it and everything else as it was. */

import type { Weights } from '../../shared/domain/identifiers/confidence-weights.ts';

/** Expects one `name: number,` a line, names quoted or not, as the file is formatted. */
export function withWeights(source: string, weights: Weights): string {
  let changed = source;
  for (const [name, bits] of Object.entries(weights)) {
    const line = new RegExp(`^(  '?${name}'?: )-?[\\d.]+(,)`, 'm');
    if (!line.test(changed)) throw new Error(`expected a line for the weight "${name}", found none`);
    changed = changed.replace(line, `$1${bits}$2`);
  }
  return changed;
}
