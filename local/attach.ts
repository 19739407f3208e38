/** Commands work beside a running Fencewatch of the same data folder, or start what they need themselves. */

import { connect } from 'node:net';
import * as z from 'zod';
import type { DataFolder } from './data-folder.ts';
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
  /** Another process works its queues; otherwise this one does. */
  besides: boolean;
  stop(): Promise<void>;
}

/** Stores of the running Fencewatch, or of one started for as long as the command takes. */
export async function attach(folder: DataFolder): Promise<Attached> {
  const running = await findRunning(folder);
  if (running !== undefined) {
    return { stores: openStores(running.environment), environment: running.environment, besides: true, stop: async () => {} };
  }
  const machine = await startMachine({ folder, sources: [] });
  return { stores: machine.stores, environment: machine.environment, besides: false, stop: machine.stop };
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
    socket.once('connect', () => end(true)).once('error', () => end(false)).once('timeout', () => end(false));
  });
}
