/** The functions of one machine: a worker thread that plays Lambda, and what the rest of the program may ask of it. */

import { createWriteStream } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ClockName, QueueName } from '../shared/aws/resources.ts';
import type { ClockEvent, ScheduledScan } from '../shared/messages.ts';

/** Messages worked on since the start, by queue; `failed` deliveries come again or are parked. */
export type WorkCounts = Record<QueueName, { done: number; failed: number; inHand: number }>;

/** What can be asked of the worker, and what it answers. */
export interface FunctionsAnswers {
  fire: undefined;
  drained: boolean;
  counts: WorkCounts;
  stop: undefined;
}
export type Question = keyof FunctionsAnswers;
/** What a schedule hands to which function. */
export type Fired = { function: 'open-scan'; event: ScheduledScan } | { function: ClockName; event: ClockEvent };
export type FunctionsRequest = { id: number; ask: Question; fired?: Fired };
export type FunctionsReply = { id: number; answer: FunctionsAnswers[Question] } | { id: number; error: string };
/** The id of the reply that no question led to: the worker takes messages now. */
export const readyId = 0;

export interface Functions {
  /** Fires a schedule at its function, as EventBridge Scheduler does, and waits until it was handled. */
  fire(fired: Fired): Promise<void>;
  /** True when nothing is on any of the queues in `work`, hidden or in hand. */
  isDrained(): Promise<boolean>;
  counts(): Promise<WorkCounts>;
  /** Lets the batches in hand finish; what is on the queues stays there for the next start. */
  stop(): Promise<void>;
}

/**
 * Starts the worker with the given environment (tables, queues, endpoints, keys) and waits until it takes messages from the queues in
 * `work`; the others keep theirs.
 * What the functions log goes to `logFile`, one JSON line an event, never to the terminal.
 * `onFault` hears of it when the worker dies; everything on the queues is kept for the next start.
 */
export async function startFunctions({
  environment,
  work,
  logFile,
  onFault,
}: {
  environment: Record<string, string>;
  work: readonly QueueName[];
  logFile: string;
  onFault: (error: Error) => void;
}): Promise<Functions> {
  const log = createWriteStream(logFile, { flags: 'a' });
  const worker = new Worker(new URL('./functions-worker.ts', import.meta.url), {
    env: { ...process.env, ...environment },
    workerData: work,
    stdout: true,
    stderr: true,
  });
  worker.stdout.pipe(log, { end: false });
  worker.stderr.pipe(log, { end: false });

  const waiting = new Map<number, PromiseWithResolvers<FunctionsAnswers[Question]>>();
  const ready = Promise.withResolvers<FunctionsAnswers[Question]>();
  waiting.set(readyId, ready);
  worker.on('message', (reply: FunctionsReply) => {
    const asker = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) asker?.reject(new Error(reply.error));
    else asker?.resolve(reply.answer);
  });
  let stopping = false;
  const died = (cause: unknown) => {
    const error = new Error(`The functions stopped working; ${logFile} says why`, { cause });
    for (const asker of waiting.values()) asker.reject(error);
    waiting.clear();
    if (!stopping) onFault(error);
  };
  worker.on('error', died);
  worker.on('exit', (code) => died(new Error(`the worker ended with code ${code}`)));

  let lastId = readyId;
  async function ask<Asked extends Question>(asked: Asked, fired?: Fired): Promise<FunctionsAnswers[Asked]> {
    lastId += 1;
    const answer = Promise.withResolvers<FunctionsAnswers[Question]>();
    waiting.set(lastId, answer);
    const request: FunctionsRequest = { id: lastId, ask: asked, ...(fired && { fired }) };
    worker.postMessage(request);
    // The worker answers each question with the answer of that question.
    return (await answer.promise) as FunctionsAnswers[Asked];
  }

  await ready.promise;
  return {
    fire: (fired) => ask('fire', fired),
    isDrained: () => ask('drained'),
    counts: () => ask('counts'),
    async stop() {
      stopping = true;
      await ask('stop');
      await worker.terminate();
      await new Promise((done) => log.end(done));
    },
  };
}
