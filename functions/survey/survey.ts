import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { ListingStore } from '../../shared/aws/listing-store.ts';
import type { RecordStore } from '../../shared/aws/record-store.ts';
import type { SurveyBucket } from '../../shared/aws/survey-bucket.ts';
import { countedOf, MarketCount } from '../../shared/domain/matching/market-count.ts';
import type { MarketSurvey } from '../../shared/domain/matching/market-survey.ts';
import { profileOfListing, profileOfRecord } from '../../shared/domain/matching/profile.ts';

export interface SurveyParts {
  listings: Pick<ListingStore, 'sample'>;
  records: Pick<RecordStore, 'sample' | 'approximateCount'>;
  surveys: SurveyBucket;
  audit: AuditStore;
  random: () => number;
  now: () => Date;
}

/** Of a megabyte each, some 20,000 listings and 100,000 records: at most 16,384 read units, 0.2 cents a day (docs/decisions/0013). */
const mostPages = 64;
/** Where listings are short: reading what one says takes a millisecond or two, and a share is known well enough. */
const mostListings = 20_000;

/** What was on offer three months ago is another market; only listings that cases rest on are kept for longer. */
const recentMs = 90 * 86_400_000;

/** Counts a random sample of recent listings, and when and where the phones on the list were taken; what it finds is the newest survey. */
export async function survey({ listings, records, surveys, audit, random, now }: SurveyParts): Promise<MarketSurvey> {
  const takenAt = now();
  const count = new MarketCount();
  for await (const record of records.sample({ mostPages, random })) count.addRecord({ record, profile: profileOfRecord(record) });
  let looked = 0;
  for await (const { listing, revision } of listings.sample({ mostPages, random })) {
    const { source, itemId, firstSeenAt } = listing;
    const offered = { ...revision, source, itemId, firstSeenAt };
    const profile = profileOfListing(offered);
    if (profile.at >= takenAt.getTime() - recentMs) count.addListing(countedOf(offered, profile));
    looked += 1;
    if (looked >= mostListings) break;
  }
  const taken = count.survey(takenAt.toISOString(), await records.approximateCount());
  await surveys.put(taken);
  const detail = { listings: taken.listings.counted, recordsLookedFor: taken.records.lookedFor };
  const subject = { kind: 'survey', id: taken.version };
  await audit.append({ at: takenAt.toISOString(), actor: 'survey', act: 'market-surveyed', subject, outcome: 'done', detail });
  return taken;
}
