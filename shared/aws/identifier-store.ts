/**
 * The two-way index, in the `identifiers` table: which StolenRecords name this device, and which Listings.
 *
 * | pk                       | sk                        | item                                      |
 * | ------------------------ | ------------------------- | ----------------------------------------- |
 * | `imei#n0Z3…` (an HMAC)   | `listing#gumtree#1498012` | `{ source, itemId, revision, expiresAt }` |
 * | `imei#n0Z3…`             | `record#4217/23-A`        | `{ reference }`                           |
 *
 * A partition is named by the HMAC-SHA-256 of the comparison key under a secret key: 10¹⁴ IMEIs are few enough to try them all against
 * a plain hash, and whoever sees the table must not learn which devices are stolen.
 */

import { createHmac } from 'node:crypto';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import pLimit from 'p-limit';
import type { ListingKey } from '../domain/listing.ts';
import { putAll } from './bulk.ts';
import { conditionally, type ItemKey } from './item.ts';

export type IdentifierStore = ReturnType<typeof createIdentifierStore>;

export interface IndexedListing extends ListingKey {
  /** The newest Revision in which the identifier was found. */
  revision: number;
}

export interface IndexEntries {
  listings: IndexedListing[];
  /** References of StolenRecords. */
  records: string[];
  /** True when there are more entries than were read. Records are read first, so what is missing are Listings. */
  truncated: boolean;
}

/** Nobody reviews more than this for one device, and a hostile seller could repeat one IMEI in thousands of Listings. */
const entriesPerLookUp = 200;
const writesAtOnce = 8;

export function createIdentifierStore({ client, table, key }: { client: DynamoDBDocumentClient; table: string; key: string }) {
  /** Notes that a Revision holds these identifiers, given as comparison keys (`imei:35693803564380`). An older Revision never replaces a newer. */
  async function putListing(comparisonKeys: readonly string[], listing: IndexedListing, expiresAtSeconds: number): Promise<void> {
    const { source, itemId, revision } = listing;
    await forEach(comparisonKeys, (comparisonKey) =>
      conditionally(
        client.send(
          new PutCommand({
            TableName: table,
            Item: { ...entryKey(comparisonKey, listingEntry(listing)), source, itemId, revision, expiresAt: expiresAtSeconds },
            ConditionExpression: 'attribute_not_exists(pk) OR revision <= :revision',
            ExpressionAttributeValues: { ':revision': revision },
          }),
        ),
      ),
    );
  }

  /** Notes under each comparison key of each record that the record names it. Each reference once. */
  async function putRecords(records: readonly { reference: string; keys: readonly string[] }[]): Promise<void> {
    const items = records.flatMap(({ reference, keys }) =>
      [...new Set(keys)].map((key) => ({ ...entryKey(key, recordEntry(reference)), reference })),
    );
    await putAll({ client, table }, items);
  }

  /** For a record that is no longer looked for, or whose identifiers were corrected. Entries that are not there are no error. */
  async function removeRecord(comparisonKeys: readonly string[], reference: string): Promise<void> {
    await forEach(comparisonKeys, (comparisonKey) =>
      client.send(new DeleteCommand({ TableName: table, Key: entryKey(comparisonKey, recordEntry(reference)) })),
    );
  }

  /** Everything that names this device. Sees every write made before it. */
  async function lookUp(comparisonKey: string): Promise<IndexEntries> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partitionOf(comparisonKey) },
        ConsistentRead: true,
        // Descending, `record#` comes before `listing#`: no flood of listings hides a record.
        ScanIndexForward: false,
        Limit: entriesPerLookUp + 1,
      },
    );
    const items: Record<string, unknown>[] = [];
    for await (const { Items = [] } of pages) {
      items.push(...Items);
      if (items.length > entriesPerLookUp) break;
    }
    return { ...sorted(items.slice(0, entriesPerLookUp)), truncated: items.length > entriesPerLookUp };
  }

  function entryKey(comparisonKey: string, sk: string): ItemKey {
    return { pk: partitionOf(comparisonKey), sk };
  }

  /** `imei:35693803564380` → `imei#` and the HMAC of the whole key. */
  function partitionOf(comparisonKey: string): string {
    const space = comparisonKey.slice(0, comparisonKey.indexOf(':'));
    return `${space}#${createHmac('sha256', key).update(comparisonKey).digest('base64url')}`;
  }

  return { putListing, putRecords, removeRecord, lookUp };
}

function listingEntry({ source, itemId }: ListingKey): string {
  return `listing#${source}#${itemId}`;
}

function recordEntry(reference: string): string {
  return `record#${reference}`;
}

function sorted(items: readonly Record<string, unknown>[]): Pick<IndexEntries, 'listings' | 'records'> {
  const listings: IndexedListing[] = [];
  const records: string[] = [];
  for (const { sk, reference, source, itemId, revision } of items) {
    if (String(sk).startsWith('record#')) records.push(String(reference));
    else listings.push({ source: String(source), itemId: String(itemId), revision: Number(revision) });
  }
  return { listings, records };
}

async function forEach(comparisonKeys: readonly string[], write: (comparisonKey: string) => Promise<unknown>): Promise<void> {
  const limit = pLimit(writesAtOnce);
  await Promise.all([...new Set(comparisonKeys)].map((comparisonKey) => limit(write, comparisonKey)));
}
