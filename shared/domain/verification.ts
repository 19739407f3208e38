/**
 * After a Notice, Fencewatch looks again whether the listing is gone: the ladder. What may be claimed follows from the looks alone, so a claim can
 * be checked by anyone who has them (product rule 2: no claim from a blind scan).
 */

import { type Call, escalationId } from './escalation.ts';
import type { ListingKey, Liveness } from './listing.ts';
import type { ScanHealth } from './scan.ts';

/** One visit of the listing's own address. */
export interface Look {
  /** ISO 8601 in UTC. */
  at: string;
  liveness: Liveness;
  /** Of the Source's newest ended Scan: whether we can see it at all. */
  scanHealth: ScanHealth | 'not-scanned';
  /** What the page said of itself, or why it could not be seen. */
  because: string;
  /** The page as it answered, in the evidence bucket. */
  page?: { key: string; sha256: string };
}

/** The looks at one listing that a delivered Notice asks to be removed. */
export interface Verification {
  noticeId: string;
  caseId: string;
  team: string;
  listing: ListingKey & { url: string };
  /** When the platform took the Notice: the ladder starts here. */
  since: string;
  looks: Look[];
  /** When a listing that was removed was found to be offered again after the ladder was climbed: it begins anew. */
  reopenedAt?: string;
  /** When the Notice was taken back: nothing is asked of the listing any more, and nobody looks. */
  recalledAt?: string;
}

/** Minutes after delivery at which the listing is looked at again, ascending: 1 h, 24 h, 72 h and 7 d in product.md. */
export type Ladder = readonly number[];
export const standardLadder: Ladder = [60, 24 * 60, 72 * 60, 7 * 24 * 60];

/**
 * `removed`: gone at two rungs or more, the last word, each time while the Source could be seen. `returned`: live after it was gone. `offered`: live.
 * `not-known`: everything else, and never a claim.
 */
export type RemovalClaim = 'removed' | 'returned' | 'offered' | 'not-known';

/** Gone at one rung may be a page that failed for an hour. */
const goneRungsForRemoval = 2;

/** What claims follow from. */
export type Looked = Pick<Verification, 'looks' | 'since' | 'reopenedAt'>;

/** What may be said of the listing. A look that saw nothing neither proves nor disproves. */
export function removalClaim(verification: Looked, ladder: Ladder): RemovalClaim {
  const { looks } = verification;
  const seen = looks.filter(isTelling);
  const last = seen.at(-1);
  if (last === undefined) return 'not-known';
  const lastLive = seen.findLastIndex(({ liveness }) => liveness === 'live');
  if (last.liveness === 'live') return seen.some(({ liveness }) => liveness === 'gone') ? 'returned' : 'offered';
  const rungs = new Set(
    seen.slice(lastLive + 1).map(({ at }) => {
      const { from, rung } = rungOf(at, verification, ladder);
      return `${from}#${rung}`;
    }),
  );
  return rungs.size >= goneRungsForRemoval ? 'removed' : 'not-known';
}

/** The last look that says something; undefined while none did. */
export function lastTellingLook({ looks }: Pick<Verification, 'looks'>): Look | undefined {
  return looks.findLast(isTelling);
}

/** Live is what it shows; gone counts while the Source as a whole can be seen: a platform that fails answers 404 for everything. */
function isTelling({ liveness, scanHealth }: Look): boolean {
  return liveness === 'live' || (liveness === 'gone' && (scanHealth === 'healthy' || scanHealth === 'degraded'));
}

/** When the removal was verified for the first time, whatever was seen since; undefined before. */
export function removedAt(verification: Looked, ladder: Ladder): string | undefined {
  const { looks } = verification;
  return looks.find((_, at) => removalClaim({ ...verification, looks: looks.slice(0, at + 1) }, ladder) === 'removed')?.at;
}

/** The rung a moment belongs to, 0 for the first, -1 before it; and from when on the ladder counts. */
function rungOf(at: string, { since, reopenedAt }: Omit<Looked, 'looks'>, ladder: Ladder): { rung: number; from: string } {
  const from = reopenedAt !== undefined && at >= reopenedAt ? reopenedAt : since;
  const minutes = (Date.parse(at) - Date.parse(from)) / 60_000;
  return { rung: ladder.findLastIndex((rung) => minutes >= rung), from };
}

/**
 * When to look again; undefined when the ladder is climbed. A rung that saw nothing is tried again after as long as the first rung is, until the next
 * one is due; after the last rung for as long as the ladder took, then it stays unknown.
 */
export function nextLookAt(verification: Looked, ladder: Ladder): string | undefined {
  const { looks, since } = verification;
  const [first = 0] = ladder;
  const last = looks.at(-1);
  if (last === undefined) return after(since, first);
  const { rung, from } = rungOf(last.at, verification, ladder);
  const dueAt = ladder[rung + 1];
  if (isTelling(last)) return dueAt === undefined ? undefined : after(from, dueAt);
  const again = after(last.at, first);
  if (dueAt !== undefined) return earlier(again, after(from, dueAt));
  return again <= after(from, 2 * (ladder.at(-1) ?? 0)) ? again : undefined;
}

/** Why a person must take over, in a sentence; undefined while the clock does. */
export function whyEscalate(verification: Looked, ladder: Ladder): string | undefined {
  return troubleOf(verification, ladder)?.why;
}

/** The same as a call for a person: one for each return, and once for each other reason. */
export function callOfListing(verification: Verification, ladder: Ladder): Call | undefined {
  const trouble = troubleOf(verification, ladder);
  if (trouble === undefined) return undefined;
  const { kind, why } = trouble;
  return { ...aboutListing(verification), kind, occurrence: kind === 'returned' ? `${returnsOf(verification)}` : '', why };
}

/** Ids of every call about this listing so far, made or not: to call them off when it is gone, or nothing is asked of it any more. */
export function callsOfListing(verification: Verification): string[] {
  const about = aboutListing(verification);
  const returns = Array.from({ length: returnsOf(verification) }, (_, at) =>
    escalationId({ ...about, kind: 'returned', occurrence: `${at + 1}` }),
  );
  return [...(['still-offered', 'unseen'] as const).map((kind) => escalationId({ ...about, kind, occurrence: '' })), ...returns];
}

export function aboutListing({ team, noticeId, caseId, listing }: Verification) {
  return { team, source: listing.source, noticeId, caseIds: [caseId] };
}

/** How often it was live after it was gone. */
function returnsOf({ looks }: Pick<Verification, 'looks'>): number {
  const seen = looks.filter(isTelling);
  return seen.filter(({ liveness }, at) => liveness === 'live' && seen[at - 1]?.liveness === 'gone').length;
}

/**
 * Ordered by urgency: a listing that came back, one still offered at the third
 * rung or later, and one that nobody could see since the second.
 */
function troubleOf(
  verification: Looked,
  ladder: Ladder,
): (Pick<Call, 'why'> & { kind: 'returned' | 'still-offered' | 'unseen' }) | undefined {
  const { looks } = verification;
  const last = looks.at(-1);
  if (last === undefined) return undefined;
  const { rung } = rungOf(last.at, verification, ladder);
  const claim = removalClaim(verification, ladder);
  if (claim === 'returned') return { kind: 'returned', why: 'The listing was gone and is offered again.' };
  if (claim === 'offered' && rung >= 2)
    return { kind: 'still-offered', why: 'The listing is still offered: the platform has not acted on the notice.' };
  if (rung >= 1 && !looks.some(isTelling)) return { kind: 'unseen', why: 'Nobody could see the listing since the notice was delivered.' };
  return undefined;
}

function after(at: string, minutes: number): string {
  return new Date(Date.parse(at) + minutes * 60_000).toISOString();
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}
