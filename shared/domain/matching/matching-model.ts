/** The version of the weights in force. Older versions stay beside it, so that a Match of their day can be computed again. */

import { model20261122 } from './model-2026-11-22.ts';
import type { MatchingModel } from './weights.ts';

export type { MatchingModel } from './weights.ts';

/** What every new comparison is weighed with. */
export const currentModel: MatchingModel = model20261122;
