import type { Delivery } from '../../shared/aws/batch.ts';
import { RetryLater } from '../../shared/aws/errors.ts';
import type { CapturedPage, Case } from '../../shared/domain/case.ts';
import { type CaseOpened, readingsRequestFor } from '../../shared/messages.ts';
import type { FetchedPage, FetchOutcome } from '../../shared/sources/fetch-page.ts';
import { type PageReading, readPage } from '../../shared/sources/read-page.ts';
import { keepCapture } from './keep-capture.ts';
import type { ReviewParts } from './parts.ts';
import { picturesRequest } from './pictures-request.ts';

/**
 * A Case was opened: keeps the listing's page as it is now, byte for byte, asks for its pictures and makes the Case ready for a person.
 * A page that cannot be had or kept does not hold the Case up; the Case says why instead.
 */
export async function review(message: CaseOpened, delivery: Delivery, parts: ReviewParts): Promise<void> {
  const { source, fetcher, cases, listings, reviewQueue, now } = parts;
  const standing = await cases.get(message.caseId);
  if (standing?.state !== 'opened') return;

  const startedAt = now().toISOString();
  const fetched = await fetcher.fetch(message.url, source, { signal: delivery.signal });
  if (fetched.outcome === 'failed' && !delivery.lastAttempt) {
    throw new RetryLater(fetched.why, { afterSeconds: fetched.retryAfterSeconds ?? 5 * delivery.attempt });
  }
  const reading = fetched.outcome === 'page' ? readPage({ ...fetched, url: message.url, source }) : undefined;
  const page = await keep({ standing, fetched, reading, startedAt }, delivery, parts);
  if (reading?.kind === 'listing') await reviewQueue.send(picturesRequest(message, standing, reading.images));
  await reviewQueue.send(readingsRequestFor(standing, await listings.revision(standing.listing, standing.listing.revision)));
  await cases.move(message.caseId, 'ready', { page, readyAt: now().toISOString() });
}

interface Visit {
  standing: Case;
  fetched: FetchOutcome;
  reading: PageReading | undefined;
  startedAt: string;
}

/** A fault of the archive is tried again like any other; after the last time the Case goes on and says that nothing was kept. */
async function keep({ standing, fetched, reading, startedAt }: Visit, delivery: Delivery, parts: ReviewParts): Promise<CapturedPage> {
  const { url } = standing.listing;
  const why = whyNotHad(fetched);
  try {
    const seen = fetched.outcome === 'page' ? [seenPage(fetched)] : [];
    const missing = why === undefined ? [] : [{ what: 'page' as const, url, why }];
    const { stored, pieces } = await keepCapture(standing, { kind: 'page', startedAt, seen, missing }, parts);
    const [piece] = pieces;
    if (piece === undefined) return { capturedAt: startedAt, outcome: `not captured: ${why}` };
    const sha256 = piece.payload.sha256;
    return { capturedAt: piece.capturedAt, key: `${stored.folder}/capture.warc.gz`, sha256, outcome: reading?.kind ?? 'unknown' };
  } catch (error) {
    if (!delivery.lastAttempt) throw error;
    const fault = error instanceof Error ? error.message : String(error);
    return { capturedAt: startedAt, outcome: `not captured: it could not be kept (${fault})` };
  }
}

function seenPage({ url, finalUrl, status, fetchedAt, wire }: FetchedPage) {
  return { what: 'page' as const, url, finalUrl, status, capturedAt: fetchedAt, wire };
}

function whyNotHad(fetched: FetchOutcome): string | undefined {
  if (fetched.outcome === 'page') return undefined;
  return fetched.outcome === 'not-modified' ? 'answered "not modified" to an unconditional request' : fetched.why;
}
