import pLimit from 'p-limit';
import { RetryLater } from '../../shared/aws/errors.ts';
import type { FiledRecord, RecordToFile } from '../../shared/aws/identifier-store.ts';
import type { ListingKey } from '../../shared/domain/listing.ts';
import { disputedKeys, recordKeys } from '../../shared/domain/matching/index-keys.ts';
import { isInDispute, isLookedFor, type StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { MatchRequest } from '../../shared/messages.ts';
import { closeRestingCases } from './cases.ts';
import { nameOfListing } from './listed.ts';
import { createLookUps, type LookUps } from './look-ups.ts';
import { matchListing } from './match-listing.ts';
import type { MatchParts } from './parts.ts';
import { type KeyedRecord, readRecord } from './read-record.ts';
import { searchListings } from './search-listings.ts';

type RecordsChanged = Extract<MatchRequest, { type: 'records-changed' }>;

/** Queries and writes at once: a message of twenty records must end in time, and a hundred such messages must not drown the table. */
const atOnce = 4;

/** Each of the records is matched by itself: a fault with one brings the message again and keeps none of the others from its Cases. */
export async function matchRecords({ references, why }: RecordsChanged, parts: MatchParts): Promise<void> {
  const records = (await parts.records.getMany(references)).map(readRecord);
  const changes = await file(records, parts);
  const faults = await matchChanges(changes, why, parts);
  await settle(
    changes.filter(({ record }) => !faults.has(record.record.reference)),
    parts,
  );
  const [fault] = faults.values();
  if (fault !== undefined) throw new Error(`${faults.size} of ${references.length} records could not be matched`, { cause: fault });
  if (records.length < new Set(references).size) throw new RetryLater('A record that changed is not there yet', { afterSeconds: 5 });
}

interface Change {
  record: KeyedRecord;
  /** What the index holds of it and held before; undefined when it never held anything. */
  filed: FiledRecord | undefined;
  /** The index still remembers what it held before. */
  isUnsettled: boolean;
}

/** Brings the index to what the records say now. */
async function file(records: readonly KeyedRecord[], { identifiers }: MatchParts): Promise<Change[]> {
  const known = await identifiers.filedRecords(records.map(({ record }) => record.reference));
  const formerly = new Map(known.map((each) => [each.reference, each]));
  const standing = records.flatMap((record) => {
    const now = toFile(record);
    return now === undefined ? [] : { record, now };
  });
  const dropped = records.filter((record) => toFile(record) === undefined);
  const filings = await identifiers.putRecords(standing.map(({ now }) => ({ ...now, formerly: formerly.get(now.reference) })));
  await identifiers.removeRecords(dropped.flatMap(({ record }) => formerly.get(record.reference) ?? []));
  return [
    ...standing.map(({ record }, at) => ({ record, filed: filings[at]?.filed, isUnsettled: filings[at]?.isUnsettled ?? false })),
    ...dropped.map((record) => ({
      record,
      filed: formerly.get(record.record.reference),
      isUnsettled: formerly.has(record.record.reference),
    })),
  ];
}

/** A record in dispute is known to whoever asks about its number, and met by no listing. Undefined of one that stands no longer. */
function toFile(keyed: KeyedRecord): RecordToFile | undefined {
  const { record, sketch } = keyed;
  if (isLookedFor(record)) return { reference: record.reference, keys: recordKeys(keyed), sketch };
  return isInDispute(record) ? { reference: record.reference, keys: disputedKeys(keyed) } : undefined;
}

/** Matches every listing that one of the records leads to, once. Returns the faults by the reference of the record they kept from its Cases. */
async function matchChanges(changes: readonly Change[], why: RecordsChanged['why'], parts: MatchParts): Promise<Map<string, unknown>> {
  const lookUps = await createLookUps(parts);
  const limit = pLimit(atOnce);
  const faults = new Map<string, unknown>();
  const led = new Map<string, { key: ListingKey; references: Set<string> }>();
  await Promise.all(
    changes.map(({ record: { record }, filed }) =>
      limit(async () => {
        try {
          for (const key of await listingsLedTo(record, filed, { why, parts, lookUps })) {
            const before = led.get(nameOfListing(key)) ?? { key, references: new Set() };
            before.references.add(record.reference);
            led.set(nameOfListing(key), before);
          }
        } catch (fault) {
          faults.set(record.reference, fault);
        }
      }),
    ),
  );
  await Promise.all(
    [...led.values()].map(({ key, references }) =>
      limit(async () => {
        try {
          await matchListing(key, { parts, lookUps, changed: references });
        } catch (fault) {
          for (const reference of references) faults.set(reference, fault);
        }
      }),
    ),
  );
  return faults;
}

async function listingsLedTo(
  record: StolenRecord,
  filed: FiledRecord | undefined,
  { why, parts, lookUps }: { why: RecordsChanged['why']; parts: MatchParts; lookUps: LookUps },
): Promise<ListingKey[]> {
  if (!isLookedFor(record)) await closeRestingCases(record, parts);
  const search = filed && filed.sketches.length > 0 ? await searchListings(filed, { parts, lookUps }) : undefined;
  if (search) parts.searched(search.counts);
  const resting = why === 'changed' ? await parts.cases.restingOn(record.reference) : [];
  const standing = resting.filter(({ state }) => state !== 'closed').map(({ listing: { source, itemId } }) => ({ source, itemId }));
  return [...(search?.listings ?? []), ...standing];
}

/** All that the index held of these before has been seen to. */
async function settle(changes: readonly Change[], { identifiers }: MatchParts): Promise<void> {
  for (const { record } of changes.filter(({ isUnsettled }) => isUnsettled))
    await identifiers.settle(record.record.reference, toFile(record));
}
