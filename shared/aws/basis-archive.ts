/**
 * What each Match of a Case followed from, in the evidence bucket: `bases/<SHA-256 of the content>.json`. Named by its content, so that the
 * same basis is kept once and what a Case names can be neither changed nor mistaken.
 */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { MatchBasis } from '../domain/matching/match-basis.ts';
import type { EvidenceBucket } from './evidence-bucket.ts';

export type BasisArchive = ReturnType<typeof createBasisArchive>;

export function createBasisArchive({ evidence }: { evidence: EvidenceBucket }) {
  /** Returns the key under which it is found again. Keeping the same basis twice writes the same bytes. */
  async function keep(basis: MatchBasis): Promise<string> {
    const text = JSON.stringify(basis);
    const key = `bases/${sha256(text)}.json`;
    await evidence.put(key, new TextEncoder().encode(text), 'application/json');
    return key;
  }

  /** Undefined when there is none. Throws when its bytes are not those that were kept: then nothing may be concluded from it. */
  async function get(key: string): Promise<MatchBasis | undefined> {
    const kept = await evidence.get(key);
    if (kept === undefined) return undefined;
    const text = new TextDecoder().decode(kept.bytes);
    if (key !== `bases/${sha256(text)}.json`) throw new Error(`${key} does not hold the bytes that it is named by`);
    return basisSchema.parse(JSON.parse(text));
  }

  return { keep, get };
}

/** Its bytes are those that `keep` wrote, by their hash; what is left to ask is whether this version knows the shape. */
const basisSchema = z.custom<MatchBasis>((value) => z.looseObject({ format: z.literal(1) }).safeParse(value).success, {
  error: 'expected a basis of format 1',
});

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
