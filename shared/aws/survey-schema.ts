/** A stored MarketSurvey as it is read back: what is not of this shape is refused with the place and what was expected there. */

import * as z from 'zod';
import type { MarketSurvey } from '../domain/matching/market-survey.ts';

const count = z.int().min(0);
const counts = z.array(z.tuple([z.string(), count]));
const grouped = z.array(z.tuple([z.string(), counts]));
const degrees = z.number().min(-180).max(180);

export const surveySchema: z.ZodType<MarketSurvey> = z.object({
  format: z.literal(1),
  version: z.string().min(1),
  listings: z.object({ counted: count, relisted: count }),
  makes: counts,
  models: counts,
  storage: grouped,
  colours: grouped,
  networks: counts,
  marks: counts,
  markWords: z.array(z.object({ kind: z.string(), marks: count, words: counts })),
  photos: counts,
  prices: z.array(
    z.object({
      model: z.string(),
      storageGb: z.number().positive().exactOptional(),
      currency: z.string(),
      middle: z.number(),
      spread: z.number().positive(),
    }),
  ),
  places: z.array(z.tuple([z.string(), degrees, degrees])),
  tacs: z.array(z.tuple([z.string().regex(/^\d{8}$/), z.string()])),
  records: z.object({ lookedFor: count }),
  theftDays: z.array(z.tuple([z.iso.date(), count])),
  theftCells: z.array(z.tuple([degrees, degrees, count])),
});
