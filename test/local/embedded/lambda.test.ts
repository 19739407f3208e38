import { expect, test } from 'vitest';
import { invoke } from '../../../local/embedded/lambda.ts';

test('hands the handler its own copy of the event and a context that counts down', async () => {
  const event = { source: 'gumtree', scheduledAt: '2026-11-22T10:00:00Z' };
  const answer = await invoke(
    async (received: typeof event, context) => {
      const remaining = context.getRemainingTimeInMillis();
      return { same: received === event, received, name: context.functionName, counts: remaining > 0 && remaining <= 30_000 };
    },
    event,
    { name: 'open-scan', timeoutSeconds: 30 },
  );

  expect(answer).toStrictEqual({ same: false, received: event, name: 'open-scan', counts: true });
});

test('throws what the handler throws', async () => {
  await expect(invoke(async () => Promise.reject(new Error('no such source')), {})).rejects.toThrow('no such source');
});

test('throws when the handler takes longer than its timeout', async () => {
  const never = () => new Promise<never>(() => {});
  await expect(invoke(never, {}, { name: 'read', timeoutSeconds: 0.05 })).rejects.toThrow('read took longer than its 0.05 s');
});
