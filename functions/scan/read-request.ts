import { createHash } from 'node:crypto';
import { cardText, type ListingCard } from '../../shared/domain/listing.ts';
import type { ReadListing } from '../../shared/messages.ts';

/**
 * The host is the message group: one host is visited by one batch at a time. A listing that says the same is asked for once in the five
 * minutes of SQS's deduplication, also when two searches show it or the next Scan begins before it was read.
 */
export function readRequest(body: ReadListing) {
  const { source, itemId, scanId, cardHash: seen = scanId } = body;
  return { body, group: new URL(body.url).host, deduplicationId: deduplicationId(source, itemId, seen) };
}

/** SQS takes 128 letters, digits and punctuation; an item id may be longer. */
function deduplicationId(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

/** Equal hashes mean that the card says what it said when the listing was last read, so its page need not be fetched. */
export function cardHash(card: ListingCard): string {
  return createHash('sha256').update(cardText(card)).digest('base64url').slice(0, 22);
}
