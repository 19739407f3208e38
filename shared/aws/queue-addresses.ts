/** Under which keys of config.ts each queue and its dead letters are told to whoever works with them: functions, commands, the one-machine run. */

import type { Config, ConfigKey } from './config.ts';
import type { QueueName } from './resources.ts';

export const queueAddressKeys = {
  scan: { url: 'SCAN_QUEUE_URL', deadLetterUrl: 'SCAN_DLQ_URL' },
  read: { url: 'READ_QUEUE_URL', deadLetterUrl: 'READ_DLQ_URL' },
  'read-rendered': { url: 'READ_RENDERED_QUEUE_URL', deadLetterUrl: 'READ_RENDERED_DLQ_URL' },
  match: { url: 'MATCH_QUEUE_URL', deadLetterUrl: 'MATCH_DLQ_URL' },
  see: { url: 'SEE_QUEUE_URL', deadLetterUrl: 'SEE_DLQ_URL' },
  review: { url: 'REVIEW_QUEUE_URL', deadLetterUrl: 'REVIEW_DLQ_URL' },
  deliver: { url: 'DELIVER_QUEUE_URL', deadLetterUrl: 'DELIVER_DLQ_URL' },
  records: { url: 'RECORDS_QUEUE_URL', deadLetterUrl: 'RECORDS_DLQ_URL' },
} as const satisfies Record<QueueName, { url: ConfigKey; deadLetterUrl: ConfigKey }>;

type Keys = (typeof queueAddressKeys)[QueueName];
export type QueueAddressKey = Keys['url' | 'deadLetterUrl'];

export interface QueueAddress {
  url: string;
  deadLetterUrl: string;
}

/** All of them, for `readConfig`. */
export const allQueueAddressKeys: readonly QueueAddressKey[] = Object.values(queueAddressKeys).flatMap(({ url, deadLetterUrl }) => [
  url,
  deadLetterUrl,
]);

/** Of a configuration that was read with them. */
export function queueAddresses(config: Config<QueueAddressKey>): Record<QueueName, QueueAddress> {
  const of = (name: QueueName): QueueAddress => ({
    url: config[queueAddressKeys[name].url],
    deadLetterUrl: config[queueAddressKeys[name].deadLetterUrl],
  });
  return {
    scan: of('scan'),
    read: of('read'),
    'read-rendered': of('read-rendered'),
    match: of('match'),
    see: of('see'),
    review: of('review'),
    deliver: of('deliver'),
    records: of('records'),
  };
}
