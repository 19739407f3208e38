import { createHash } from 'node:crypto';
import { cardText, type ListingCard } from '../../shared/domain/listing.ts';
import type { ReadListing } from '../../shared/messages.ts';

/** The host is the message group: one host is visited by one batch at a time. A listing found by two searches is read once a Scan. */
export function readRequest(body: ReadListing) {
  return { body, group: new URL(body.url).host, deduplicationId: `${body.scanId}#${body.itemId}` };
}

/** Equal hashes mean that the card says what it said when the listing was last read, so its page need not be fetched. */
export function cardHash(card: ListingCard): string {
  return createHash('sha256').update(cardText(card)).digest('base64url').slice(0, 22);
}
