import type { ConfigKey } from '../shared/aws/config.ts';
import type { QueueName } from '../shared/aws/resources.ts';

/** Under which names of shared/aws/config.ts a queue and its dead letters are told to functions. */
export const queueKeys: Record<QueueName, { url: ConfigKey; deadLetterUrl: ConfigKey }> = {
  scan: { url: 'SCAN_QUEUE_URL', deadLetterUrl: 'SCAN_DLQ_URL' },
  read: { url: 'READ_QUEUE_URL', deadLetterUrl: 'READ_DLQ_URL' },
  'read-rendered': { url: 'READ_RENDERED_QUEUE_URL', deadLetterUrl: 'READ_RENDERED_DLQ_URL' },
  match: { url: 'MATCH_QUEUE_URL', deadLetterUrl: 'MATCH_DLQ_URL' },
  see: { url: 'SEE_QUEUE_URL', deadLetterUrl: 'SEE_DLQ_URL' },
  review: { url: 'REVIEW_QUEUE_URL', deadLetterUrl: 'REVIEW_DLQ_URL' },
  deliver: { url: 'DELIVER_QUEUE_URL', deadLetterUrl: 'DELIVER_DLQ_URL' },
  records: { url: 'RECORDS_QUEUE_URL', deadLetterUrl: 'RECORDS_DLQ_URL' },
};
