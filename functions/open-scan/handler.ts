import { createDynamoClient, createSqsClient } from '../../shared/aws/clients.ts';
import { reportClosedScan } from '../../shared/aws/closed-scan.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { createPauseStore } from '../../shared/aws/pause-store.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { createScanStore } from '../../shared/aws/scan-store.ts';
import { scheduledScanSchema } from '../../shared/messages.ts';
import { loadSources } from '../../shared/sources/load-sources.ts';
import { registry } from '../../shared/sources/registry.ts';
import { openScan } from './open-scan.ts';

const config = readConfig(process.env, ['LISTINGS_TABLE', 'SCAN_QUEUE_URL', 'SOURCE_FILES', 'STAGE']);
const log = createLog('open-scan');
const metrics = createMetrics({ stage: config.STAGE });
const sources = await loadSources({ registry, files: config.SOURCE_FILES });
const listings = { client: createDynamoClient(), table: config.LISTINGS_TABLE };
const scans = createScanStore(listings);
const pauses = createPauseStore(listings);
const scanQueue = createQueueSender({ client: createSqsClient(), url: config.SCAN_QUEUE_URL, fifo: true });

/** Fired by EventBridge Scheduler with `{ source, scheduledAt }`. What is thrown here the schedule tries again, then parks. */
export async function handler(event: unknown): Promise<void> {
  const request = scheduledScanSchema.parse(event);
  const source = sources.find(({ id }) => id === request.source);
  if (source === undefined) throw new Error(`A schedule names the source ${request.source}, which is not in the registry`);
  const outcome = await openScan(request, {
    source,
    scans,
    pauses,
    scanQueue,
    closed: (scan) => reportClosedScan(scan, { log, metrics }),
    aheadOfTime: ({ id, openedAt }) =>
      log.warn('A scan is stamped in the future, by a wrong clock, and does not count', { scanId: id, openedAt }),
    now: () => new Date(),
  });
  metrics.publish();
  log.info('Schedule fired', { ...request, outcome });
}
