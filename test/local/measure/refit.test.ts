import { describe, expect, it } from 'vitest';
import { generatedCases } from '../../../local/measure/generated-cases.ts';
import { refit } from '../../../local/measure/refit.ts';
import { refitText } from '../../../local/measure/refit-text.ts';
import { type Weights, weights } from '../../../shared/domain/identifiers/confidence-weights.ts';

const sets = [{ name: 'made-up texts', cases: generatedCases({ each: 6, seed: 3 }) }];

describe('estimating the weights again', () => {
  it('mends weights that are far off, and is judged on cases the new ones have not seen', () => {
    const shy: Weights = { ...weights, prior: weights.prior - 6 };
    const outcome = refit(sets, shy);
    expect(outcome.judgement.better).toBe(true);
    const [set] = outcome.judgement.sets;
    expect(set?.after.expectedError).toBeLessThan((set?.before.expectedError ?? 0) / 2);
    expect(outcome.weights.prior).toBeGreaterThan(shy.prior);
    expect(refitText(outcome, shy)).toMatch(/made-up texts, \d+ finds[\s\S]*The new weights are better\.[\s\S]*prior +-13\.00 to +-\d/);
  });

  it('gives the same weights for the same cases', () => {
    expect(refit(sets, weights)).toEqual(refit(sets, weights));
  });
});
