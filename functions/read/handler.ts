import { readConfig } from '../../shared/aws/config.ts';
import { readConfigKeys, wireRead } from './wiring.ts';

const config = readConfig(process.env, [...readConfigKeys, 'READ_QUEUE_URL', 'READ_DLQ_URL']);

export const handler = await wireRead(config, {
  queue: 'read',
  queueUrl: config.READ_QUEUE_URL,
  deadLetterUrl: config.READ_DLQ_URL,
  fetcherFrom: (plain) => plain,
});
