import { createHash } from 'node:crypto';
import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { Delivery } from '../../shared/aws/batch.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import { RetryLater } from '../../shared/aws/errors.ts';
import type { EvidenceBucket } from '../../shared/aws/evidence-bucket.ts';
import type { CapturedPage } from '../../shared/domain/case.ts';
import type { ReviewRequest } from '../../shared/messages.ts';
import type { FetchOutcome, PageFetcher } from '../../shared/sources/fetch-page.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import type { Source } from '../../shared/sources/source.ts';

export interface ReviewParts {
  source: Source;
  fetcher: PageFetcher;
  cases: CaseStore;
  evidence: EvidenceBucket;
  audit: AuditStore;
  now: () => Date;
}

type FetchedPage = Extract<FetchOutcome, { outcome: 'page' }>;

/**
 * A Case was opened: keeps the listing's page as it is now, byte for byte, and makes the Case ready for a person.
 * A page that cannot be had does not hold the Case up; the Case says why instead.
 */
export async function review(message: ReviewRequest, delivery: Delivery, parts: ReviewParts): Promise<void> {
  const { source, fetcher, cases, audit, now } = parts;
  const standing = await cases.get(message.caseId);
  if (standing?.state !== 'opened') return;

  const fetched = await fetcher.fetch(message.url, source, { signal: delivery.signal });
  if (fetched.outcome === 'failed' && !delivery.lastAttempt) {
    throw new RetryLater(fetched.why, { afterSeconds: fetched.retryAfterSeconds ?? 5 * delivery.attempt });
  }
  const page = fetched.outcome === 'page' ? await keep(message, fetched, parts) : notHad(fetched, now());

  const moved = await cases.move(message.caseId, 'ready', { page, readyAt: now().toISOString() });
  if (moved !== 'moved') return;
  const subject = { kind: 'case', id: message.caseId };
  await audit.append({ at: now().toISOString(), actor: 'review', act: 'evidence-captured', subject, outcome: 'done' });
}

/** Bytes first, then the note of what they are: a crash between leaves bytes that the next delivery writes again. */
async function keep(message: ReviewRequest, fetched: FetchedPage, { source, evidence }: ReviewParts): Promise<CapturedPage> {
  const sha256 = createHash('sha256').update(fetched.body).digest('hex');
  const folder = `cases/${message.caseId}/${sha256}`;
  const { url, finalUrl, status, headers, fetchedAt } = fetched;
  await evidence.put(`${folder}/page`, fetched.body, 'application/octet-stream');
  const note = JSON.stringify({ url, finalUrl, status, headers, fetchedAt, sha256 }, undefined, 2);
  await evidence.put(`${folder}/capture.json`, new TextEncoder().encode(note), 'application/json');
  const reading = readPage({ ...fetched, url: message.url, source });
  return { capturedAt: fetchedAt, key: `${folder}/page`, sha256, outcome: reading.kind };
}

function notHad(fetched: Exclude<FetchOutcome, FetchedPage>, now: Date): CapturedPage {
  const why = fetched.outcome === 'not-modified' ? 'answered "not modified" to an unconditional request' : fetched.why;
  return { capturedAt: now.toISOString(), outcome: `not captured: ${why}` };
}
