import { createHash } from 'node:crypto';
import type { Delivery } from '../../shared/aws/batch.ts';
import { RetryLater } from '../../shared/aws/errors.ts';
import type { ListingStore } from '../../shared/aws/listing-store.ts';
import type { PhotoBucket } from '../../shared/aws/photo-bucket.ts';
import type { PhotoIndex } from '../../shared/aws/photo-index.ts';
import type { PhotoStore } from '../../shared/aws/photo-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { ListingKey, Seller } from '../../shared/domain/listing.ts';
import { expirySecond } from '../../shared/domain/retention.ts';
import { comparablePhotos, type SeenPhoto } from '../../shared/domain/seen-photo.ts';
import { type MatchRequest, mostPhotos, type PhotosWanted, pictureUrlSchema } from '../../shared/messages.ts';
import { fileAgain, filePhoto, notePhotoUse } from '../../shared/photo-filing.ts';
import type { PageFetcher } from '../../shared/sources/fetch-page.ts';
import { largerAddress } from '../../shared/sources/largest-photo.ts';
import type { Source } from '../../shared/sources/source.ts';
import { renditionSides } from '../../shared/vision/photo-rendition.ts';
import type { PhotoReading } from '../../shared/vision/read-photo.ts';

export interface SeeParts {
  source: Source;
  fetcher: PageFetcher;
  listings: Pick<ListingStore, 'revision' | 'savePhotos'>;
  photos: PhotoStore;
  /** Of photos with a number the bytes are kept too. */
  bytes: Pick<PhotoBucket, 'put' | 'putRendition'>;
  /** What looks like what. */
  index: PhotoIndex;
  read: (bytes: Uint8Array) => Promise<PhotoReading>;
  /** The photo drawn anew, to be shown; undefined for what is no photo. */
  draw: (bytes: Uint8Array, side: number) => Promise<Uint8Array | undefined>;
  /** Names and versions of what reads. */
  readWith: Record<string, string>;
  matchQueue: QueueSender;
  now: () => Date;
}

/** A photo that has not come yet may come later; what has come is kept meanwhile. */
interface Look {
  photo: SeenPhoto;
  retryAfterSeconds?: number;
}

/**
 * The photos of one Revision: each fetched once, at the pace of its host, and read once for all listings that show the same bytes. What
 * stands on them joins the Revision, which is then matched again; text has been matched before and waits for nothing.
 */
export async function see({ source: id, itemId, revision: number }: PhotosWanted, delivery: Delivery, parts: SeeParts): Promise<void> {
  const { listings, matchQueue } = parts;
  const key = { source: id, itemId };
  const revision = await listings.revision(key, number);
  if (revision === undefined) throw new RetryLater(`Revision ${number} of a listing is not there yet`, { afterSeconds: 5 });

  const known = new Map((revision.photos ?? []).map((photo) => [photo.url, photo]));
  const looks: Look[] = [];
  for (const url of revision.images.slice(0, parts.source.photosPerListing ?? mostPhotos)) {
    const standing = known.get(url);
    looks.push(standing === undefined ? await lookAt(url, delivery, parts) : { photo: standing });
  }
  const waits = delivery.lastAttempt ? [] : looks.flatMap(({ retryAfterSeconds }) => retryAfterSeconds ?? []);
  const had = looks.filter(({ retryAfterSeconds }) => retryAfterSeconds === undefined || delivery.lastAttempt).map(({ photo }) => photo);
  await listings.savePhotos(key, number, had);
  const others = await noteUses(had, { ...key, revision: number, seller: revision.seller }, parts);
  // Also when all were known: the message may have come again because this was not reached.
  if (had.some(({ finds, comparable }) => finds.length > 0 || comparable))
    await matchQueue.send(requestsFor([{ ...key, revision: number }, ...others]));
  if (waits.length > 0) throw new RetryLater(`${waits.length} photos have not come yet`, { afterSeconds: Math.max(...waits) });
}

interface Shown extends ListingKey {
  revision: number;
}

/** Who shows what: before the listing is matched again, so that it is linked by its photos. Returns listings that must be linked anew. */
async function noteUses(photos: readonly SeenPhoto[], shown: Shown & { seller: Seller | undefined }, parts: SeeParts): Promise<Shown[]> {
  const others: Shown[] = [];
  for (const sha256 of comparablePhotos(photos)) {
    // Also one that was looked at weeks ago: it is shown still.
    await fileAgain(sha256, filing(parts));
    others.push(...(await notePhotoUse(sha256, shown, filing(parts))));
  }
  return [...new Map(others.map((each) => [JSON.stringify([each.source, each.itemId]), each])).values()];
}

function requestsFor(listings: readonly Shown[]): { body: MatchRequest }[] {
  return listings.map(({ source, itemId, revision }) => ({ body: { type: 'listing-revised', source, itemId, revision } }));
}

function filing({ index, now, source: { retentionDays } }: SeeParts) {
  return { index, now, retentionDays };
}

/** The largest form that its Source knows of first; where that is not to be had or no photo, the one that the page shows. */
async function lookAt(url: string, delivery: Delivery, parts: SeeParts): Promise<Look> {
  const largerUrl = largerAddress(url, parts.source.listing.largerPhotos);
  if (largerUrl !== undefined) {
    const { photo } = await lookAtAddress(largerUrl, delivery, parts);
    if (photo.outcome === 'read') return { photo: { ...photo, url, largerUrl } };
  }
  return lookAtAddress(url, delivery, parts);
}

async function lookAtAddress(url: string, { signal, attempt }: Delivery, parts: SeeParts): Promise<Look> {
  if (!pictureUrlSchema.safeParse(url).success) return { photo: { url, outcome: 'not had: no web address', finds: [] } };
  const fetched = await parts.fetcher.fetch(url, parts.source, { signal, isPhoto: true });
  if (fetched.outcome === 'not-modified') throw new Error('A photo was answered "not modified" though nothing was asked conditionally');
  if (fetched.outcome !== 'page') {
    const photo: SeenPhoto = { url, outcome: `not had: ${fetched.why}`, finds: [] };
    return fetched.outcome === 'failed' ? { photo, retryAfterSeconds: fetched.retryAfterSeconds ?? 5 * attempt } : { photo };
  }
  if (fetched.status >= 400) return { photo: { url, outcome: `not had: status ${fetched.status}`, finds: [] } };
  const seen = await readOnce(fetched.body, parts);
  await keepBytes(fetched.body, seen, parts);
  return { photo: { url, seenAt: fetched.fetchedAt, ...seen } };
}

async function readOnce(bytes: Uint8Array, parts: SeeParts): Promise<Omit<SeenPhoto, 'url'>> {
  const { photos, read, readWith, source, now } = parts;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const known = await photos.get(sha256);
  if (known !== undefined && (!known.comparable || (await fileAgain(sha256, filing(parts))))) return known;
  const reading = await read(bytes);
  const seen: Omit<SeenPhoto, 'url'> =
    reading.outcome === 'unreadable'
      ? { outcome: reading.why, sha256, finds: [] }
      : {
          outcome: 'read',
          sha256,
          width: reading.width,
          height: reading.height,
          readWith,
          ...(reading.fingerprint && { comparable: true }),
          finds: reading.identifiers.map(({ kind, ...find }) => (kind === 'imei' ? find : { kind, ...find })),
        };
  if (reading.outcome === 'read' && reading.fingerprint) await filePhoto(sha256, reading.fingerprint, filing(parts));
  await photos.put(sha256, seen, expirySecond(now(), source.retentionDays));
  return seen;
}

/** Also of a photo that was read for another listing: it stays as long as the listing that shows it now. */
async function keepBytes(bytes: Uint8Array, { sha256, finds, comparable }: Omit<SeenPhoto, 'url'>, parts: SeeParts): Promise<void> {
  const { bytes: kept, draw, source } = parts;
  if (sha256 === undefined || (finds.length === 0 && !comparable)) return;
  const rendition = await draw(bytes, finds.length > 0 ? renditionSides.toRead : renditionSides.toCompare);
  if (rendition === undefined) return;
  if (finds.length > 0) await kept.put(sha256, { bytes, rendition }, source.retentionDays);
  else await kept.putRendition(sha256, rendition, source.retentionDays);
}
