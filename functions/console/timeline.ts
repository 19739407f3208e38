/** What happened when around one Case, and how each entry is known: seen on the platform, reported to the force, or done by Fencewatch. */

import type { StatusSet } from '../../shared/aws/record-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import { noWork } from '../../shared/domain/case-work.ts';
import type { Listing, Price, Revision } from '../../shared/domain/listing.ts';
import type { StoredAnswer } from '../../shared/domain/notice/answer.ts';
import { answerWords } from '../../shared/domain/notice/answer-words.ts';
import type { OfferedAgain } from '../../shared/domain/offered-again.ts';
import { lookWords } from '../../shared/domain/removal-words.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { type Moment, momentOf, priceWords } from '../../shared/pages/format.ts';
import { noticeWords } from './notice-words.ts';
import type { NoticeOfCase } from './notices-of-case.ts';
import { offeredAgainWords, putUpAgainWords } from './offered-again-words.ts';
import { captureWords } from './present.ts';
import { decisionWords, lowerFirst } from './work-words.ts';

/** `observed` on the platform, `reported` to the force, `inferred` by Fencewatch, `decided` by a named person, `done` in the force's name. */
export type Knowledge = 'observed' | 'reported' | 'inferred' | 'decided' | 'done';

export interface TimelineEntry {
  at: Moment;
  what: string;
  knowledge: Knowledge;
}

interface Dated {
  iso: string;
  what: string;
  knowledge: Knowledge;
  precision?: 'day' | 'minute';
}

export interface TimelineSides {
  item: Case;
  listing: Listing | undefined;
  /** Oldest first. */
  revisions: readonly Revision[];
  record: StolenRecord | undefined;
  statusSet?: StatusSet | undefined;
  notices: readonly NoticeOfCase[];
  /** Notices that went before this Case. */
  earlier?: readonly OfferedAgain[];
}

/** Oldest first; entries of the same moment keep the order theft, listing, Fencewatch. */
export function timelineOf({ item, listing, revisions, record, statusSet, notices, earlier = [] }: TimelineSides): TimelineEntry[] {
  const entries = [
    ...ofRecord(record, statusSet),
    ...ofListing(listing, revisions),
    ...ofCase(item),
    ...ofEarlier(earlier),
    ...ofNotices(notices),
  ];
  return entries
    .sort((a, b) => timeOf(a.iso) - timeOf(b.iso))
    .map(({ iso, what, knowledge, precision }) => ({ at: momentOf(iso, precision), what, knowledge }));
}

function timeOf(iso: string): number {
  const time = new Date(iso).getTime();
  return Number.isNaN(time) ? 0 : time;
}

function ofRecord(record: StolenRecord | undefined, statusSet: StatusSet | undefined): Dated[] {
  if (record === undefined) return [];
  const entries: Dated[] = [{ iso: record.stolenAt, what: 'Device stolen', knowledge: 'reported', precision: record.stolenAtPrecision }];
  if (record.reportedAt !== undefined) entries.push({ iso: record.reportedAt, what: 'Theft reported', knowledge: 'reported' });
  // A record that is looked for again keeps what was once said of it.
  if (statusSet !== undefined && record.status !== 'stolen')
    entries.push({ iso: statusSet.at, what: `Record marked as ${record.status}: “${statusSet.reason}”`, knowledge: 'done' });
  return entries;
}

function ofListing(listing: Listing | undefined, revisions: readonly Revision[]): Dated[] {
  const posted = revisions.find(({ postedAt }) => postedAt !== undefined)?.postedAt;
  return [
    ...(posted === undefined ? [] : [{ iso: posted, what: 'Offered, as the page says', knowledge: 'observed' as const }]),
    ...(listing === undefined ? [] : [{ iso: listing.firstSeenAt, what: 'First seen by a scan', knowledge: 'observed' as const }]),
    ...revisions.map((revision, index) => ({
      iso: revision.readAt,
      what: revisionWords(revision, revisions[index - 1]),
      knowledge: 'observed' as const,
    })),
  ];
}

function revisionWords(revision: Revision, before: Revision | undefined): string {
  if (before === undefined) return `Read for the first time, offered for ${priceOrNone(revision.price)}`;
  const changes = revision.changed.map((field) =>
    field === 'price' ? `price from ${priceOrNone(before.price)} to ${priceOrNone(revision.price)}` : field,
  );
  return changes.length === 0 ? `Revision ${revision.number}` : `Revision ${revision.number}: changed ${changes.join(', ')}`;
}

function priceOrNone(price: Price | undefined): string {
  return price === undefined ? 'no stated price' : priceWords(price);
}

function ofCase(item: Case): Dated[] {
  const entries: Dated[] = [{ iso: item.openedAt, what: 'Match found, case opened', knowledge: 'inferred' }];
  if (item.page !== undefined) {
    entries.push({ iso: item.page.capturedAt, what: captureWords(item.page), knowledge: 'observed' });
  }
  if (item.readyAt !== undefined) entries.push({ iso: item.readyAt, what: 'Ready for review', knowledge: 'inferred' });
  entries.push(...decided(item));
  if (item.closedAt !== undefined && item.closedAt !== item.work?.decisions.at(-1)?.at) {
    entries.push({
      iso: item.closedAt,
      what: `Closed${item.closedBecause === undefined ? '' : `: ${item.closedBecause}`}`,
      knowledge: 'done',
    });
  }
  return entries;
}

function ofEarlier(earlier: readonly OfferedAgain[]): Dated[] {
  return earlier.map((found) => ({ iso: found.foundAt, what: offeredAgainWords(found), knowledge: 'inferred' }));
}

function ofNotices(notices: readonly NoticeOfCase[]): Dated[] {
  return notices.flatMap((each) => [
    { iso: each.notice.deliveredAt ?? each.notice.createdAt, what: noticeWords(each), knowledge: 'done' as const },
    ...(each.verification?.looks ?? []).map((look) => ({
      iso: look.at,
      what: `Looked again: ${lookWords(look)}`,
      knowledge: 'observed' as const,
    })),
    ...(each.answers ?? []).map((answer) => ({ iso: answer.at, what: saidWords(each, answer), knowledge: 'reported' as const })),
    ...(each.again ?? []).map((found) => ({ iso: found.foundAt, what: putUpAgainWords(found), knowledge: 'inferred' as const })),
  ]);
}

/** `Marktplein says: refused: cannot find the listing. “We looked twice.”` */
function saidWords({ notice: { notice } }: NoticeOfCase, { said }: StoredAnswer): string {
  const own = said.words === undefined ? '' : `. “${said.words}”`;
  return `${notice.recipient.platform} says: ${lowerFirst(answerWords(said))}${own}`;
}

function decided({ work = noWork }: Case): Dated[] {
  return work.decisions.flatMap((decision) => {
    const { by, at, undoneAt } = decision;
    const made: Dated = { iso: at, what: `${by.name}: ${lowerFirst(decisionWords(decision))}`, knowledge: 'decided' };
    return undoneAt === undefined ? [made] : [made, { iso: undoneAt, what: `${by.name} took it back`, knowledge: 'decided' }];
  });
}
