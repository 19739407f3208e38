/** Commands work beside a running Fencewatch of the same data folder, or start what they need themselves. */

import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { QueueName } from '../shared/aws/resources.ts';
import { startProgress } from './commands/progress.ts';
import type { DataFolder } from './data-folder.ts';
import { queueDepth } from './embedded/queue-depth.ts';
import { type Machine, startMachine } from './machine.ts';
import { openStores, type Stores } from './stores.ts';

const runningFile = 'running.json';
const runningSchema = z.object({ pid: z.int(), consoleUrl: z.string().optional(), environment: z.record(z.string(), z.string()) });
type Running = z.infer<typeof runningSchema>;

/** Says where this process serves, for commands that come along while it runs. */
export async function announce(folder: DataFolder, machine: Machine, consoleUrl?: string): Promise<void> {
  const running: Running = { pid: process.pid, environment: machine.environment, ...(consoleUrl !== undefined && { consoleUrl }) };
  await folder.write(runningFile, JSON.stringify(running));
}

/** The Fencewatch that works in this folder now, if one does. A file left by one that was killed names services that no longer answer. */
export async function findRunning(folder: DataFolder): Promise<Running | undefined> {
  const text = await folder.read(runningFile);
  if (text === undefined) return undefined;
  const running = runningSchema.safeParse(JSON.parse(text));
  if (!running.success) return undefined;
  const { AWS_ENDPOINT_URL_DYNAMODB: dynamo, AWS_ENDPOINT_URL_SQS: sqs } = running.data.environment;
  if (dynamo === undefined || sqs === undefined) return undefined;
  return isAlive(running.data.pid) && (await answers(dynamo)) && (await answers(sqs)) ? running.data : undefined;
}

export interface Attached {
  stores: Stores;
  environment: Record<string, string>;
  /** What was put on the worked queues is done; beside a running Fencewatch that one does it in its own time. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The stores of the Fencewatch that runs in this folder, or of one started for as long as the command takes, which works the queues in
 * `work` and leaves the others alone: a command must not visit marketplaces nor give up on pages that wait for the next start.
 */
export async function attach(folder: DataFolder, { work = [] }: { work?: readonly QueueName[] } = {}): Promise<Attached> {
  const running = await findRunning(folder);
  if (running !== undefined) {
    const { environment } = running;
    return { stores: openStores(environment), environment, settled: async () => {}, stop: async () => {} };
  }
  const machine = await startMachine({ folder, work });
  const { stores, environment, functions, stop } = machine;
  async function settled(): Promise<void> {
    const progress = startProgress('Matching, messages done');
    while (!(await functions.isDrained())) {
      const { done } = (await functions.counts()).match;
      const { visible, inFlight } = await queueDepth(stores.sqs, stores.queues.match.url);
      progress.update(done, done + visible + inFlight);
      await sleep(100);
    }
    progress.stop();
  }
  return { stores, environment, settled, stop };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port), timeout: 1000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket
      .once('connect', () => end(true))
      .once('error', () => end(false))
      .once('timeout', () => end(false));
  });
}
