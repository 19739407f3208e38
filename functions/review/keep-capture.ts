import type { StoredCapture } from '../../shared/aws/capture-archive.ts';
import type { Case } from '../../shared/domain/case.ts';
import { type CapturedPiece, readManifest } from '../../shared/evidence/capture.ts';
import { type CaptureDraft, writeCapture } from '../../shared/evidence/write-capture.ts';
import type { ReviewParts } from './parts.ts';

/** Writes and stores a Capture of a Case, and the row of its custody: what it is named by, before anybody can have touched it. */
export async function keepCapture(
  { id, listing: { source, itemId, url } }: Case,
  draft: Pick<CaptureDraft, 'kind' | 'startedAt' | 'seen' | 'missing' | 'readings'>,
  { captures, audit, capturer, now }: Pick<ReviewParts, 'captures' | 'audit' | 'capturer' | 'now'>,
): Promise<{ stored: StoredCapture; pieces: CapturedPiece[] }> {
  const finishedAt = now().toISOString();
  const { userAgent, tools, timestamps } = capturer;
  const files = await writeCapture({ ...draft, userAgent, tools, caseId: id, listing: { source, itemId, url }, finishedAt });
  const timestamp = await timestamps(files.manifest);
  const stored = await captures.keep({ ...files, ...(timestamp instanceof Uint8Array && { timestamp }) });
  const { kind, folder, manifestSha256, pieces, missing } = stored;
  await audit.append({
    at: finishedAt,
    actor: 'review',
    act: 'evidence-captured',
    subject: { kind: 'case', id },
    outcome: 'done',
    detail: { kind, folder, manifestSha256, pieces, missing, ...(timestamp && { timestamp: wordOf(timestamp) }) },
  });
  return { stored, pieces: readManifest(files.manifest).pieces };
}

/** Why there is none must stand somewhere, and the manifest was written before anybody was asked. */
function wordOf(timestamp: Uint8Array | { why: string }): string {
  return timestamp instanceof Uint8Array ? 'kept' : `none: ${timestamp.why}`;
}
