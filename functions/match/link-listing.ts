import type { IndexedListing } from '../../shared/aws/identifier-store.ts';
import { type LinkSide, linkKeys, linkOf } from '../../shared/domain/linking/listing-link.ts';
import { bandsOf, likenessOfPrints, textPrint } from '../../shared/domain/linking/text-print.ts';
import { isSameListing } from '../../shared/domain/listing.ts';
import { isAnotherPhone } from '../../shared/domain/matching/identifier-holders.ts';
import { exactKeys } from '../../shared/domain/matching/number-keys.ts';
import { expirySecond } from '../../shared/domain/retention.ts';
import { comparablePhotos } from '../../shared/domain/seen-photo.ts';
import { type Listed, nameOfListing } from './listed.ts';
import type { LookUps } from './look-ups.ts';
import type { MatchParts } from './parts.ts';

/** Listings that are read for one; a dealer's adverts are alike by the hundred. */
const mostRead = 6;
/** Of an estimate from six places; what it lets through is compared word by word. */
const hopefulLikeness = 0.5;

/**
 * Finds the Listings that offer the same item as this one, on its Source under another id or on another site, and keeps the Links. It files
 * the Listing first and looks second, so that of two that come at the same moment one sees the other.
 */
export async function linkListing(own: Listed, parts: MatchParts, lookUps: LookUps): Promise<void> {
  if (!own.isOffer) return;
  const { links, retentionDays, now } = parts;
  const { listing, revision } = own;
  const families = await Promise.all(comparablePhotos(own.revision.photos).map(lookUps.photos));
  const telling = families.filter(({ isStock }) => !isStock);
  const side = { ...sideOf(own), photos: telling.map(({ members }) => members.map(({ sha256 }) => sha256)) };
  const print = textPrint(`${side.title}\n${side.description}`);
  const keys = linkKeys(side, bandsOf(print));
  const expiresAt = expirySecond(now(), retentionDays(listing.source));
  const { source, itemId, firstSeenAt } = listing;
  await links.file(keys, { source, itemId, firstSeenAt, revision: revision.number, print, expiresAt });

  const alike = (await links.candidates(keys)).filter(
    ({ by, print: other }) => by.includes('photo') || likenessOfPrints(print, other) >= hopefulLikeness,
  );
  const byPhotos = telling.flatMap(({ members }) => members.flatMap(({ uses }) => uses));
  for (const candidate of others([...(await ofSameNumber(own, lookUps)), ...byPhotos, ...alike], own).slice(0, mostRead)) {
    const other = await lookUps.listed(candidate);
    // Another model, storage or colour is another item, though it stands in the same words or claims the same number.
    if (other === undefined || !other.isOffer || isAnotherPhone(own, other)) continue;
    const link = linkOf(side, sideOf(other));
    if (link) await links.keep([listing, other.listing], link, { foundAt: now().toISOString(), expiresAt });
  }
  if (telling.length < families.length) await dropWhatLooksNoMore(own, new Set(byPhotos.map(nameOfListing)), parts);
}

/** A photo of it is a stock picture: what rested on that alone is no Link, whenever it was made. */
async function dropWhatLooksNoMore({ listing }: Listed, alike: ReadonlySet<string>, { links }: MatchParts): Promise<void> {
  for (const link of await links.linksOf(listing)) if (link.byLook && !alike.has(nameOfListing(link))) await links.drop(listing, link);
}

async function ofSameNumber(own: Listed, lookUps: LookUps): Promise<IndexedListing[]> {
  const entries = await Promise.all(exactKeys(own).map(lookUps.number));
  return entries.flatMap(({ listings }) => listings);
}

function others(candidates: readonly IndexedListing[], { listing }: Listed): IndexedListing[] {
  const byName = new Map(candidates.filter((each) => !isSameListing(each, listing)).map((each) => [nameOfListing(each), each]));
  return [...byName.values()];
}

/** The other side's photos as they are: of one's own, the versions are known. */
function sideOf({ listing, revision, compared }: Listed): LinkSide {
  const photos = comparablePhotos(revision.photos).map((sha256) => [sha256]);
  return { ...compared, photos, liveness: listing.liveness };
}
