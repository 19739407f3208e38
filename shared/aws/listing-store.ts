/**
 * Listings and their Revisions, in the `listings` table.
 *
 * | pk                        | sk                | item     | answers |
 * | ------------------------- | ----------------- | -------- | --- |
 * | `LISTING#gumtree#1498012` | `LISTING`         | Listing  | is this card new or changed? is it still offered? |
 * | `LISTING#gumtree#1498012` | `REVISION#000003` | Revision | what did it say, when? |
 *
 * A Listing names its newest Revision, so the Revision is written first: whoever sees the number finds the row.
 */

import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Listing, ListingKey, Liveness, Revision } from '../domain/listing.ts';
import type { SeenPhoto } from '../domain/seen-photo.ts';
import { getAll } from './bulk.ts';
import { conditionally, type ItemKey, itemOf, nounOf } from './item.ts';
import { type SampleBounds, samplePartitions } from './sample-partitions.ts';

export type ListingStore = ReturnType<typeof createListingStore>;

export interface Reading {
  /** As it stands after this reading: `revision` is the number of the Revision given here, or of the newest one when none is. */
  listing: Listing;
  /** Present when the page said something new. */
  revision?: Revision;
  /** Epoch second after which both may go; absent for a Listing that is to be kept. */
  expiresAt?: number | undefined;
}

/** What a card on a search page is compared with. */
export interface KnownCard {
  cardHash: string;
  /** When the page behind it was last read; absent for one that was read before this was kept. */
  readAt?: string;
}

export function createListingStore({ client, table }: { client: DynamoDBDocumentClient; table: string }) {
  /**
   * The cards as last read, by item id; an id that was never read is absent. The fingerprint is empty for a Listing that was gone: a card that says
   * what it said before is news then, for it is offered again. Half a read unit an id, no write.
   */
  async function knownCards(source: string, itemIds: readonly string[]): Promise<Map<string, KnownCard>> {
    const keys = [...new Set(itemIds)].map((itemId) => listingKey({ source, itemId }));
    const items = await getAll({ client, table }, keys, { projection: ['itemId', 'cardHash', 'liveness', 'readAt'] });
    return new Map(
      items.map((item) => {
        const { itemId, cardHash, liveness, readAt } = nounOf<Pick<Listing, 'itemId' | 'cardHash' | 'liveness' | 'readAt'>>(item);
        return [itemId, { cardHash: liveness === 'gone' ? '' : cardHash, ...(readAt !== undefined && { readAt }) }];
      }),
    );
  }

  async function get(key: ListingKey): Promise<Listing | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: listingKey(key), ConsistentRead: true }));
    return Item && nounOf<Listing>(Item, ['expiresAt']);
  }

  async function revision(key: ListingKey, number: number): Promise<Revision | undefined> {
    const item = await revisionItem(key, number);
    return item && revisionOf(item);
  }

  /** All of them, oldest first. */
  async function revisions(key: ListingKey): Promise<Revision[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :revision)',
        ExpressionAttributeValues: { ':pk': listingKey(key).pk, ':revision': 'REVISION#' },
        ConsistentRead: true,
      },
    );
    const found: Revision[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map(revisionOf));
    return found;
  }

  /** Listings drawn at random, each with its newest Revision, as many as the bounds allow. One that is being written may be left out. */
  async function* sample(bounds: SampleBounds): AsyncGenerator<{ listing: Listing; revision: Revision }, undefined> {
    for await (const items of samplePartitions({ client, table }, 'LISTING#', bounds)) {
      const own = items.find(({ sk }) => sk === 'LISTING');
      const listing = own && nounOf<Listing>(own, ['expiresAt']);
      const newest = listing && items.find(({ sk }) => sk === revisionKey(listing, listing.revision).sk);
      if (newest) yield { listing, revision: revisionOf(newest) };
    }
  }

  /**
   * Saves what a reading found, unless another reading of the same Listing came first.
   *
   * `saved`: it stands, also when the very same reading stood already. `superseded`: the Listing has moved on, or a Revision of this
   * number exists with other content; nothing of it was overwritten. Then `get` shows the newer state, and a reading
   * that still differs from it is saved as the next Revision (throw RetryLater to have the message read again).
   *
   * A crash between the two writes leaves a Revision that no Listing names; the next call with that number adopts it.
   */
  async function saveReading({ listing, revision: read, expiresAt }: Reading): Promise<'saved' | 'superseded'> {
    if (read === undefined) {
      return (await putListing(listing, { before: listing.revision, expiresAt })) ? 'saved' : 'superseded';
    }
    const before = read.number - 1;
    const next = { ...listing, revision: read.number };
    if (await putRevision(read, next, expiresAt)) {
      return (await putListing(next, { before, expiresAt })) ? 'saved' : 'superseded';
    }
    return adopt({ listing: next, before, expiresAt });
  }

  /** The Revision exists already: make the Listing name it if none does yet, and tell whether it says what we read. */
  async function adopt({ listing, before, expiresAt }: { listing: Listing; before: number; expiresAt: number | undefined }) {
    const existing = await revisionItem(listing, listing.revision);
    const contentHash = existing?.['contentHash'];
    const cardHash = existing?.['cardHash'];
    if (typeof contentHash !== 'string' || typeof cardHash !== 'string') return 'superseded';
    const ours = contentHash === listing.contentHash;
    // Other content keeps its own fingerprints, or the Listing would claim to have read what the Revision does not say.
    const written = await putListing(ours ? listing : { ...listing, contentHash, cardHash }, { before, expiresAt });
    if (!ours) return 'superseded';
    if (written) return 'saved';
    const now = await get(listing);
    return now?.revision === listing.revision && now.contentHash === listing.contentHash ? 'saved' : 'superseded';
  }

  /** Adds what was seen on the photos of a Revision. False when the Revision is not there. */
  async function savePhotos(key: ListingKey, number: number, photos: readonly SeenPhoto[]): Promise<boolean> {
    return conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: revisionKey(key, number),
          UpdateExpression: 'SET photos = :photos',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':photos': photos },
        }),
      ),
    );
  }

  /** A Case rests on this Revision: it and its Listing no longer expire. Other Revisions go after their term. */
  async function keepForCase(key: ListingKey, number: number): Promise<void> {
    for (const itemKey of [listingKey(key), revisionKey(key, number)]) {
      await conditionally(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: itemKey,
            UpdateExpression: 'REMOVE expiresAt SET keptForCase = :yes',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeValues: { ':yes': true },
          }),
        ),
      );
    }
  }

  /** What it said was seen again: it goes as late as the Listing does. One that a Case rests on stays as it is. */
  async function renewRevision(key: ListingKey, number: number, expiresAt: number): Promise<void> {
    await conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: revisionKey(key, number),
          UpdateExpression: 'SET expiresAt = :expiresAt',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(keptForCase)',
          ExpressionAttributeValues: { ':expiresAt': expiresAt },
        }),
      ),
    );
  }

  /** False when the Listing is not there. */
  async function setLiveness(key: ListingKey, liveness: Liveness): Promise<boolean> {
    return conditionally(
      client.send(
        new UpdateCommand({
          TableName: table,
          Key: listingKey(key),
          UpdateExpression: 'SET liveness = :liveness',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':liveness': liveness },
        }),
      ),
    );
  }

  async function revisionItem(key: ListingKey, number: number): Promise<Record<string, unknown> | undefined> {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: revisionKey(key, number), ConsistentRead: true }));
    return Item;
  }

  async function putRevision(read: Revision, listing: Listing, expiresAt: number | undefined): Promise<boolean> {
    const { contentHash, cardHash } = listing;
    const Item = itemOf(revisionKey(listing, read.number), { ...read, contentHash, cardHash, expiresAt });
    return conditionally(client.send(new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' })));
  }

  async function putListing(listing: Listing, { before, expiresAt }: { before: number; expiresAt: number | undefined }): Promise<boolean> {
    return conditionally(
      client.send(
        new PutCommand({
          TableName: table,
          Item: itemOf(listingKey(listing), { ...listing, expiresAt }),
          ConditionExpression: before === 0 ? 'attribute_not_exists(pk) OR revision = :before' : 'revision = :before',
          ExpressionAttributeValues: { ':before': before },
        }),
      ),
    );
  }

  return { get, keepForCase, knownCards, renewRevision, revision, revisions, sample, savePhotos, saveReading, setLiveness };
}

function listingKey({ source, itemId }: ListingKey): ItemKey {
  return { pk: `LISTING#${source}#${itemId}`, sk: 'LISTING' };
}

function revisionKey(key: ListingKey, number: number): ItemKey {
  return { pk: listingKey(key).pk, sk: `REVISION#${String(number).padStart(6, '0')}` };
}

function revisionOf(item: Record<string, unknown>): Revision {
  return nounOf<Revision>(item, ['contentHash', 'cardHash', 'expiresAt', 'keptForCase']);
}
