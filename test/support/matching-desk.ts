/** Records and listings at hand in a few words, and what `match` made of them. */

import { match } from '../../functions/match/match.ts';
import { tableName } from '../../local/embedded/aws-resources.ts';
import { createIdentifierStore } from '../../shared/aws/identifier-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import type { Identifier } from '../../shared/domain/identifier.ts';
import type { PerhapsOf } from '../../shared/domain/identifiers/belonging.ts';
import type { Revision } from '../../shared/domain/listing.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { MatchRequest } from '../../shared/messages.ts';
import type { AwsUnderTest } from './embedded-aws.ts';
import { aSourceOfItsOwn, createPipelineParts, testNow } from './pipeline-parts.ts';

type Named = { imei?: string; imei2?: string; serial?: string };
export type ToldRecord = Named & Partial<StolenRecord>;
export type ToldListing = Named & { confidence?: number; perhapsOf?: PerhapsOf; title?: string; description?: string; postedAt?: string };

let imports = 0;

export function createMatchingDesk(aws: AwsUnderTest) {
  const source = aSourceOfItsOwn();
  const parts = createPipelineParts(aws, source);
  // An index of its own, so that the same number may serve in every test; and a clock that moves, as clocks do.
  const key = `a key for the tests of ${source.id} alone, of thirty-two characters or more`;
  parts.match.identifiers = createIdentifierStore({ client: aws.dynamo, table: tableName('identifiers'), key });
  let ticks = 0;
  parts.match.now = () => {
    ticks += 1;
    return new Date(testNow.getTime() + ticks * 1000);
  };
  const references = new Set<string>();
  const { records, listings, cases: caseStore } = parts.match;

  async function keep(record: StolenRecord): Promise<MatchRequest> {
    imports += 1;
    references.add(record.reference);
    const before = await records.get(record.reference);
    await records.upsert([record], { id: `import-${imports}`, at: '2026-11-22T12:00:00.000Z' });
    return { type: 'records-changed', why: before ? 'changed' : 'new', references: [record.reference] };
  }
  async function keepListing(itemId: string, told: ToldListing): Promise<MatchRequest> {
    const key = { source: source.id, itemId };
    const revision = ((await listings.get(key))?.revision ?? 0) + 1;
    const listing = { ...key, url: `https://market.example/item/phone/${itemId}`, liveness: 'live' as const, cardHash: '' };
    const seen = { firstSeenAt: testNow.toISOString(), contentHash: `h${revision}`, revision };
    await listings.saveReading({ listing: { ...listing, ...seen }, revision: { ...revisionOf(told), number: revision } });
    return { type: 'listing-revised', ...key, revision };
  }
  async function cases(): Promise<Case[]> {
    return (await Promise.all([...references].map((reference) => caseStore.restingOn(reference)))).flat();
  }
  const open = async () => (await cases()).filter(({ state, kind }) => state !== 'closed' && kind !== 'flood');

  return {
    source: source.id,
    parts: parts.match,
    evidence: parts.evidence,
    reviewQueue: parts.queues.reviewQueue,
    tell: (request: MatchRequest) => match(request, parts.match),
    keep,
    keepListing,
    cases,
    async record(told: ToldRecord): Promise<StolenRecord> {
      const record = aRecord(told);
      await match(await keep(record), parts.match);
      return record;
    },
    async change(record: StolenRecord): Promise<void> {
      await match(await keep(record), parts.match);
    },
    async listing(itemId: string, told: ToldListing): Promise<void> {
      await match(await keepListing(itemId, told), parts.match);
    },
    async status({ reference }: StolenRecord, status: StolenRecord['status']): Promise<void> {
      await records.setStatus(reference, status, 'test', testNow.toISOString());
      await match({ type: 'records-changed', why: 'changed', references: [reference] }, parts.match);
    },
    /** Item ids of the listings in Cases that are not closed. */
    open: async () => (await open()).map(({ listing }) => listing.itemId).sort(),
    /** `item → record: flag, flag` of each open Case. */
    flagged: async () =>
      (await open()).map(({ listing, match: { recordReference, flags } }) => `${listing.itemId} → ${recordReference}: ${flags}`).sort(),
    /** The bodies of what was asked of review. */
    reviewed: () => parts.queues.reviewQueue.sent.map(({ body }) => body),
  };
}

let recordsTold = 0;

export function aRecord({ imei, imei2, serial, ...told }: ToldRecord): StolenRecord {
  recordsTold += 1;
  return {
    reference: `R-${recordsTold}`,
    grade: 'police-verified',
    status: 'stolen',
    stolenAt: '2026-11-01T00:00:00.000Z',
    stolenAtPrecision: 'day',
    identifiers: identifiersOf({ imei, imei2, serial }),
    marks: [],
    ...told,
  };
}

function revisionOf(told: ToldListing): Omit<Revision, 'number'> {
  const {
    perhapsOf,
    confidence = perhapsOf === undefined ? 0.99 : 0.248,
    title = 'iPhone 13 128GB',
    description = 'In good condition.',
  } = told;
  const read = ({ kind, value }: { kind: Identifier['kind']; value: string }) => ({
    ...{ kind, value, confidence, raw: value, where: 'text' },
    ...(perhapsOf !== undefined && { features: { label: 'imei' as const, perhapsOf } }),
  });
  return {
    readAt: testNow.toISOString(),
    changed: [],
    title,
    description,
    images: [],
    identifiers: identifiersOf(told).map(read),
    how: {},
    postedAt: told.postedAt ?? '2026-11-20T00:00:00.000Z',
  };
}

function identifiersOf({ imei, imei2, serial }: { [Name in keyof Named]: Named[Name] | undefined }) {
  const imeis = [imei, imei2].filter((value) => value !== undefined).map((value) => ({ kind: 'imei' as const, value }));
  return serial === undefined ? imeis : [...imeis, { kind: 'serial' as const, value: serial }];
}
