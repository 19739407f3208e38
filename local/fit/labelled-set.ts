/** Listings and stolen records with what is known of which listing is which record: what weights are estimated from. */

import * as z from 'zod';
import type { ComparedListing } from '../../shared/domain/matching/compared-listing.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { jsonLinesOf, openFile } from '../commands/json-lines.ts';
import { listingLineSchema, listingOfLine, recordOfLine, stolenLineSchema } from '../commands/match-input.ts';

export interface LabelledSet {
  records: StolenRecord[];
  listings: ComparedListing[];
  /** Of listings (by item id) whose truth is known: the record it is, or that it is none of them. */
  truth: Map<string, { reference: string | undefined }>;
  /** Listings (by item id) that are neither: a number copied onto another phone is a case of its own kind. */
  neither: Set<string>;
  decisions: Decision[];
}

/** What a reviewer concluded of a pair. */
export interface Decision {
  itemId: string;
  reference: string;
  isTheDevice: boolean;
  /** How many pairs like it this one stands for: the inverse of the probability with which it was put before a reviewer. */
  weight: number;
}

const truthSchema = z.object({ listing_id: z.string(), stolen_id: z.string().nullable(), class: z.string().optional() });

/** `cannot-tell`, `legitimate-sale` and `record-wrong` say nothing of whether both are one device, and are passed over. */
const decisionSchema = z.object({
  listing_id: z.string(),
  stolen_id: z.string(),
  outcome: z.enum(['confirmed', 'not-the-device', 'legitimate-sale', 'record-wrong', 'cannot-tell']),
  /** Probability with which the pair was chosen for review; 1 where every such pair is. */
  sampled: z.number().positive().max(1).default(1),
});

/** One rare draw must not outweigh all the others. */
const mostWeight = 20;

/**
 * Reads JSON Lines of the types `stolen`, `listing`, `truth` (`{"listing_id","stolen_id" or null}`) and `decision`
 * (`{"listing_id","stolen_id","outcome","sampled"}`). Lines of other types are passed over; `bad` hears of each that is not of its type's shape
 * and is left out, `doubt` of a field that is.
 */
export async function readLabelledSet(
  paths: readonly string[],
  told: { bad: (message: string) => void; doubt: (message: string) => void },
): Promise<LabelledSet> {
  const set: LabelledSet = { records: [], listings: [], truth: new Map(), neither: new Set(), decisions: [] };
  for (const path of paths) {
    const bad = (line: number, reason: string) => told.bad(`${path} line ${line}: ${reason}`);
    for await (const { line, value } of jsonLinesOf(openFile(path), bad)) {
      const problem = take(value, set, (field, expected, found) =>
        told.doubt(`${path} line ${line}: ${field} left out: expected ${expected}, found ${found}`),
      );
      if (problem !== undefined) bad(line, problem);
    }
  }
  return set;
}

/** What is wrong with the line, or undefined. */
function take(value: unknown, set: LabelledSet, onDoubt: Parameters<typeof recordOfLine>[1]): string | undefined {
  const type = typeSchema.safeParse(value).data?.type;
  switch (type) {
    case 'stolen':
      return parsed(stolenLineSchema, value, (line) => set.records.push(recordOfLine(line, onDoubt)));
    case 'listing':
      return parsed(listingLineSchema, value, (line) => set.listings.push(listingOfLine(line)));
    case 'truth':
      return parsed(truthSchema, value, (line) => {
        if (line.class?.startsWith('special_')) set.neither.add(line.listing_id);
        else set.truth.set(line.listing_id, { reference: line.stolen_id ?? undefined });
      });
    case 'decision':
      return parsed(decisionSchema, value, (line) => {
        if (line.outcome !== 'confirmed' && line.outcome !== 'not-the-device') return;
        set.decisions.push({
          itemId: line.listing_id,
          reference: line.stolen_id,
          isTheDevice: line.outcome === 'confirmed',
          weight: Math.min(mostWeight, 1 / line.sampled),
        });
      });
    default:
      return undefined;
  }
}

const typeSchema = z.object({ type: z.string() });

function parsed<T>(schema: z.ZodType<T>, value: unknown, keep: (line: T) => void): string | undefined {
  const read = schema.safeParse(value);
  if (read.success) keep(read.data);
  return read.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
}
