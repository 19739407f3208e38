import { createHash } from 'node:crypto';
import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaptureArchive } from '../../shared/aws/capture-archive.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { ListingStore } from '../../shared/aws/listing-store.ts';
import type { Log } from '../../shared/aws/log.ts';
import type { NoticeStore, StoredNotice } from '../../shared/aws/notice-store.ts';
import type { OfferedAgainStore } from '../../shared/aws/offered-again-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { RecordStore } from '../../shared/aws/record-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { ConfirmedListing } from '../../shared/domain/notice/confirmed-listing.ts';
import { draftRemoval } from '../../shared/domain/notice/draft.ts';
import { groundKey, withoutNoticed } from '../../shared/domain/notice/ground-key.ts';
import { groupListings } from '../../shared/domain/notice/group.ts';
import type { Authority } from '../../shared/domain/notice/notice.ts';
import { deliveryRequestFor } from '../../shared/messages.ts';
import { readNotice } from '../../shared/notice-schema.ts';
import { noticePlatform, type Platform } from '../../shared/platforms/declaration.ts';
import { knowCase } from './know-case.ts';

export interface NotifyParts {
  cases: CaseStore;
  listings: ListingStore;
  records: RecordStore;
  captures: CaptureArchive;
  notices: NoticeStore;
  /** What went before a Case. */
  offers: Pick<OfferedAgainStore, 'earlierOf'>;
  audit: AuditStore;
  deliverQueue: QueueSender;
  /** By Source. */
  platforms: ReadonlyMap<string, Platform>;
  authority: Authority;
  team: string;
  log: Log;
  now: () => Date;
}

export interface Notified {
  /** Ids of the notices that were written. */
  written: string[];
  /** Confirmed Cases for which none could be, and why. */
  held: { caseId: string; why: string }[];
}

const offence = 'stolen-goods-offered';
const casesPerPage = 100;
/** A delivery takes seconds; a notice that waits for longer lost its request to a crash. */
const requestLostAfterMs = 10 * 60_000;

/** Writes the notices that confirmed Cases ask for and sends them on their way, once each; asks again for those whose delivery was lost. */
export async function notify(parts: NotifyParts): Promise<Notified> {
  await askAgain(parts);
  const held: Notified['held'] = [];
  const known: ConfirmedListing[] = [];
  for await (const item of unnoticedCases(parts)) {
    const knowledge = await knowCase(item, parts);
    if ('listing' in knowledge) known.push(knowledge);
    else held.push({ caseId: item.id, why: knowledge.why });
  }
  const noticed = await parts.notices.takenGrounds(known.map(({ listing }) => groundKey(listing, offence)));
  const written: string[] = [];
  for (const group of groupListings(withoutNoticed(known, { noticed, offence }).toNotify)) {
    const outcome = await write(group, parts);
    if (typeof outcome === 'string') written.push(outcome);
    else held.push(...group.map(({ caseId }) => ({ caseId, why: outcome.why })));
  }
  return { written, held };
}

/** Confirmed Cases whose listing no notice stands for, page by page: two reads a hundred of those that have one. */
async function* unnoticedCases({ cases, notices, team }: NotifyParts): AsyncGenerator<Case> {
  let cursor: string | undefined;
  do {
    const page = await cases.queue({ team, state: 'confirmed', limit: casesPerPage, ...(cursor !== undefined && { cursor }) });
    const taken = await notices.takenGrounds(page.cases.map(({ listing }) => groundKey(listing, offence)));
    yield* page.cases.filter(({ listing }) => !taken.has(groundKey(listing, offence)));
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/**
 * The notice first, then the grounds it stands for: a crash between leaves a notice that is asked for again, and at its delivery the grounds
 * decide which notice asks for a listing.
 */
async function write(group: readonly ConfirmedListing[], parts: NotifyParts): Promise<string | { why: string }> {
  const { notices, audit, deliverQueue, authority, team, now } = parts;
  const [first] = group;
  const platform = first && parts.platforms.get(first.listing.source);
  if (first === undefined || platform === undefined) return { why: 'its platform is not declared as a recipient of notices' };
  const grounds = group.map(({ listing }) => groundKey(listing, offence));
  const id = noticeIdOf(grounds, group);
  const at = now();
  const notice = draftRemoval(group, { platform: noticePlatform(platform), authority, noticeId: id, at });
  const read = readNotice(notice);
  if (!read.complete) return { why: `the notice is not complete: ${read.problems}` };

  const stored: StoredNotice = {
    id,
    team,
    source: platform.source,
    state: 'queued',
    notice: read.notice,
    cases: group.map(noticedCase),
    left: [],
    attempts: [],
    createdAt: at.toISOString(),
  };
  await notices.create(stored);
  for (const key of grounds) await notices.takeGround(key, id);
  for (const { caseId } of group) {
    const subject = { kind: 'case', id: caseId };
    await audit.append({
      at: at.toISOString(),
      actor: 'notify',
      act: 'notice-written',
      subject,
      outcome: 'done',
      detail: { noticeId: id },
    });
  }
  await deliverQueue.send([deliveryRequestFor(stored)]);
  return id;
}

/** The second person confirms that no other operation is harmed: whoever knows of one puts the Case on hold instead (`deconfliction-hold`). */
function noticedCase({ caseId, evidence, confirmation: { first, second, since } }: ConfirmedListing): StoredNotice['cases'][number] {
  return {
    caseId,
    decidedBy: [first.by.name, second.by.name],
    deconfliction: { answer: 'no-objection', by: second.by.name, at: since },
    captures: evidence.map(({ folder }) => folder),
  };
}

/** The same for the same group and confirmations, so that a run that crashed is gone on with and not done twice. */
function noticeIdOf(grounds: readonly string[], group: readonly ConfirmedListing[]): string {
  const since = group.map(({ confirmation }) => confirmation.since);
  return `N-${createHash('sha256')
    .update(JSON.stringify([grounds, since]))
    .digest('base64url')
    .slice(0, 20)}`;
}

async function askAgain({ notices, deliverQueue, team, now }: NotifyParts): Promise<void> {
  const before = new Date(now().getTime() - requestLostAfterMs).toISOString();
  const queued = await notices.ofState(team, 'queued');
  await deliverQueue.send(queued.filter(isStale).map(deliveryRequestFor));

  /** Neither written nor tried within the last minutes. */
  function isStale({ createdAt, attempts }: StoredNotice): boolean {
    return (attempts.at(-1)?.at ?? createdAt) < before;
  }
}
