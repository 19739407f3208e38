import { createHash } from 'node:crypto';
import type { Delivery } from '../../shared/aws/batch.ts';
import { RetryLater, Unprocessable } from '../../shared/aws/errors.ts';
import type { HostStore } from '../../shared/aws/host-store.ts';
import type { ListingStore } from '../../shared/aws/listing-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { ScanStore } from '../../shared/aws/scan-store.ts';
import type { TacsInUse } from '../../shared/aws/tacs-in-use.ts';
import {
  changedFields,
  contentText,
  type Listing,
  type ListingContent,
  type Liveness,
  type Revision,
  type Validators,
} from '../../shared/domain/listing.ts';
import { contradictsItself, isTurnedAway, type ReadingTally, type WatchedField, watchedFields } from '../../shared/domain/reading-tally.ts';
import { expirySecond, isHalfForgotten } from '../../shared/domain/retention.ts';
import { comparablePhotos } from '../../shared/domain/seen-photo.ts';
import { type MatchRequest, mostPhotos, type PhotosWanted, type ReadListing } from '../../shared/messages.ts';
import type { PageFetcher } from '../../shared/sources/fetch-page.ts';
import { type PageReading, readPage } from '../../shared/sources/read-page.ts';
import type { Source } from '../../shared/sources/source.ts';
import { validatorsOf } from '../../shared/sources/validators.ts';
import { storableContent } from './storable-content.ts';
import { knownPage } from './unchanged.ts';

export interface ReadParts {
  source: Source;
  fetcher: PageFetcher;
  listings: ListingStore;
  scans: Pick<ScanStore, 'countReading'>;
  tacs: TacsInUse;
  matchQueue: QueueSender;
  seeQueue: QueueSender;
  /** No visit of the host before then, by anybody. */
  holdOff: HostStore['holdOff'];
  now: () => Date;
}

/** Nobody visits a host for so long that turns readers away; whether the Source as a whole is blocked is for its next Scan to say. */
const restAfterBlockSeconds = 300;

/** One listing page: fetch, read, keep what it says as a Revision if that is new, ask for it to be matched. */
export async function readListing(message: ReadListing, delivery: Delivery, parts: ReadParts): Promise<void> {
  const { source, fetcher, listings } = parts;
  const before = await listings.get({ source: source.id, itemId: message.itemId });
  if (delivery.attempt === 1 && wasReadMeanwhile(message, before)) return;
  const known = await knownPage(before, parts);
  const { etag, lastModified } = known?.listing.validators ?? {};
  const fetched = await fetcher.fetch(message.url, source, { signal: delivery.signal, etag, lastModified });
  if (fetched.outcome === 'failed') {
    // A wait for a turn is no answer of the platform.
    if (fetched.isOurWait !== true) await tally(message, 'failed', parts);
    throw new RetryLater(fetched.why, { afterSeconds: fetched.retryAfterSeconds ?? 5 * delivery.attempt });
  }
  if (fetched.outcome === 'refused') throw new Unprocessable(`The listing page may not be fetched: ${fetched.why}`);
  if (fetched.outcome === 'not-modified') {
    if (known === undefined) throw new Error('A listing page was answered "not modified" though nothing was asked conditionally');
    await tally(message, { ...known.revision, kind: 'listing' }, parts);
    return keepUnchanged({ ...seenNow(message, before, parts), liveness: 'live' }, known.revision, delivery, parts);
  }

  const reading = readPage({ ...fetched, url: message.url, source, tacs: await parts.tacs.current() });
  const tallied = await tally(message, reading, parts);
  switch (reading.kind) {
    case 'listing':
      return keepRevision(
        withValidators(seenNow(message, before, parts), validatorsOf(fetched, source)),
        storableContent(contentOf(reading)),
        delivery,
        parts,
      );
    case 'gone':
      return keepGone(message, before, parts);
    case 'blocked':
      if (isTurnedAway(tallied)) {
        const at = parts.now().getTime();
        await parts.holdOff({ host: new URL(message.url).host, untilMs: at + restAfterBlockSeconds * 1000, now: at });
      }
      throw new RetryLater(`The platform turned us away: ${reading.reason ?? 'block page'}`, {
        afterSeconds: 20 * delivery.attempt,
      });
    case 'search':
    case 'unknown':
      return notUnderstood({ message, before, reading, delivery }, parts);
  }
}

/**
 * Whether the card that led here was read since it was sent here: Scans ask for a listing again while it waits to be read. A first delivery
 * only: a second may mean that a crash fell between the Revision and its match request.
 */
function wasReadMeanwhile({ why, cardHash }: ReadListing, before: Listing | undefined): boolean {
  return (why === 'new' || why === 'changed') && before?.liveness === 'live' && before.cardHash === cardHash;
}

/** What a visit says of the Source's health: the kind of page and its fields. */
type Came = Pick<PageReading, 'kind' | 'otherLanguage' | WatchedField> & { disagreements?: PageReading['disagreements'] };

/** Counts what came of the visit, by which the Source's next Scan is judged. */
async function tally(message: ReadListing, came: Came | 'failed', { scans }: ReadParts): Promise<ReadingTally> {
  if (came === 'failed') return scans.countReading(message.scanId, { outcome: 'failed', fields: [], otherLanguage: false });
  const { kind, otherLanguage, disagreements } = came;
  const outcome = kind === 'listing' ? 'live' : kind === 'search' ? 'unknown' : kind;
  const fields = kind === 'listing' ? watchedFields.filter((field) => hasField(came, field)) : [];
  return scans.countReading(message.scanId, {
    outcome,
    fields,
    otherLanguage: otherLanguage !== undefined,
    contradicted: contradictsItself(disagreements),
  });
}

function hasField(reading: Came, field: WatchedField): boolean {
  const value = reading[field];
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
}

async function keepRevision(seen: Listing, content: ListingContent, delivery: Delivery, parts: ReadParts): Promise<void> {
  const { listings, now } = parts;
  const contentHash = hash(contentText(content));
  const last = seen.revision > 0 ? await listings.revision(seen, seen.revision) : undefined;
  const listing: Listing = { ...seen, liveness: 'live', contentHash };
  // Back after it was gone, or could not be seen: whoever watches what was removed hears of it, though it says what it said.
  const isBack = seen.liveness !== 'live';
  if (last !== undefined && seen.contentHash === contentHash) return keepUnchanged(listing, last, delivery, { ...parts, isBack });

  const revised = { ...listing, revision: listing.revision + 1 };
  const changed = last ? changedFields(last, content) : [];
  const photos = last?.photos?.filter(({ url }) => content.images.includes(url)) ?? [];
  const revision: Revision = {
    ...content,
    number: revised.revision,
    readAt: now().toISOString(),
    changed,
    ...(photos.length > 0 && { photos }),
  };
  const saved = await listings.saveReading({ listing: revised, revision, expiresAt: expiryOf(listing, parts) });
  if (saved === 'superseded') throw new RetryLater('Another reader was faster; looking again at what it kept', { afterSeconds: 2 });
  await requestMatch(revised, parts);
  await requestPhotos(revised, revision, parts);
}

/** The page says what it said: no Revision, and nothing to match, but the term begins anew for Listing and text alike. */
async function keepUnchanged(
  listing: Listing,
  revision: Revision,
  delivery: Delivery,
  { isBack = false, ...parts }: ReadParts & { isBack?: boolean },
): Promise<void> {
  const { listings, source, now } = parts;
  const expiresAt = expiryOf(listing, parts);
  await listings.saveReading({ listing, expiresAt });
  if (expiresAt !== undefined) await listings.renewRevision(listing, revision.number, expiresAt);
  // A redelivery may mean that a crash fell between the Revision and its match request.
  if (!isBack && delivery.attempt === 1 && !isHalfForgotten(revision, source.retentionDays, now())) return;
  await requestMatch(listing, parts);
  await requestPhotos(listing, revision, parts);
}

/**
 * Gone is what its page and a search agree on: a healthy Scan missed it, and its own page says so. One that a search page shows while its own is
 * not there (a page that is not up yet, an index that lags behind, an error answered as 404) is unknown, and with no card noted the next
 * Scan that shows it asks again.
 */
async function keepGone(message: ReadListing, before: Listing | undefined, parts: ReadParts): Promise<void> {
  if (message.why === 'missing') return keepLiveness(message, before, 'gone', parts);
  return keepLiveness({ ...message, cardHash: '' }, before, 'unknown', parts);
}

async function keepLiveness(message: ReadListing, before: Listing | undefined, liveness: Liveness, parts: ReadParts): Promise<void> {
  const listing = { ...seenNow(message, before, parts), liveness };
  await parts.listings.saveReading({ listing, expiresAt: expiryOf(listing, parts) });
}

/** The Listing as this message shows it, on top of what was known before. */
function seenNow(message: ReadListing, before: Listing | undefined, { source, now }: ReadParts): Listing {
  return {
    ...(before ?? { source: source.id, itemId: message.itemId, liveness: 'unknown', firstSeenAt: now().toISOString(), revision: 0 }),
    url: message.url,
    cardHash: message.cardHash ?? before?.cardHash ?? '',
    scanId: message.scanId,
    readAt: now().toISOString(),
  };
}

/** Those of an earlier answer say nothing of this one. */
function withValidators({ validators: _earlier, ...listing }: Listing, validators: Validators | undefined): Listing {
  return validators === undefined ? listing : { ...listing, validators };
}

function expiryOf(listing: Listing, { source, now }: ReadParts): number | undefined {
  return listing.keptForCase ? undefined : expirySecond(now(), source.retentionDays);
}

/** Tried again a few times; then parked for a person, and its card noted so that the next Scan does not queue the same page again. */
async function notUnderstood(
  { message, before, reading, delivery }: { message: ReadListing; before: Listing | undefined; reading: PageReading; delivery: Delivery },
  parts: ReadParts,
): Promise<void> {
  const reason = `Not readable as a listing: ${reading.reason ?? `looks like a ${reading.kind} page`}`;
  if (!delivery.lastAttempt) throw new RetryLater(reason, { afterSeconds: 5 * delivery.attempt });
  await keepLiveness(message, before, 'unknown', parts);
  throw new Unprocessable(reason);
}

async function requestMatch({ source, itemId, revision }: Listing, { matchQueue }: ReadParts): Promise<void> {
  const body: MatchRequest = { type: 'listing-revised', source, itemId, revision };
  await matchQueue.send([{ body }]);
}

/**
 * In the group of the listing's host, behind the pages that were asked for before. What was seen on an earlier Revision's photos stands, and none is
 * fetched again; but what the index knows of them goes with the term, as long as nobody says that the listing still shows them.
 */
async function requestPhotos(listing: Listing, revision: Revision, { seeQueue, source, now }: ReadParts): Promise<void> {
  const { images, photos = [] } = revision;
  const seen = new Set(photos.map(({ url }) => url));
  const areKnown = images.slice(0, source.photosPerListing ?? mostPhotos).every((url) => seen.has(url));
  const isDue = comparablePhotos(photos).length > 0 && isHalfForgotten(revision, source.retentionDays, now());
  if (areKnown && !isDue) return;
  const { itemId, url } = listing;
  const body: PhotosWanted = { type: 'photos-wanted', source: source.id, itemId, revision: listing.revision };
  await seeQueue.send([{ body, group: new URL(url).host }]);
}

function contentOf(reading: PageReading): ListingContent {
  const { title, description, price, attributes, seller, location, images, postedAt, identifiers, how, disagreements } = reading;
  return {
    title: title ?? '',
    description: description ?? '',
    images,
    identifiers,
    how,
    ...(price && { price }),
    ...(attributes && { attributes }),
    ...(seller && { seller }),
    ...(location !== undefined && { location }),
    ...(postedAt !== undefined && { postedAt }),
    ...(disagreements.length > 0 && { disagreements }),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
