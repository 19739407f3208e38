/**
 * The worker thread that plays Lambda: it imports the very handlers of functions/, feeds each from its queue, and fires scheduled
 * events at open-scan. Its environment is given by whoever starts it, as a stack gives one to a function; see functions.ts.
 */

import { parentPort } from 'node:worker_threads';
import { handler as match } from '../functions/match/handler.ts';
import { handler as openScan } from '../functions/open-scan/handler.ts';
import { handler as read } from '../functions/read/handler.ts';
import { handler as records } from '../functions/records/handler.ts';
import { handler as review } from '../functions/review/handler.ts';
import { handler as scan } from '../functions/scan/handler.ts';
import { createSqsClient } from '../shared/aws/clients.ts';
import { readConfig } from '../shared/aws/config.ts';
import { createLog } from '../shared/aws/log.ts';
import { queues } from '../shared/aws/resources.ts';
import { type FunctionsAnswers, type FunctionsReply, type FunctionsRequest, type Question, readyId, type WorkCounts } from './functions.ts';
import { invoke } from './lambda.ts';
import { mapQueue, type QueueMapping } from './map-queue.ts';
import { isDrained } from './queue-depth.ts';

if (parentPort === null) throw new Error('functions-worker.ts is started by functions.ts');
const parent = parentPort;

const config = readConfig(process.env, ['SCAN_QUEUE_URL', 'READ_QUEUE_URL', 'MATCH_QUEUE_URL', 'REVIEW_QUEUE_URL', 'RECORDS_QUEUE_URL']);
const sqs = createSqsClient();
const log = createLog('lambda');

/** FIFO batches are of one host, so two at once let two marketplaces be read side by side. */
const mappings = {
  scan: mapQueue({ handler: scan, queueUrl: config.SCAN_QUEUE_URL, definition: queues.scan, concurrency: 2, sqs, log }),
  read: mapQueue({ handler: read, queueUrl: config.READ_QUEUE_URL, definition: queues.read, concurrency: 2, sqs, log }),
  match: mapQueue({ handler: match, queueUrl: config.MATCH_QUEUE_URL, definition: queues.match, concurrency: 2, sqs, log }),
  review: mapQueue({ handler: review, queueUrl: config.REVIEW_QUEUE_URL, definition: queues.review, concurrency: 1, sqs, log }),
  records: mapQueue({ handler: records, queueUrl: config.RECORDS_QUEUE_URL, definition: queues.records, concurrency: 1, sqs, log }),
};
const all: QueueMapping[] = Object.values(mappings);
const queueUrls = Object.values(config);

const reply = (message: FunctionsReply) => parent.postMessage(message);
parent.on('message', async (request: FunctionsRequest) => {
  try {
    reply({ id: request.id, answer: await answerTo(request) });
  } catch (error) {
    reply({ id: request.id, error: error instanceof Error ? error.message : String(error) });
  }
});
reply({ id: readyId, answer: undefined });

async function answerTo({ ask, event }: FunctionsRequest): Promise<FunctionsAnswers[Question]> {
  switch (ask) {
    case 'fire':
      await invoke(openScan, event, { name: 'open-scan' });
      return undefined;
    case 'drained':
      return isDrained({ sqs, queueUrls, batchesEnded: () => all.reduce((total, { counts }) => total + counts.batches, 0) });
    case 'counts':
      return countsNow();
    case 'stop':
      await Promise.all(all.map((mapping) => mapping.stop()));
      return undefined;
  }
}

function countsNow(): WorkCounts {
  const of = ({ counts: { done, failed, inHand } }: QueueMapping) => ({ done, failed, inHand });
  return {
    scan: of(mappings.scan),
    read: of(mappings.read),
    match: of(mappings.match),
    review: of(mappings.review),
    records: of(mappings.records),
  };
}
