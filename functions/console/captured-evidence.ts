/** The page that was captured for a Case, read back from the evidence bucket and held against the hash that was noted. */

import type { CapturedPage, Case } from '../../shared/domain/case.ts';
import { answerText } from '../../shared/evidence/answer-text.ts';
import { sha256 } from '../../shared/evidence/sha256.ts';
import { warcPayloads } from '../../shared/evidence/warc-payloads.ts';
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
  if (kept === undefined) return { state: 'damaged' };
  try {
    const answer = await answerIn(kept.bytes, page);
    return answer === undefined ? { state: 'damaged' } : { state: 'intact', text: await answerText(answer) };
  } catch {
    // An archive that cannot be read through is no archive any more.
    return { state: 'damaged' };
  }
}

interface Answer {
  head: string;
  payload: Uint8Array;
}

/** The hash noted is of what the server sent, still compressed where it compressed it. Cases from before archives keep the bare bytes. */
async function answerIn(bytes: Uint8Array, { key = '', sha256: noted }: CapturedPage): Promise<Answer | undefined> {
  if (!key.endsWith('.warc.gz')) return sha256(bytes) === noted ? { head: '', payload: bytes } : undefined;
  for await (const { head, payload } of warcPayloads(bytes)) if (sha256(payload) === noted) return { head, payload };
  return undefined;
}
