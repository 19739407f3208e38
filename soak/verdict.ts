/** What stands in the tables at the end, beside the truth of the marketplace. */

import { type DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { SiteId } from '../local/marketplace/advert.ts';
import type { Marketplace } from '../local/marketplace/marketplace.ts';
import type { TruthEntry } from '../local/marketplace/truth.ts';
import type { Case } from '../shared/domain/case.ts';
import type { Listing } from '../shared/domain/listing.ts';
import type { SoakQueue } from './sqs.ts';

export interface Stood {
  listings: Listing[];
  cases: Case[];
}

export async function whatStands(client: DynamoDBDocumentClient, environment: Record<string, string>): Promise<Stood> {
  return {
    listings: await rowsOf<Listing>(client, environment['LISTINGS_TABLE'], 'LISTING'),
    cases: await rowsOf<Case>(client, environment['CASES_TABLE'], 'CASE'),
  };
}

/** Of the stores' own making. */
async function rowsOf<Row>(client: DynamoDBDocumentClient, table: string | undefined, sk: string): Promise<Row[]> {
  const pages = paginateScan({ client }, { TableName: table, FilterExpression: 'sk = :sk', ExpressionAttributeValues: { ':sk': sk } });
  const rows: Row[] = [];
  for await (const { Items = [] } of pages) rows.push(...(Items as Row[]));
  return rows;
}

export interface End {
  stood: Stood;
  /** By site, what its last scan showed. */
  shown: ReadonlyMap<SiteId, readonly string[]>;
  /** As it is at the end. */
  marketplace: Pick<Marketplace, 'stands' | 'truth'>;
  queues: readonly SoakQueue[];
}

/** Each is a fault of ours; none is the aim. */
export interface Verdict {
  /** Shown by the last scan, and neither known nor parked. */
  lost: string[];
  /** Called gone while the platform offers it. */
  falselyGone: string[];
  /** Two cases of one listing and record. */
  twice: string[];
  /** Plainly written numbers of stolen phones that became no case. */
  missed: string[];
  /** Cases that rest on a number which the listing does not carry. */
  false: string[];
  /** Messages that are neither done nor parked. */
  unfinished: string[];
}

export function judge({ stood, shown, marketplace, queues }: End): Verdict {
  const known = new Map(stood.listings.map((listing) => [`${listing.source}/${listing.itemId}`, listing]));
  const parked = new Set(queues.flatMap(({ dead }) => dead.map(({ body }) => itemOf(body))));
  const seen = [...shown].flatMap(([site, ids]) => ids.map((itemId) => ({ site, itemId, name: `${site}/${itemId}` })));
  const pairs = stood.cases.map(({ listing, match }) => `${listing.source}/${listing.itemId} → ${match.recordReference}`);
  const carried = new Map(marketplace.truth().map((entry) => [`${entry.site}/${entry.itemId}`, entry]));
  return {
    lost: seen.filter(({ name }) => !known.has(name) && !parked.has(name)).map(({ name }) => name),
    falselyGone: [...known]
      .filter(([, { source, itemId, liveness }]) => liveness === 'gone' && marketplace.stands(source, itemId))
      .map(([name]) => name),
    twice: pairs.filter((pair, index) => pairs.indexOf(pair) < index),
    missed: seen
      .map(({ name }) => carried.get(name))
      .filter((entry) => entry?.expectCase && isPlainImei(entry) && !parked.has(`${entry.site}/${entry.itemId}`))
      .map((entry) => `${entry?.site}/${entry?.itemId} → ${entry?.reference}`)
      .filter((pair) => !pairs.includes(pair)),
    false: stood.cases
      .filter(
        ({ match, listing }) =>
          match.evidenceKind === 'imei' &&
          marketplace.stands(listing.source, listing.itemId) &&
          carried.get(`${listing.source}/${listing.itemId}`) === undefined,
      )
      .map(({ listing }) => `${listing.source}/${listing.itemId}`),
    unfinished: queues
      .filter(({ waiting, accepted, done, givenUp }) => waiting.length > 0 || accepted !== done + givenUp)
      .map(
        ({ name, waiting, accepted, done, givenUp }) =>
          `${name}: ${accepted} accepted, ${done + givenUp} worked off, ${waiting.length} waiting`,
      ),
  };
}

/** A serial number of letters alone may be a word. */
function isPlainImei({ written, identifier = '' }: TruthEntry): boolean {
  return written.startsWith('plain-') && /^\d{15}$/.test(identifier);
}

function itemOf(body: string): string {
  // Of our own sending; messages without an item are nobody's.
  const { source, itemId } = JSON.parse(body) as { source?: string; itemId?: string };
  return `${source}/${itemId}`;
}
