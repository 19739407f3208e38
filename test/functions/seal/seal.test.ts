import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { sealDays } from '../../../functions/seal/seal.ts';
import { bucketName, tableName } from '../../../local/embedded/aws-resources.ts';
import { verifyAudit } from '../../../local/verify-audit.ts';
import { createAuditLog } from '../../../shared/aws/audit-log.ts';
import { auditKey, createAuditStore } from '../../../shared/aws/audit-store.ts';
import { createSealBucket } from '../../../shared/aws/seal-bucket.ts';
import type { AuditEvent } from '../../../shared/domain/audit-event.ts';
import { fingerprintOf } from '../../../shared/domain/audit-seal.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const aws = useEmbeddedAws();
const table = tableName('audit');
const parts = (now: string) => ({
  log: createAuditLog({ client: aws.dynamo, table }),
  seals: createSealBucket({ client: aws.s3, bucket: bucketName('seals') }),
  now: () => new Date(now),
});
const period = { from: '2026-11-20', to: '2026-11-24', fromStart: true };
const verify = () => verifyAudit(period, parts('2026-11-25T09:00:00Z'));

const event = (day: number, minute: number): AuditEvent => ({
  at: `2026-11-${day}T08:0${minute}:00.000Z`,
  actor: 'ama-osei',
  actorName: 'Ama Osei',
  act: 'case-viewed',
  subject: { kind: 'case', id: `c${minute}` },
  outcome: 'done',
});

beforeAll(async () => {
  const store = createAuditStore({ client: aws.dynamo, table });
  for (const day of [20, 21, 23]) for (let minute = 0; minute < 6; minute += 1) await store.append(event(day, minute));
});

describe('sealing', () => {
  it('seals the day that is over, once, and not before an hour has passed', async () => {
    expect(await sealDays(parts('2026-11-21T00:30:00Z'))).toMatchObject([{ day: '2026-11-19', rows: 0, previous: null }]);
    const [seal] = await sealDays(parts('2026-11-21T01:30:00Z'));
    expect(seal).toMatchObject({ day: '2026-11-20', rows: 6, previous: { day: '2026-11-19' } });
    expect(await sealDays(parts('2026-11-21T02:00:00Z'))).toEqual([]);
  });

  it('catches up after an outage, each seal naming the one before', async () => {
    const sealed = await sealDays(parts('2026-11-24T03:00:00Z'));
    expect(sealed.map(({ day, rows }) => [day, rows])).toEqual([
      ['2026-11-21', 6],
      ['2026-11-22', 0],
      ['2026-11-23', 6],
    ]);
    const [first, second] = sealed;
    expect(second?.previous).toEqual(first && { day: first.day, fingerprint: fingerprintOf(first) });
  });

  it('lets no seal be replaced', async () => {
    const { seals } = parts('2026-11-24T03:00:00Z');
    const seal = await seals.get('2026-11-21');
    expect(seal && (await seals.put({ ...seal, rows: 5 }))).toBe('exists');
    expect((await seals.get('2026-11-21'))?.rows).toBe(6);
  });
});

describe('verifying', () => {
  const rowOf = (day: number, minute: number) => ({ TableName: table, Key: auditKey(event(day, minute)) });

  it('finds a whole log whole', async () => {
    const verdict = await verify();
    expect(verdict).toMatchObject({ rows: 18, chains: 1, faults: [], faultCount: 0, sealedDays: 4 });
    expect(verdict.newestSeal?.day).toBe('2026-11-23');
  });

  it('finds a row that was changed, by the row and by the day’s seal', async () => {
    const change = { UpdateExpression: 'SET actorName = :other', ExpressionAttributeValues: { ':other': 'Ben Lindqvist' } };
    await aws.dynamo.send(new UpdateCommand({ ...rowOf(21, 3), ...change }));
    const { faults } = await verify();
    expect(faults).toEqual([
      '2026-11-21 does not hold the rows that were sealed',
      expect.stringMatching(
        /^Row 10 of chain .+ \(case-viewed by ama-osei at 2026-11-21T08:03:00.000Z\) does not say what it said when it was written$/,
      ),
    ]);
    await aws.dynamo.send(new UpdateCommand({ ...rowOf(21, 3), ...change, ExpressionAttributeValues: { ':other': 'Ama Osei' } }));
    expect((await verify()).faults).toEqual([]);
  });

  it('finds a row that was taken away, also the last of its chain', async () => {
    await aws.dynamo.send(new DeleteCommand(rowOf(20, 2)));
    await aws.dynamo.send(new DeleteCommand(rowOf(23, 5)));
    const { faults } = await verify();
    expect(faults).toEqual([
      '2026-11-20 held 6 rows when it was sealed and holds 5',
      '2026-11-23 held 6 rows when it was sealed and holds 5',
      expect.stringMatching(/^Row 3 of chain .+ is missing$/),
    ]);
  });
});
