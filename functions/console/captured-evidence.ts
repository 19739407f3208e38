/** The page that was captured for a Case, read back from the evidence bucket and held against the hash that was noted. */

import { createHash } from 'node:crypto';
import type { Case } from '../../shared/domain/case.ts';
import { decodeBody } from '../../shared/sources/http/decode-body.ts';
import type { ConsoleParts } from './parts.ts';

export type CapturedEvidence =
  | { state: 'intact'; text: string }
  /** Not there, or other bytes than were captured: nothing may rest on it. */
  | { state: 'damaged' }
  /** The page could not be had when the Case was opened; what the listing said stands in its Revision. */
  | { state: 'none' };

export async function capturedEvidence({ page }: Case, { evidence }: Pick<ConsoleParts, 'evidence'>): Promise<CapturedEvidence> {
  if (page?.key === undefined) return { state: 'none' };
  const kept = await evidence.get(page.key);
  if (kept === undefined || createHash('sha256').update(kept.bytes).digest('hex') !== page.sha256) return { state: 'damaged' };
  return { state: 'intact', text: decodeBody(kept.bytes).text };
}
