import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { match } from '../../../functions/match/match.ts';
import { RetryLater } from '../../../shared/aws/errors.ts';
import type { Case } from '../../../shared/domain/case.ts';
import type { Identifier } from '../../../shared/domain/identifier.ts';
import type { StolenRecord } from '../../../shared/domain/stolen-record.ts';
import type { MatchRequest } from '../../../shared/messages.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aSourceOfItsOwn, createPipelineParts, testNow } from '../../support/pipeline-parts.ts';

/** Made up, with right check digits; nobody's device. */
const imei = '356938035643817';
const otherImei = '861234050012344';
const aws = useEmbeddedAws();
let records = 0;

describe('matching', () => {
  it('opens a case when the record comes first', async () => {
    const desk = matching();
    await desk.record({ imei });
    await desk.listing('1', { imei });
    expect(await desk.open()).toEqual(['1']);
  });

  it('opens the same case when the listing comes first', async () => {
    const desk = matching();
    await desk.listing('1', { imei });
    await desk.record({ imei });
    expect(await desk.open()).toEqual(['1']);
  });

  it('opens it once however often it is told, and asks for its evidence once', async () => {
    const desk = matching();
    await desk.record({ imei });
    for (let time = 0; time < 3; time += 1) await desk.listing('1', { imei });
    expect(await desk.open()).toEqual(['1']);
    expect(desk.reviewed()).toHaveLength(1);
  });

  it('asks for the evidence again when a crash fell between case and request', async () => {
    const desk = matching();
    await desk.record({ imei });
    desk.parts.queues.reviewQueue.failOnce();
    await expect(desk.listing('1', { imei })).rejects.toThrow('out of reach');
    await desk.listing('1', { imei });
    expect(desk.reviewed()).toHaveLength(1);
  });

  it('closes what rests on a record that was withdrawn, and opens it again when it is stolen once more', async () => {
    const desk = matching();
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.status(record, 'recovered');
    expect(await desk.cases()).toMatchObject([{ state: 'closed', closedBecause: 'The record was marked as recovered.' }]);

    await desk.status(record, 'stolen');
    const [again] = await desk.cases();
    expect(again).toMatchObject({ state: 'opened' });
    expect(again?.closedBecause).toBeUndefined();
    // SQS drops a second request of one name within five minutes; a case that was opened again has another name.
    expect(new Set(desk.parts.queues.reviewQueue.sent.map(({ deduplicationId }) => deduplicationId)).size).toBe(desk.reviewed().length);
  });

  it('closes a case whose record was corrected to another number', async () => {
    const desk = matching();
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.change({ ...record, identifiers: [{ kind: 'imei', value: otherImei }] });
    expect(await desk.cases()).toMatchObject([{ state: 'closed', closedBecause: 'The record changed and no longer fits.' }]);
  });

  it('leaves a case alone whose record changed in other things', async () => {
    const desk = matching();
    const record = await desk.record({ imei });
    await desk.listing('1', { imei });
    await desk.change({ ...record, description: 'Taken from a table.' });
    expect(await desk.open()).toEqual(['1']);
  });

  it.each([
    ['a disputed record', { grade: 'disputed' } as const, {}],
    ['a record that was recovered', { status: 'recovered' } as const, {}],
    ['a listing that is older than the theft', {}, { postedAt: '2026-10-01T00:00:00.000Z' }],
    [
      'an owner who asks for the phone back',
      {},
      { title: 'STOLEN: my iPhone 13', description: 'Stolen from me, please do not buy it, reward.' },
    ],
    ['a candidate that is no claim', {}, { confidence: 0.3 }],
  ])('opens no case for %s', async (_name, record, listing) => {
    const desk = matching();
    await desk.record({ imei, ...record });
    await desk.listing('1', { imei, ...listing });
    expect(await desk.open()).toEqual([]);
  });

  it('matches a labelled serial number though reading it is no claim', async () => {
    const desk = matching();
    await desk.record({ serial: 'F2LXK1ABCD' });
    await desk.listing('1', { serial: 'F2LXK1ABCD', confidence: 0.45 });
    expect(await desk.open()).toEqual(['1']);
  });

  it('queues both records that hold one number, and says so', async () => {
    const desk = matching();
    await desk.record({ imei });
    await desk.record({ imei });
    await desk.listing('1', { imei });
    const cases = await desk.cases();
    expect(cases).toHaveLength(2);
    expect(cases.every((found) => found.match.flags.includes('several-records'))).toBe(true);
  });

  it('waits for a revision that is not there yet', async () => {
    const desk = matching();
    const request: MatchRequest = { type: 'listing-revised', source: desk.source, itemId: 'x', revision: 1 };
    await expect(match(request, desk.parts.match)).rejects.toThrow(RetryLater);
  });

  it('opens the same cases in any order of messages and with any repeated', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
        fc.array(fc.nat({ max: 5 }), { maxLength: 4 }),
        async (order, repeats) => {
          const desk = matching();
          const first = await desk.keepRecord({ imei });
          const second = await desk.keepRecord({ imei: otherImei });
          const revisions = [
            await desk.keepListing('1', { imei }),
            await desk.keepListing('2', { imei: otherImei }),
            await desk.keepListing('3', { imei }),
            await desk.keepListing('4', { imei: '350000000000008' }),
          ];
          const requests: MatchRequest[] = [
            ...revisions,
            ...[first, second].map(({ reference }) => ({ type: 'record-changed' as const, reference })),
          ];
          for (const index of [...order, ...repeats]) {
            const request = requests[index];
            if (request) await match(request, desk.parts.match);
          }
          expect((await desk.open()).sort()).toEqual(['1', '2', '3']);
        },
      ),
      { numRuns: 12 },
    );
  });
});

interface Told {
  imei?: string;
  serial?: string;
  confidence?: number;
  title?: string;
  description?: string;
  postedAt?: string;
}

function matching() {
  const source = aSourceOfItsOwn();
  // Each desk has an index of its own, so that the same number may serve in every test.
  const parts = createPipelineParts(aws, source);
  parts.match.identifiers = isolated(parts.match.identifiers, source.id);
  const references: string[] = [];

  async function keepRecord({
    imei: number,
    serial,
    ...told
  }: Partial<StolenRecord> & { imei?: string; serial?: string }): Promise<StolenRecord> {
    records += 1;
    const record: StolenRecord = {
      reference: `R-${records}`,
      grade: 'police-verified',
      status: 'stolen',
      stolenAt: '2026-11-01T00:00:00.000Z',
      stolenAtPrecision: 'day',
      identifiers: number === undefined ? [{ kind: 'serial', value: serial ?? '' }] : [{ kind: 'imei', value: number }],
      marks: [],
      ...told,
    };
    references.push(record.reference);
    await parts.match.records.upsert([record], `import-${records}`);
    return record;
  }
  async function change(record: StolenRecord): Promise<void> {
    records += 1;
    await parts.match.records.upsert([record], `import-${records}`);
    await match({ type: 'record-changed', reference: record.reference }, parts.match);
  }
  async function keepListing(itemId: string, told: Told) {
    const { listings } = parts.match;
    const key = { source: source.id, itemId };
    const before = await listings.get(key);
    if (before === undefined) {
      const listing = {
        ...key,
        url: `https://market.example/item/phone/${itemId}`,
        liveness: 'live' as const,
        firstSeenAt: testNow.toISOString(),
        cardHash: '',
        contentHash: 'h',
      };
      await listings.saveReading({ listing: { ...listing, revision: 1 }, revision: revisionOf(told) });
    }
    return { type: 'listing-revised' as const, ...key, revision: 1 };
  }
  const cases = async (): Promise<Case[]> =>
    (await Promise.all(references.map((reference) => parts.match.cases.restingOn(reference)))).flat();
  return {
    source: source.id,
    parts,
    keepRecord,
    keepListing,
    change,
    cases,
    async record(told: Parameters<typeof keepRecord>[0]) {
      const record = await keepRecord(told);
      await match({ type: 'record-changed', reference: record.reference }, parts.match);
      return record;
    },
    async listing(itemId: string, told: Told) {
      await match(await keepListing(itemId, told), parts.match);
    },
    async status(record: StolenRecord, status: StolenRecord['status']) {
      await parts.match.records.setStatus(record.reference, status, 'test', testNow.toISOString());
      await match({ type: 'record-changed', reference: record.reference }, parts.match);
    },
    open: async () => (await cases()).filter(({ state }) => state !== 'closed').map(({ listing }) => listing.itemId),
    reviewed: () => parts.queues.reviewQueue.sent.map(({ body }) => body),
  };
}

type Index = ReturnType<typeof createPipelineParts>['match']['identifiers'];

function isolated(index: Index, space: string): Index {
  const inSpace = (keys: readonly string[]) => keys.map((key) => `${key}@${space}`);
  return {
    putListing: (keys, listing, expiresAt) => index.putListing(inSpace(keys), listing, expiresAt),
    putRecord: (keys, reference) => index.putRecord(inSpace(keys), reference),
    removeRecord: (keys, reference) => index.removeRecord(inSpace(keys), reference),
    lookUp: (key) => index.lookUp(`${key}@${space}`),
  };
}

function revisionOf({
  imei: number,
  serial,
  confidence = 0.99,
  title = 'iPhone 13 128GB',
  description = 'In good condition.',
  postedAt,
}: Told) {
  const identifier: Identifier =
    number === undefined
      ? { kind: 'serial', value: serial ?? '', confidence, raw: serial ?? '', where: 'text' }
      : { kind: 'imei', value: number, confidence, raw: number, where: 'text' };
  return {
    number: 1,
    readAt: testNow.toISOString(),
    changed: [],
    title,
    description,
    images: [],
    identifiers: [identifier],
    how: {},
    postedAt: postedAt ?? '2026-11-20T00:00:00.000Z',
  };
}
