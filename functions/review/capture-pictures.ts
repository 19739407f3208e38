import type { Delivery } from '../../shared/aws/batch.ts';
import { RetryLater } from '../../shared/aws/errors.ts';
import type { MissingPiece } from '../../shared/evidence/capture.ts';
import type { SeenAnswer } from '../../shared/evidence/write-capture.ts';
import type { PicturesWanted } from '../../shared/messages.ts';
import type { FetchOutcome } from '../../shared/sources/fetch-page.ts';
import { drawPage } from './draw-page.ts';
import { keepCapture } from './keep-capture.ts';
import type { ReviewParts } from './parts.ts';

/** Together; one is at most as long as any page. */
const mostBytes = 25_000_000;
/** Of the minute that a message has: the rest is for writing them. */
const longestMs = 40_000;

interface Pictures {
  seen: SeenAnswer[];
  missing: MissingPiece[];
  /** The longest wait that the platform asked for. */
  retryAfterSeconds: number | undefined;
}

/**
 * Keeps the pictures that a listing's page shows, and how a browser draws the page with them. Each is asked for once, at the pace of its host; what is not had, for whatever reason, is
 * named with that reason. Only when none was had and some may be later does the message come again.
 */
export async function capturePictures(message: PicturesWanted, delivery: Delivery, parts: ReviewParts): Promise<void> {
  const { cases, captures, now } = parts;
  const standing = await cases.get(message.caseId);
  if (standing === undefined || standing.state === 'closed') return;
  if (await isCaptured(standing.id, standing.openedAt, captures)) return;

  const startedAt = now().toISOString();
  const { seen, missing, retryAfterSeconds } = await fetchAll(message, delivery, parts);
  if (seen.length === 0 && retryAfterSeconds !== undefined && !delivery.lastAttempt) {
    throw new RetryLater(missing[0]?.why ?? 'no picture was had', { afterSeconds: retryAfterSeconds });
  }
  if (message.leftOut > 0) missing.push({ what: 'photo', why: leftOutWords(message) });
  const drawn = await drawPage(standing, seen, { delivery, parts });
  const all = { seen: [...seen, ...drawn.seen], missing: [...missing, ...drawn.missing] };
  await keepCapture(standing, { kind: 'pictures', startedAt, ...all }, parts);
}

/** Since the Case was last opened: a message that comes twice visits the platform once. */
async function isCaptured(caseId: string, openedAt: string, captures: ReviewParts['captures']): Promise<boolean> {
  const stored = await captures.ofCase(caseId);
  return stored.some(({ kind, capturedAt }) => kind === 'pictures' && capturedAt >= openedAt);
}

async function fetchAll({ pictures }: PicturesWanted, { signal, attempt }: Delivery, parts: ReviewParts): Promise<Pictures> {
  const { source, fetcher, now } = parts;
  const found: Pictures = { seen: [], missing: [], retryAfterSeconds: undefined };
  const until = now().getTime() + longestMs;
  let bytes = 0;
  for (const url of pictures) {
    const full = whyNoMore({ late: now().getTime() > until, bytes });
    if (full !== undefined) {
      found.missing.push({ what: 'photo', url, why: full });
      continue;
    }
    const fetched = await fetcher.fetch(url, source, { signal, isPhoto: true });
    if (fetched.outcome === 'page') {
      const { finalUrl, status, fetchedAt: capturedAt, wire } = fetched;
      found.seen.push({ what: 'photo', url, finalUrl, status, capturedAt, wire });
      bytes += wire.body.length;
      continue;
    }
    found.missing.push({ what: 'photo', url, why: reasonOf(fetched) });
    if (fetched.outcome === 'failed')
      found.retryAfterSeconds = Math.max(found.retryAfterSeconds ?? 0, fetched.retryAfterSeconds ?? 5 * attempt);
  }
  return found;
}

function whyNoMore({ late, bytes }: { late: boolean; bytes: number }): string | undefined {
  if (late) return `the pictures before it took the ${longestMs / 1000} seconds there are`;
  return bytes > mostBytes ? `the pictures before it filled the ${mostBytes / 1_000_000} MB there are` : undefined;
}

function reasonOf(fetched: Exclude<FetchOutcome, { outcome: 'page' }>): string {
  return fetched.outcome === 'not-modified' ? 'answered "not modified" to an unconditional request' : fetched.why;
}

function leftOutWords({ leftOut, pictures }: PicturesWanted): string {
  return `${leftOut} more of the page: beyond the first ${pictures.length}, or at no web address`;
}
