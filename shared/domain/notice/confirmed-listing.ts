/** What a notice may know of a confirmed Case. Whatever else the force knows stays outside, because it has no field here. */

import type { Case } from '../case.ts';
import type { Confirmation } from '../confirmation.ts';
import { isDoubted } from '../identifiers/belonging.ts';
import type { Listing, ListingKey, Seller } from '../listing.ts';
import type { EarlierNotice } from '../offered-again.ts';
import type { ScanHealth } from '../scan.ts';
import { type Grade, isLookedFor, type StolenRecord } from '../stolen-record.ts';
import { factsOf, type NoticeFact } from './facts.ts';
import { type ShownIdentifier, shownIdentifier, withoutNumbers } from './shown-identifier.ts';

export interface ConfirmedListing {
  caseId: string;
  listing: ListingKey & { url: string; title: string; sellerId?: string };
  firstSeenAt: string;
  lastSeenLive: { at: string; scanHealth: ScanHealth | 'own-visit' };
  standing: RecordStanding;
  identifier?: ShownIdentifier;
  where: string;
  facts: NoticeFact[];
  /** Notices to the same platform that had this device removed before. */
  earlier?: readonly EarlierNotice[];
  /** At least one: nobody confirms what was not captured. */
  evidence: readonly { manifestSha256: string; capturedAt: string; folder: string }[];
  confirmation: Confirmation;
}

/** Of a record its reference and how it stands, and when that was looked up. */
export interface RecordStanding {
  reference: string;
  grade: Exclude<Grade, 'disputed'>;
  checkedAt: string;
}

/** Undefined when the record is not looked for: then no notice may rest on it. */
export function standingOf({ reference, grade, status }: StolenRecord, checkedAt: Date): RecordStanding | undefined {
  if (grade === 'disputed' || !isLookedFor({ status, grade })) return undefined;
  return { reference, grade, checkedAt: checkedAt.toISOString() };
}

export interface CaseKnowledge {
  item: Case;
  confirmation: Confirmation;
  listing: Pick<Listing, 'firstSeenAt'>;
  seller?: Seller | undefined;
  lastSeenLive: ConfirmedListing['lastSeenLive'];
  standing: RecordStanding;
  earlier?: readonly EarlierNotice[];
  evidence: ConfirmedListing['evidence'];
}

export function confirmedListing({ item, listing, seller, ...known }: CaseKnowledge): ConfirmedListing {
  const { source, itemId, url, title } = item.listing;
  const find = item.match.evidence.find(
    ({ field, bits, identifier }) => field === 'identifier' && bits > 0 && identifier && !isDoubted(identifier),
  )?.identifier;
  return {
    ...known,
    caseId: item.id,
    listing: { source, itemId, url, title: withoutNumbers(title) || 'no title', ...(seller?.id !== undefined && { sellerId: seller.id }) },
    firstSeenAt: listing.firstSeenAt,
    ...(find !== undefined && { identifier: shownIdentifier(find) }),
    where: find === undefined ? 'description' : placeOf(find.where),
    facts: factsOf(item.match),
  };
}

/** `attribute:alt`, `json-ld:serialNumber`: names of a page's own making are cut down to letters. */
function placeOf(where: string): string {
  return /^[a-z][a-z0-9:._ -]{0,60}$/i.test(where) && !/\d{8}/.test(where) ? where : 'page';
}
