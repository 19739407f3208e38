import type { StoredCapture } from '../../shared/aws/capture-archive.ts';
import type { Case } from '../../shared/domain/case.ts';
import { type CapturedPiece, readManifest } from '../../shared/evidence/capture.ts';
import { type CaptureDraft, writeCapture } from '../../shared/evidence/write-capture.ts';
import type { ReviewParts } from './parts.ts';

/** Writes and stores a Capture of a Case, and the row of its custody: what it is named by, before anybody can have touched it. */
export async function keepCapture(
  { id, listing: { source, itemId, url } }: Case,
  draft: Pick<CaptureDraft, 'kind' | 'startedAt' | 'seen' | 'missing'>,
  { captures, audit, capturer, now }: Pick<ReviewParts, 'captures' | 'audit' | 'capturer' | 'now'>,
): Promise<{ stored: StoredCapture; pieces: CapturedPiece[] }> {
  const finishedAt = now().toISOString();
  const files = await writeCapture({ ...draft, ...capturer, caseId: id, listing: { source, itemId, url }, finishedAt });
  const stored = await captures.keep(files);
  const { kind, folder, manifestSha256, pieces, missing } = stored;
  await audit.append({
    at: finishedAt,
    actor: 'review',
    act: 'evidence-captured',
    subject: { kind: 'case', id },
    outcome: 'done',
    detail: { kind, folder, manifestSha256, pieces, missing },
  });
  return { stored, pieces: readManifest(files.manifest).pieces };
}
