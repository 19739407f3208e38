import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, it } from 'vitest';
import { tableName } from '../../local/embedded/aws-resources.ts';
import { type PauseParts, pauseSource, resumeSource } from '../../local/pause-source.ts';
import { createPauseStore } from '../../shared/aws/pause-store.ts';
import type { AuditEvent } from '../../shared/domain/audit-event.ts';
import { isInForce } from '../../shared/domain/pause.ts';
import { useEmbeddedAws } from '../support/embedded-aws.ts';

const services = useEmbeddedAws();
let events: AuditEvent[];
let clock: string;
let parts: PauseParts;

beforeEach(() => {
  events = [];
  clock = '2026-11-22T10:00:00.000Z';
  parts = {
    pauses: createPauseStore({ client: services.dynamo, table: tableName('listings') }),
    audit: { append: async (event) => void events.push(event) },
    now: () => new Date(clock),
  };
});

const acts = () => events.map(({ act, actor, outcome }) => `${act} ${outcome} by ${actor}`);

describe('a source', () => {
  it('is paused and resumed by a person, and both leave their rows', async () => {
    await pauseSource({ source: 'larder-lane', reason: 'About 356938035643817.', by: 'Ama Osei' }, parts);
    expect(await parts.pauses.of('larder-lane')).toEqual({
      source: 'larder-lane',
      since: clock,
      reason: 'About 356938035643817.',
      by: 'Ama Osei',
    });
    expect(await resumeSource({ source: 'larder-lane', by: 'Tom Berg' }, parts)).toMatchObject({ by: 'Ama Osei' });
    expect(await parts.pauses.of('larder-lane')).toBeUndefined();
    expect(acts()).toEqual([
      'source-paused attempted by Ama Osei',
      'source-paused done by Ama Osei',
      'source-resumed attempted by Tom Berg',
      'source-resumed done by Tom Berg',
    ]);
    expect(events[0]).toMatchObject({ subject: { kind: 'source', id: 'larder-lane' }, detail: { reason: 'About 35693803*****17.' } });
  });

  it('that is paused again keeps the time since when, unless that pause is over', async () => {
    const word = { source: 'kiosk', reason: 'Terms.', by: 'Ama Osei' };
    await pauseSource({ ...word, until: '2026-11-23T00:00:00.000Z' }, parts);
    clock = '2026-11-22T12:00:00.000Z';
    expect((await pauseSource({ ...word, until: '2026-11-24T00:00:00.000Z' }, parts)).since).toBe('2026-11-22T10:00:00.000Z');
    clock = '2026-11-25T12:00:00.000Z';
    expect((await pauseSource(word, parts)).since).toBe(clock);
  });

  it('that is not paused cannot be resumed, and leaves no row', async () => {
    expect(await resumeSource({ source: 'unpaused', by: 'Tom Berg' }, parts)).toBeUndefined();
    expect(events).toEqual([]);
  });

  it('whose pause was written wrongly by hand stays paused, and the reason names the field', async () => {
    const Item = { pk: 'SOURCE#by-hand', sk: 'PAUSE', source: 'by-hand', since: 'yesterday', reason: 'Terms.', by: 'Ama Osei' };
    await services.dynamo.send(new PutCommand({ TableName: tableName('listings'), Item }));
    const pause = await parts.pauses.of('by-hand');
    expect(pause).toMatchObject({ by: 'nobody named', reason: expect.stringMatching(/^Its row cannot be read: .*\n.*at since\.$/) });
    expect(pause !== undefined && isInForce(pause, new Date(clock))).toBe(true);
  });
});
