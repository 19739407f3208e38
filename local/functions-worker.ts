/**
 * The worker thread that plays Lambda: it imports the very handlers of functions/, feeds each from its queue, and fires scheduled
 * events at open-scan. Its environment is given by whoever starts it, as a stack gives one to a function; see functions.ts.
 */

import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { handler as admit } from '../functions/admit/handler.ts';
import { handler as count } from '../functions/count/handler.ts';
import { handler as deliver } from '../functions/deliver/handler.ts';
import { handler as figures } from '../functions/figures/handler.ts';
import { handler as inform } from '../functions/inform/handler.ts';
import { handler as match } from '../functions/match/handler.ts';
import { handler as notify } from '../functions/notify/handler.ts';
import { handler as openScan } from '../functions/open-scan/handler.ts';
import { handler as read } from '../functions/read/handler.ts';
import { handler as readRendered } from '../functions/read/rendered-handler.ts';
import { handler as records } from '../functions/records/handler.ts';
import { handler as review } from '../functions/review/handler.ts';
import { handler as scan } from '../functions/scan/handler.ts';
import { handler as seal } from '../functions/seal/handler.ts';
import { handler as see } from '../functions/see/handler.ts';
import { handler as survey } from '../functions/survey/handler.ts';
import { handler as verify } from '../functions/verify/handler.ts';
import { createSqsClient } from '../shared/aws/clients.ts';
import { readConfig } from '../shared/aws/config.ts';
import { createLog } from '../shared/aws/log.ts';
import { allQueueAddressKeys, queueAddresses } from '../shared/aws/queue-addresses.ts';
import { type QueueName, queues } from '../shared/aws/resources.ts';
import { invoke } from './embedded/lambda.ts';
import { mapQueue, type QueueMapping } from './embedded/map-queue.ts';
import { isDrained } from './embedded/queue-depth.ts';
import {
  type Fired,
  type FunctionsAnswers,
  type FunctionsReply,
  type FunctionsRequest,
  type Question,
  readyId,
  type WorkCounts,
} from './functions.ts';

if (parentPort === null) throw new Error('functions-worker.ts is started by functions.ts');
const parent = parentPort;

const addresses = queueAddresses(readConfig(process.env, allQueueAddressKeys));
const sqs = createSqsClient();
const log = createLog('lambda');

/** FIFO batches are of one host, so two at once let two marketplaces be read side by side. */
const functions = {
  scan: { handler: scan, concurrency: 2 },
  read: { handler: read, concurrency: 2 },
  'read-rendered': { handler: readRendered, concurrency: 1 },
  match: { handler: match, concurrency: 2 },
  see: { handler: see, concurrency: 1 },
  review: { handler: review, concurrency: 1 },
  deliver: { handler: deliver, concurrency: 1 },
  records: { handler: records, concurrency: 1 },
} satisfies Record<QueueName, object>;
/** Those that a schedule starts, by their folder. */
const scheduled = { 'open-scan': openScan, admit, notify, verify, survey, seal, count, inform, figures } satisfies Record<
  Fired['function'],
  object
>;
const worked = z.array(z.enum(['scan', 'read', 'read-rendered', 'match', 'see', 'review', 'deliver', 'records'])).parse(workerData);
const mappings = new Map<QueueName, QueueMapping>(
  worked.map((name) => [name, mapQueue({ ...functions[name], queueUrl: addresses[name].url, definition: queues[name], sqs, log })]),
);
const queueUrls = worked.map((name) => addresses[name].url);

const reply = (message: FunctionsReply) => parent.postMessage(message);
parent.on('message', async (request: FunctionsRequest) => {
  try {
    reply({ id: request.id, answer: await answerTo(request) });
  } catch (error) {
    reply({ id: request.id, error: error instanceof Error ? error.message : String(error) });
  }
});
reply({ id: readyId, answer: undefined });

async function answerTo({ ask, fired }: FunctionsRequest): Promise<FunctionsAnswers[Question]> {
  switch (ask) {
    case 'fire':
      if (fired !== undefined) await invoke(scheduled[fired.function], fired.event, { name: fired.function });
      return undefined;
    case 'drained':
      return isDrained({ sqs, queueUrls, batchesEnded });
    case 'counts':
      return countsNow();
    case 'stop':
      await Promise.all([...mappings.values()].map((mapping) => mapping.stop()));
      return undefined;
  }
}

function batchesEnded(): number {
  return [...mappings.values()].reduce((total, { counts }) => total + counts.batches, 0);
}

function countsNow(): WorkCounts {
  const of = (name: QueueName) => {
    const { done = 0, failed = 0, inHand = 0 } = mappings.get(name)?.counts ?? {};
    return { done, failed, inHand };
  };
  return {
    scan: of('scan'),
    read: of('read'),
    'read-rendered': of('read-rendered'),
    see: of('see'),
    match: of('match'),
    review: of('review'),
    deliver: of('deliver'),
    records: of('records'),
  };
}
