/** The versions of the weights: the one in force, and those before it, so that a Match of their day can be computed again. */

import { model20261122 } from './model-2026-11-22.ts';
import { model20261127 } from './model-2026-11-27.ts';
import type { MatchingModel } from './weights.ts';

export type { MatchingModel } from './weights.ts';

/** What every new comparison is weighed with. A person puts a version in force by naming it here. */
export const currentModel: MatchingModel = model20261127;

/** Oldest first; a version leaves the list when no Match names it any more. */
export const modelVersions: readonly MatchingModel[] = [model20261122, model20261127];

/** `2026-11-22`; undefined for a version that nobody knows. */
export function modelOfVersion(version: string): MatchingModel | undefined {
  return modelVersions.find((model) => model.version === version);
}
