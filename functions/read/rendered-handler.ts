import { readConfig } from '../../shared/aws/config.ts';
import { launchChromium } from '../../shared/sources/browser.ts';
import { createRenderedFetcher } from '../../shared/sources/rendered-fetcher.ts';
import { readConfigKeys, wireRead } from './wiring.ts';

const config = readConfig(process.env, [...readConfigKeys, 'READ_RENDERED_QUEUE_URL', 'READ_RENDERED_DLQ_URL', 'CHROMIUM_FILES']);

export const handler = await wireRead(config, {
  queue: 'read-rendered',
  queueUrl: config.READ_RENDERED_QUEUE_URL,
  deadLetterUrl: config.READ_RENDERED_DLQ_URL,
  fetcherFrom: (plain) => createRenderedFetcher({ fetcher: plain, launch: () => launchChromium(config.CHROMIUM_FILES || undefined) }),
});
