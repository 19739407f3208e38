import { expect, test } from 'vitest';
import { failedMessages } from '../../../local/embedded/batch-response.ts';

const ids = ['a', 'b', 'c'];
const failed = (answer: unknown) => [...failedMessages(answer, ids)];

test.each([undefined, null, {}, { batchItemFailures: [] }, { batchItemFailures: null }])(
  'takes %j for a batch that went well',
  (answer) => {
    expect(failed(answer)).toStrictEqual([]);
  },
);

test('fails the messages that are named', () => {
  expect(failed({ batchItemFailures: [{ itemIdentifier: 'b' }, { itemIdentifier: 'c' }] })).toStrictEqual(['b', 'c']);
});

test.each([
  'text',
  { batchItemFailures: 'b' },
  { batchItemFailures: [{ itemIdentifier: '' }] },
  { batchItemFailures: [{ itemIdentifier: null }] },
  { batchItemFailures: [{ id: 'b' }] },
  { batchItemFailures: [null] },
  { batchItemFailures: [{ itemIdentifier: 'b' }, { itemIdentifier: 'unknown' }] },
])('fails the whole batch for %j', (answer) => {
  expect(failed(answer)).toStrictEqual(ids);
});
