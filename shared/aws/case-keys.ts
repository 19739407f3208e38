/** Under which keys a Case stands in the `cases` table and in each of its indexes, as case-store.ts draws them; all of it follows from the Case. */

import type { Case } from '../domain/case.ts';
import type { ListingKey } from '../domain/listing.ts';
import type { Match } from '../domain/match.ts';
import { facetNames, facetsOf } from './case-facets.ts';
import { type ItemKey, nounOf } from './item.ts';

/** What Cases may pile up on. */
export type CaseSubject = { record: string } | { listing: ListingKey };

/** Of the `by-queue` index: its own keys and the table's. */
export const queueKeyNames = ['queuePk', 'queueSk', 'pk', 'sk'];
const besideCase = [
  ...['queuePk', 'queueSk', 'recordPk', 'recordSk', 'listingPk', 'listingSk', 'sellerPk', 'sellerSk'],
  ...facetNames.filter((name) => name.startsWith('facet')),
];

export function queueKeyOf(item: Record<string, unknown> | undefined): Record<string, unknown> {
  return Object.fromEntries(queueKeyNames.map((name) => [name, item?.[name]]));
}

export function indexOf(subject: CaseSubject) {
  return 'record' in subject
    ? { index: 'by-record', partition: 'recordPk', sort: 'recordSk', value: recordPartition(subject.record) }
    : { index: 'by-listing', partition: 'listingPk', sort: 'listingSk', value: listingPartition(subject.listing) };
}

export function caseKey(id: string): ItemKey {
  return { pk: `CASE#${id}`, sk: 'CASE' };
}

export function caseOf(item: Record<string, unknown>): Case {
  return nounOf<Case>(item, besideCase);
}

/** What the indexes sort a Case by; all of it follows from the Case. */
export function indexKeys(item: Pick<Case, 'team' | 'state' | 'listing' | 'match' | 'openedAt' | 'about' | 'check'>) {
  const { team, state, listing, match, openedAt } = item;
  const inQueue = { queuePk: queueOf({ team, state }), queueSk: placeInQueue(match, openedAt), ...facetsOf(item) };
  // A copy that checks decisions is nothing that rests on the record, and would give itself away beside the Case it copies.
  if (item.check) return inQueue;
  return {
    ...inQueue,
    recordPk: recordPartition(match.recordReference),
    recordSk: openedAt,
    listingPk: listingPartition(listing),
    listingSk: openedAt,
    ...sellerKeys(item),
  };
}

/** An index passes over an item without its keys. */
export function sellerKeys({ listing, about, openedAt }: Pick<Case, 'listing' | 'about' | 'openedAt'>) {
  const seller = about?.seller;
  return {
    sellerPk: seller === undefined ? undefined : sellerPartition({ source: listing.source, seller }),
    sellerSk: seller === undefined ? undefined : openedAt,
  };
}

export function sellerPartition({ source, seller }: { source: string; seller: string }): string {
  return `SELLER#${source}#${seller.toLowerCase()}`;
}

function recordPartition(reference: string): string {
  return `RECORD#${reference}`;
}

function listingPartition({ source, itemId }: ListingKey): string {
  return `LISTING#${source}#${itemId}`;
}

export function queueOf({ team, state }: Pick<Case, 'team' | 'state'>): string {
  return `TEAM#${team}#${state}`;
}

/** Ascending order of these texts is descending strength: `6.7` bits, opened at ten → `0993300#2026-11-22T10:00:00Z`. */
export function placeInQueue({ bits }: Match, openedAt: string): string {
  const weakness = Math.min(2_000_000, Math.max(0, 1_000_000 - Math.round(bits * 1000)));
  return `${String(weakness).padStart(7, '0')}#${openedAt}`;
}
