/** What travels on queues and schedules. Every consumer parses what it receives with these schemas; nothing is cast. */

import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Case } from './domain/case.ts';
import type { Revision } from './domain/listing.ts';
import { tellingPhotos } from './domain/seen-photo.ts';

const sourceId = z.string().min(1).max(60);
const httpUrl = z.url({ protocol: /^https?$/ }).max(4096);

/** A schedule fired: open a Scan of this Source. `scheduledAt` names the Scan, so a schedule that fires twice opens one. */
export const scheduledScanSchema = z.object({ source: sourceId, scheduledAt: z.iso.datetime() });
export type ScheduledScan = z.infer<typeof scheduledScanSchema>;

/** A clock started a function that has one: see `clocks` in aws/resources.ts. */
export const clockEventSchema = z.object({ scheduledAt: z.iso.datetime() });
export type ClockEvent = z.infer<typeof clockEventSchema>;

/** Fetch one search page of an open Scan, then pass on the listings and the next page. */
export const scanPageSchema = z.object({
  type: z.literal('scan-page'),
  source: sourceId,
  scanId: z.string().min(1),
  /** Index into the Source's searches. */
  search: z.int().min(0),
  /** 1 for the first page of a search. */
  page: z.int().min(1),
  url: httpUrl,
});
export type ScanPage = z.infer<typeof scanPageSchema>;

/**
 * Fetch one listing page. `missing`: a complete scan no longer showed it. `half-forgotten`: its card is as it was, and half of the term has passed
 * since its page was read.
 */
export const readListingSchema = z.object({
  type: z.literal('read-listing'),
  source: sourceId,
  scanId: z.string().min(1),
  why: z.enum(['new', 'changed', 'half-forgotten', 'missing']),
  itemId: z.string().min(1).max(200),
  url: httpUrl,
  /** Fingerprint of the search-page card that led here; a missing listing has none. */
  cardHash: z.string().optional(),
});
export type ReadListing = z.infer<typeof readListingSchema>;

/** Photos of one listing that are looked at where its Source says nothing else: platforms show the seller's own first. */
export const mostPhotos = 6;

/** Look at the photos of a Revision for device numbers. */
export const photosWantedSchema = z.object({
  type: z.literal('photos-wanted'),
  source: sourceId,
  itemId: z.string().min(1),
  revision: z.int().min(1),
});
export type PhotosWanted = z.infer<typeof photosWantedSchema>;

/** Few enough to be matched within one message's time though hundreds of listings show the number of each. */
export const recordsPerMessage = 20;

/** Something changed that may now fit: a listing's new revision, or records. */
export const matchRequestSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('listing-revised'), source: sourceId, itemId: z.string().min(1), revision: z.int().min(1) }),
  /** Several in one message: an import of 100,000 records is 5,000 messages. No Case rests yet on a record that is `new`. */
  z.object({
    type: z.literal('records-changed'),
    why: z.enum(['new', 'changed']),
    references: z.array(z.string().min(1)).min(1).max(recordsPerMessage),
  }),
]);
export type MatchRequest = z.infer<typeof matchRequestSchema>;

/** Pictures of one listing that are kept as evidence; more are counted, not fetched. */
export const mostPictures = 12;

/** A page names its pictures as it likes: what is no web address, or longer than any platform's, is not asked for. */
export const pictureUrlSchema = z.url({ protocol: /^https?$/ }).max(2048);

/** What the evidence of a Case asks for. */
export const reviewRequestSchema = z.discriminatedUnion('type', [
  /** A Case was opened: capture its listing's page and make it ready for a person. */
  z.object({ type: z.literal('case-opened'), caseId: z.string().min(1), source: sourceId, url: httpUrl }),
  /** The page was captured: capture the pictures it shows. In a message of its own, so that no Case waits for another one's pictures. */
  z.object({
    type: z.literal('pictures-wanted'),
    caseId: z.string().min(1),
    source: sourceId,
    url: httpUrl,
    pictures: z.array(pictureUrlSchema).max(mostPictures),
    /** Of the page, and not in `pictures`. */
    leftOut: z.int().min(0),
  }),
  /** Numbers were read on photos of the listing: keep those photos with the readings. Visits nobody. */
  z.object({ type: z.literal('photos-read'), caseId: z.string().min(1), source: sourceId, url: httpUrl }),
]);
export type ReviewRequest = z.infer<typeof reviewRequestSchema>;
export type CaseOpened = Extract<ReviewRequest, { type: 'case-opened' }>;
export type PhotosRead = Extract<ReviewRequest, { type: 'photos-read' }>;
export type PicturesWanted = Extract<ReviewRequest, { type: 'pictures-wanted' }>;

/**
 * Asks for the evidence of a Case, as `reviewQueue.send` takes it. A Case that was opened again within SQS's five minutes of deduplication
 * asks again, so the moment of opening is part of the name.
 */
export function reviewRequestFor({ id, openedAt, listing: { source, url } }: Pick<Case, 'id' | 'openedAt' | 'listing'>) {
  const body: CaseOpened = { type: 'case-opened', caseId: id, source, url };
  return { body, group: new URL(url).host, deduplicationId: `${id}#${openedAt}` };
}

/** Asks that the photos on which numbers were read go into the evidence of a Case, as `reviewQueue.send` takes it; empty where there are none. */
export function readingsRequestFor(
  { id, openedAt, listing: { source, url } }: Pick<Case, 'id' | 'openedAt' | 'listing'>,
  revision: Pick<Revision, 'photos'> | undefined,
) {
  const photos = tellingPhotos(revision?.photos);
  if (photos.length === 0) return [];
  const body: PhotosRead = { type: 'photos-read', caseId: id, source, url };
  const name = createHash('sha256').update(photos.map(({ sha256 }) => sha256).join());
  return [{ body, group: new URL(url).host, deduplicationId: `${id}#readings#${openedAt}#${name.digest('base64url').slice(0, 16)}` }];
}

/** A notice was written: look once more whether it is right, then deliver it. */
export const deliverNoticeSchema = z.object({ type: z.literal('notice-written'), noticeId: z.string().min(1) });
export type DeliverNotice = z.infer<typeof deliverNoticeSchema>;

/** A confirmed Case lost its ground: take back what platforms were told. */
export const recallNoticesSchema = z.object({ type: z.literal('case-lost'), caseId: z.string().min(1) });
export type RecallNotices = z.infer<typeof recallNoticesSchema>;

/** SES's own event about a mail that it took and could not hand on, by the tag that its notice was sent with. */
export const mailReturnedSchema = z.object({
  type: z.literal('mail-returned'),
  detail: z.object({
    mail: z.object({ tags: z.object({ notice: z.array(z.string().min(1)).length(1) }) }),
    /** `Permanent` and `Transient`, `MailboxFull`, `NoEmail` … */
    bounce: z.object({ bounceType: z.string().max(100), bounceSubType: z.string().max(100) }).optional(),
    reject: z.object({ reason: z.string().max(500) }).optional(),
  }),
});
export type MailReturned = z.infer<typeof mailReturnedSchema>;

/** Work about platforms: notices to deliver, to take back, and that came back. */
export const noticeRequestSchema = z.discriminatedUnion('type', [deliverNoticeSchema, recallNoticesSchema, mailReturnedSchema]);

/** Asks for the recall of what was told of a Case, as `deliverQueue.send` takes it: behind the notices to the same platform. */
export function recallRequestFor({ id, listing: { source } }: Pick<Case, 'id' | 'listing'>) {
  const body: RecallNotices = { type: 'case-lost', caseId: id };
  return { body, group: source };
}

/** Asks for the delivery of a notice, as `deliverQueue.send` takes it: notices to one platform go one after another, in order. */
export function deliveryRequestFor({ id, source, attempts }: { id: string; source: string; attempts: readonly unknown[] }) {
  const body: DeliverNotice = { type: 'notice-written', noticeId: id };
  return { body, group: source, deduplicationId: `${id}#${attempts.length}` };
}

/** Photos of one record that one message adds. */
export const mostOwnersPhotos = 20;

/** Work for the records desk: a file that was dropped in the uploads, photos of one record likewise, or one record to withdraw. */
export const recordsRequestSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('import-file'),
    batchId: z.string().min(1),
    key: z.string().min(1),
    format: z.enum(['csv', 'jsonl']),
    /** The file's name as the desk knows it, for its report. */
    fileName: z.string().min(1),
  }),
  z.object({
    type: z.literal('add-photos'),
    reference: z.string().min(1),
    /** In the uploads bucket, never addresses: `photos/7f3a….jpg`. */
    keys: z
      .array(z.string().regex(/^photos\/[\w.-]+$/))
      .min(1)
      .max(mostOwnersPhotos),
    actor: z.string().min(1),
  }),
  z.object({
    type: z.literal('withdraw'),
    reference: z.string().min(1),
    status: z.enum(['withdrawn', 'recovered', 'lawfully-disposed']),
    reason: z.string().min(1).max(500),
    actor: z.string().min(1),
  }),
]);
export type RecordsRequest = z.infer<typeof recordsRequestSchema>;
