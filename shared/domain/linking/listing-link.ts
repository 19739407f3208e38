/**
 * Two Listings that offer the same item: put up again under a new id, or on another site. A Link is a hint for a person and for the watch on
 * a removed listing; it says why, and what speaks against it.
 */

import { CLAIM_CONFIDENCE, comparisonKey } from '../identifier.ts';
import type { ListingContent, ListingKey, Liveness } from '../listing.ts';
import { photoName } from './photo-name.ts';
import { likenessOfTexts, wordPairs } from './text-print.ts';

/** A Listing as far as linking looks at it. */
export interface LinkSide
  extends ListingKey,
    Pick<ListingContent, 'title' | 'description' | 'images' | 'identifiers' | 'seller' | 'price' | 'location'> {
  liveness: Liveness;
  /** ISO 8601. */
  firstSeenAt: string;
  /** Its photos that were looked at and are no stock pictures, by the SHA-256 of their bytes, each with those that are near-equal to it. */
  photos?: readonly (readonly string[])[];
}

export interface ListingLink {
  /** `relisting`: on the same Source under another item id. */
  kind: 'relisting' | 'other-site';
  /** Sentences for a person, the strongest first. */
  reasons: string[];
  against: string[];
  /** Left out its photos, as far as they look alike, it would be no Link: it goes when they turn out to be stock pictures. */
  byLook?: true;
}

/** Shares of word pairs. Two adverts of one template, for two phones, share about half. */
const nearSame = 0.6;
const allButSame = 0.85;
/** Pairs that a text must have before its sameness alone says anything across sites: shops and help pages give short ones. */
const tellingPairs = 25;
/**
 * So many different photos of one listing are near-equal to photos of another by no chance: of 10,000 pairs of different photos at most 3 are
 * taken for one (docs/photos.md), so of 10,000 pairs of listings with six photos each some 100 share one by chance,
 * and, were photos independent, fewer than one shares two.
 */
const tellingPhotos = 2;

/**
 * Whether two Listings offer one item. The same claimed number is enough. Otherwise on one Source the same seller with shared photos or
 * near-same text, or shared photos with near-same text where a page names no seller; across sites shared photos with a text that is at least
 * alike, or a long text that is all but the same. Two photos that look the same are enough, whoever sells. Two different claimed numbers are two phones, whatever else agrees.
 */
export function linkOf(one: LinkSide, other: LinkSide): ListingLink | undefined {
  if (one.source === other.source && one.itemId === other.itemId) return undefined;
  const seen = compare(one, other);
  if (seen.otherNumbers || !isSameItem(one, other, seen)) return undefined;
  const isSameSource = one.source === other.source;
  const byLook = !isSameItem(one, other, { ...seen, photos: seen.photosByName, looks: 0 });
  return {
    kind: isSameSource ? 'relisting' : 'other-site',
    reasons: reasonsOf(seen),
    against: againstOf(one, other, { ...seen, isSameSource }),
    ...(byLook && { byLook }),
  };
}

interface Seen {
  sameNumber: boolean;
  otherNumbers: boolean;
  /** Undefined where one of them names none. */
  sameSeller: boolean | undefined;
  /** By name or by look. */
  photos: number;
  photosByName: number;
  /** By look. */
  looks: number;
  text: number;
  /** Word pairs of the shorter text. */
  pairs: number;
}

function compare(one: LinkSide, other: LinkSide): Seen {
  const [a, b] = [numbersOf(one), numbersOf(other)];
  const sameNumber = a.some((number) => b.includes(number));
  const texts = [one, other].map(({ title, description }) => `${title}\n${description}`);
  return {
    sameNumber,
    otherNumbers: !sameNumber && a.length > 0 && b.length > 0,
    sameSeller: isSameSeller(one, other),
    ...sharedPhotos(one, other),
    text: likenessOfTexts(texts[0] ?? '', texts[1] ?? ''),
    pairs: Math.min(...texts.map((text) => wordPairs(text).size)),
  };
}

function isSameItem(one: LinkSide, other: LinkSide, { sameNumber, sameSeller, photos, looks, text, pairs }: Seen): boolean {
  if (sameNumber || looks >= tellingPhotos) return true;
  if (one.source !== other.source) return (photos > 0 && text >= nearSame / 2) || (text >= allButSame && pairs >= tellingPairs);
  if (sameSeller === false) return false;
  if (sameSeller === true) return photos > 0 || text >= nearSame;
  return photos > 0 && text >= nearSame;
}

function reasonsOf({ sameNumber, sameSeller, photos, photosByName, text }: Seen): string[] {
  const reasons: string[] = [];
  if (sameNumber) reasons.push('Both show the same number.');
  if (photos > 0) reasons.push(photos === 1 ? 'They share a photo.' : `They share ${photos} photos.`);
  if (photos > photosByName) reasons.push('That is told by what the photos look like; they may have been cropped, framed or mirrored.');
  if (sameSeller === true) reasons.push('The seller is the same.');
  if (text >= nearSame / 2) reasons.push(`${Math.round(text * 100)} % of their words stand in both, in the same order.`);
  return reasons;
}

function againstOf(one: LinkSide, other: LinkSide, { sameSeller, isSameSource }: Seen & { isSameSource: boolean }): string[] {
  const against: string[] = [];
  if (isSameSource && one.liveness === 'live' && other.liveness === 'live') against.push('Both are offered at the same time.');
  if (isSameSource && sameSeller === false) against.push('The sellers differ.');
  const [a, b] = [one.price, other.price];
  if (a !== undefined && b !== undefined && a.currency === b.currency && Math.max(a.amount, b.amount) > 2 * Math.min(a.amount, b.amount))
    against.push('One price is more than twice the other.');
  return against;
}

function numbersOf({ identifiers }: LinkSide): string[] {
  return identifiers.flatMap((identifier) => (identifier.confidence >= CLAIM_CONFIDENCE ? (comparisonKey(identifier) ?? []) : []));
}

/** By id where both name one; names are compared within a site only, since names such as "Anna" are on every site. */
function isSameSeller(one: LinkSide, other: LinkSide): boolean | undefined {
  const [a, b] = [one.seller, other.seller];
  if (one.source !== other.source || a === undefined || b === undefined) return undefined;
  if (a.id !== undefined && b.id !== undefined) return a.id === b.id;
  if (a.name === undefined || b.name === undefined) return undefined;
  return a.name.trim().toLowerCase() === b.name.trim().toLowerCase();
}

function sharedPhotos(one: LinkSide, other: LinkSide): Pick<Seen, 'photos' | 'photosByName' | 'looks'> {
  const names = new Set(namesOf(other));
  const photosByName = namesOf(one).filter((name) => names.has(name)).length;
  const shown = new Set((other.photos ?? []).flat());
  const looks = (one.photos ?? []).filter((versions) => versions.some((version) => shown.has(version))).length;
  return { photos: Math.max(photosByName, looks), photosByName, looks };
}

function namesOf({ images }: Pick<LinkSide, 'images'>): string[] {
  return [...new Set(images.flatMap((address) => photoName(address) ?? []))];
}

/** Photos by which a listing is filed, each a write and a query; the first is the seller's best. */
const mostPhotosFiled = 1;

/** What listings of one item are likely to have in common, to be filed and asked for under: `photo:…`, `text:0:…`, `seller:gumtree:77`. */
export function linkKeys({ source, images, seller }: Pick<LinkSide, 'source' | 'images' | 'seller'>, bands: readonly string[]): string[] {
  const sellerName = seller?.id ?? seller?.name?.trim().toLowerCase();
  return [
    ...namesOf({ images })
      .slice(0, mostPhotosFiled)
      .map((name) => `photo:${name}`),
    ...bands.map((band) => `text:${band}`),
    ...(sellerName === undefined || sellerName === '' ? [] : [`seller:${source}:${sellerName}`]),
  ];
}
