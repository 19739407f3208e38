import type { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { changeIn, streamRecordSchema } from '../../../functions/tell/case-change.ts';
import { createEventBus } from '../../../shared/aws/event-bus.ts';

interface Image {
  state: string;
  check?: object;
  decisions?: number;
}

/** Attributes as DynamoDB writes them, with some that are not read. */
function image({ state, check, decisions }: Image) {
  const made = {
    M: { at: { S: '2026-11-22T14:05:00.000Z' }, stage: { S: 'first' }, code: { S: 'not-the-device' }, note: { S: 'private' } },
  };
  return {
    pk: { S: 'CASE#c1' },
    id: { S: 'c1' },
    team: { S: 'met' },
    state: { S: state },
    listing: { M: { title: { S: 'iPhone 13' } } },
    ...(check && { check: { M: check } }),
    ...(decisions !== undefined && { work: { M: { decisions: { L: Array.from({ length: decisions }, () => made) } } } }),
  };
}

function changeOf(after: Image, before?: Image) {
  const dynamodb = { ApproximateCreationDateTime: 1_795_356_301, NewImage: image(after), ...(before && { OldImage: image(before) }) };
  return changeIn(streamRecordSchema.parse({ eventID: 'e1', eventName: 'MODIFY', dynamodb }));
}

describe('a change of a case', () => {
  it('is told with its states, and nothing of what the case is about', () => {
    expect(changeOf({ state: 'ready' }, { state: 'opened' })).toEqual({
      changeId: 'e1',
      caseId: 'c1',
      team: 'met',
      from: 'opened',
      to: 'ready',
      at: new Date(1_795_356_301_000).toISOString(),
    });
    expect(changeOf({ state: 'waiting' })).toMatchObject({ to: 'waiting' });
  });

  it('says when a decision made it, and from when on that counts', () => {
    const decided = changeOf({ state: 'closed', decisions: 1 }, { state: 'ready', decisions: 0 });
    expect(decided?.decision).toEqual({ stage: 'first', code: 'not-the-device', takesEffectAt: '2026-11-22T14:06:00.000Z' });
    expect(changeOf({ state: 'ready', decisions: 1 }, { state: 'closed', decisions: 1 })?.decision).toBeUndefined();
  });

  it('is not told where the state stayed, nor of a check', () => {
    expect(changeOf({ state: 'ready', decisions: 0 }, { state: 'ready' })).toBeUndefined();
    expect(changeOf({ state: 'closed', check: {}, decisions: 1 }, { state: 'ready', check: {} })).toBeUndefined();
  });
});

describe('the event bus', () => {
  it('is told in tens, and a refusal of one is a fault', async () => {
    const calls: number[] = [];
    const answers = [{ FailedEntryCount: 0 }, { FailedEntryCount: 1, Entries: [{}, { ErrorCode: 'InternalFailure' }] }];
    const client = {
      async send({ input }: PutEventsCommand) {
        calls.push(input.Entries?.length ?? 0);
        return { $metadata: {}, ...answers[calls.length - 1] };
      },
    };
    const bus = createEventBus({ client, bus: 'default' });
    await expect(
      bus.tell(
        'Case state changed',
        Array.from({ length: 12 }, (_, index) => ({ index })),
      ),
    ).rejects.toThrow('1 events were not taken by the bus default: InternalFailure: no message');
    expect(calls).toEqual([10, 2]);
  });
});
