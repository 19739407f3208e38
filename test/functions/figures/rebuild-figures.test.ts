import { expect, it } from 'vitest';
import { publishFigures, rebuildFigures } from '../../../functions/figures/rebuild-figures.ts';
import { tableName } from '../../../local/embedded/aws-resources.ts';
import { createAuditLog } from '../../../shared/aws/audit-log.ts';
import { createAuditStore } from '../../../shared/aws/audit-store.ts';
import { createPublicFigureStore } from '../../../shared/aws/public-figure-store.ts';
import type { PublicFigures } from '../../../shared/domain/figures/public-figures.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const aws = useEmbeddedAws();

it('counts from the audit alone, the same each time, and keeps the quarter that is asked for', async () => {
  const client = aws.dynamo;
  const audit = createAuditStore({ client, table: tableName('audit') });
  const log = createAuditLog({ client, table: tableName('audit') });
  const store = createPublicFigureStore({ client, table: tableName('cases') });
  for (let each = 0; each < 6; each += 1) {
    const subject = { kind: 'case', id: `case-${each}` };
    await audit.append({ at: `2026-12-31T23:5${each}:00.000Z`, actor: 'match', act: 'case-opened', subject, outcome: 'done' });
    const detail = { code: 'not-the-device' };
    await audit.append({ at: `2027-01-01T00:0${each}:00.000Z`, actor: 'osei', act: 'case-decided', subject, outcome: 'done', detail });
  }

  const parts = { log, store, now: () => new Date('2027-01-15T12:00:00.000Z') };
  const { figures: ended } = await publishFigures({ ...parts, quarter: 'ended' });
  const { figures: running } = await publishFigures({ ...parts, quarter: 'running' });
  expect(ended.period).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(ended.figures.map(({ name, total }) => [name, total])).toContainEqual(['opened', { shown: 'count', count: 6 }]);
  expect(partOf(ended, 'waiting')).toEqual({ shown: 'count', count: 6 });
  expect(partOf(running, 'not-the-device')).toEqual({ shown: 'count', count: 6 });
  expect(await store.all()).toEqual([running, ended]);
  expect(await rebuildFigures(ended.period, parts)).toEqual(ended);
});

it('counts a quarter that is over once its last rows are written, and not again unless the rules change', async () => {
  const log = createAuditLog({ client: aws.dynamo, table: tableName('audit') });
  const store = createPublicFigureStore({ client: aws.dynamo, table: tableName('cases') });
  const at = (now: string) => publishFigures({ log, store, now: () => new Date(now), quarter: 'ended' });

  expect((await at('2027-07-01T00:59:00.000Z')).counted).toBe(true);
  const { figures, counted } = await at('2027-07-01T01:00:00.000Z');
  expect(counted).toBe(true);
  expect(await at('2027-07-01T02:00:00.000Z')).toEqual({ figures, counted: false });
  expect((await at('2027-09-30T23:00:00.000Z')).counted).toBe(false);
  await store.keep({ ...figures, rules: 0 });
  expect((await at('2027-09-30T23:30:00.000Z')).counted).toBe(true);
});

function partOf({ figures }: PublicFigures, name: string) {
  return figures.flatMap(({ parts }) => parts).find((part) => part.name === name)?.count;
}
