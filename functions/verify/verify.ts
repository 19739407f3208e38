import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { AuditStore } from '../../shared/aws/audit-store.ts';
import { callOff, callPerson } from '../../shared/aws/call-person.ts';
import type { EscalationStore } from '../../shared/aws/escalation-store.ts';
import type { EvidenceBucket } from '../../shared/aws/evidence-bucket.ts';
import type { Log } from '../../shared/aws/log.ts';
import type { RelistingWatch } from '../../shared/aws/relisting-watch.ts';
import type { ScanStore } from '../../shared/aws/scan-store.ts';
import type { VerificationStore } from '../../shared/aws/verification-store.ts';
import {
  callOfListing,
  callsOfListing,
  type Ladder,
  type Look,
  nextLookAt,
  removalClaim,
  type Verification,
} from '../../shared/domain/verification.ts';
import { latestBelievable } from '../../shared/domain/wrong-clock.ts';
import type { FetchedPage, PageFetcher } from '../../shared/sources/fetch-page.ts';
import { readPage } from '../../shared/sources/read-page.ts';
import type { Source } from '../../shared/sources/source.ts';

export interface VerifyParts {
  verifications: VerificationStore;
  scans: Pick<ScanStore, 'recent'>;
  evidence: Pick<EvidenceBucket, 'put'>;
  audit: Pick<AuditStore, 'append'>;
  /** Names what was put up again since a notice. */
  relistings: Pick<RelistingWatch, 'ofRemoval'>;
  /** Work for a person. */
  escalations: Pick<EscalationStore, 'raise' | 'get' | 'save'>;
  fetcher: Pick<PageFetcher, 'fetch'>;
  sourceNamed: (id: string) => Source | undefined;
  team: string;
  ladder: Ladder;
  log: Log;
  now: () => Date;
}

/** What is left over is due at the next run. */
const mostAtOnce = 200;
/** Of different Sources: each host has its own pace. */
const sourcesAtOnce = 4;
const scansAsked = 5;
/** Or three of the Source's own intervals, if they are longer. */
const freshForHours = 24;

/**
 * Looks at every listing under notice that is due, once, and keeps what it saw. Ends when `signal` does; what was not looked at stays due. Returns how
 * many looks were kept.
 */
export async function verify(parts: VerifyParts, signal: AbortSignal): Promise<number> {
  const due = await parts.verifications.due(parts.team, parts.now(), mostAtOnce);
  const limit = pLimit(sourcesAtOnce);
  const bySource = Map.groupBy(due, ({ listing }) => listing.source);
  const kept = await Promise.all([...bySource].map(([id, group]) => limit(() => lookAtAll(group, id, { parts, signal }))));
  return kept.reduce((sum, count) => sum + count, 0);
}

interface Run {
  parts: VerifyParts;
  signal: AbortSignal;
}

/** One after the other; a fault with one keeps none of the others from its look. */
async function lookAtAll(group: readonly Verification[], sourceId: string, { parts, signal }: Run): Promise<number> {
  const scanHealth = await healthNow(sourceId, parts);
  let kept = 0;
  for (const verification of group) {
    if (signal.aborted) break;
    try {
      const look = await lookAt(verification, scanHealth, { parts, signal });
      if (look !== undefined && (await keep(verification, look, parts))) kept += 1;
    } catch (error) {
      parts.log.warn('A listing under notice could not be looked at', {
        error,
        noticeId: verification.noticeId,
        caseId: verification.caseId,
      });
    }
  }
  return kept;
}

/** Of the newest ended Scan while it is fresh: what was seen before a pause of a month says nothing of today. */
async function healthNow(sourceId: string, { scans, sourceNamed, now }: VerifyParts): Promise<Look['scanHealth']> {
  const newest = (await scans.recent(sourceId, scansAsked, { dueBy: latestBelievable(now()) })).find(
    ({ health, closedAt }) => health !== undefined && closedAt !== undefined,
  );
  const freshForMs = Math.max(freshForHours * 60, 3 * (sourceNamed(sourceId)?.schedule.everyMinutes ?? 0)) * 60_000;
  const isFresh = newest?.closedAt !== undefined && now().getTime() - Date.parse(newest.closedAt) <= freshForMs;
  return (isFresh && newest.health) || 'not-scanned';
}

/** Undefined when it was not asked: the host's turn is too far away, and the listing stays due. */
async function lookAt(
  { noticeId, caseId, listing }: Verification,
  scanHealth: Look['scanHealth'],
  { parts, signal }: Run,
): Promise<Look | undefined> {
  const source = parts.sourceNamed(listing.source);
  const seen = (rest: Pick<Look, 'liveness' | 'because' | 'page'>): Look => ({ at: parts.now().toISOString(), scanHealth, ...rest });
  if (source === undefined) return seen({ liveness: 'unknown', because: 'the source is no longer declared' });
  const fetched = await parts.fetcher.fetch(listing.url, source, { signal });
  if (fetched.outcome === 'failed' && fetched.isOurWait === true) return undefined;
  if (fetched.outcome !== 'page')
    return seen({ liveness: 'unknown', because: fetched.outcome === 'not-modified' ? 'not modified' : fetched.why });
  const { kind, reason } = readPage({ ...fetched, url: listing.url, source });
  const page = await keepPage(fetched, `looks/${noticeId}/${caseId}`, parts);
  if (kind === 'listing') return seen({ liveness: 'live', because: 'the listing is shown', page });
  if (kind === 'gone') return seen({ liveness: 'gone', because: reason ?? `HTTP ${fetched.status}`, page });
  return seen({ liveness: 'unknown', because: reason ?? `looks like a ${kind} page`, page });
}

/** Named by its content, so that keeping it twice keeps it once. */
async function keepPage({ body, contentType }: FetchedPage, folder: string, { evidence }: VerifyParts): Promise<NonNullable<Look['page']>> {
  const sha256 = createHash('sha256').update(body).digest('hex');
  const key = `${folder}/${sha256}`;
  await evidence.put(key, body, contentType);
  return { key, sha256 };
}

/**
 * What a person must know first: a crash before the look is kept has it looked at again, and nobody is called twice. Then the look, then the rows about
 * it, since a row says only what is kept.
 */
async function keep(before: Verification, look: Look, parts: VerifyParts): Promise<boolean> {
  const { ladder } = parts;
  const verification = { ...before, looks: [...before.looks, look] };
  const calling = { ...parts, actor: 'verify' };
  const call = callOfListing(verification, ladder);
  if (call !== undefined) await callPerson(call, calling);
  const claim = removalClaim(verification, ladder);
  if (claim === 'removed') {
    await callOff(callsOfListing(verification), 'The listing is gone, verified.', calling);
    await parts.relistings.ofRemoval(verification);
  }
  if (!(await parts.verifications.saveLook(verification, nextLookAt(verification, ladder)))) return false;
  await leaveRow('listing-looked-at', verification, { liveness: look.liveness, scanHealth: look.scanHealth, because: look.because }, parts);
  if (claim === 'removed' && removalClaim(before, ladder) !== 'removed')
    await leaveRow('removal-verified', verification, { since: verification.since, looks: verification.looks.length }, parts);
  return true;
}

async function leaveRow(act: string, { noticeId, caseId }: Verification, detail: object, { audit, now }: VerifyParts): Promise<void> {
  const subject = { kind: 'case', id: caseId };
  await audit.append({ at: now().toISOString(), actor: 'verify', act, subject, outcome: 'done', detail: { noticeId, ...detail } });
}
