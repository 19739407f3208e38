/** MiniStack, an AWS emulator from PyPI, in a virtual environment of the rehearsal's own. */

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type FrontDoor, openFrontDoor } from './front-door.ts';

const run = promisify(execFile);

/** Pinned: the rehearsal says something about Fencewatch only while the emulator stays the same. */
const release = 'ministack==1.5.33';
const region = 'eu-west-2';
const account = '000000000000';
const operator = { accessKeyId: 'rehearsal', secretAccessKey: 'rehearsal' };
const patienceMs = 60_000;

export interface Emulator {
  url: string;
  door: FrontDoor;
  region: string;
  account: string;
  /** Of somebody who may do everything. */
  credentials: { accessKeyId: string; secretAccessKey: string };
  /** What the SDK and the CDK command line need to speak to it and to nothing else. */
  environment: Record<string, string>;
  /** What a function asked for that its role's policies do not grant, as the emulator said it; undefined where all kept to their rights. */
  refused(): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Why there can be no rehearsal on this machine. */
export class NoEmulator extends Error {}

/** Installs it into `folder` the first time. Throws NoEmulator where there is no Python or its packages cannot be had. */
export async function startEmulator(folder: string): Promise<Emulator> {
  const program = await installed(join(folder, 'venv'));
  const [port, doorPort] = [await freePort(), await freePort()];
  const url = `http://127.0.0.1:${doorPort}`;
  const log = createWriteStream(join(folder, 'emulator.log'));
  const child = spawn(program, [], {
    cwd: folder,
    env: {
      // Functions run as processes of the `node` that is found first: this one.
      PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
      HOME: folder,
      GATEWAY_PORT: String(port),
      MINISTACK_REGION: region,
      LAMBDA_EXECUTOR: 'local',
      // Functions act as their own roles, and what their policies do not grant is refused.
      AUTH: 'true',
      AWS_ACCESS_KEY_ID: operator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: operator.secretAccessKey,
      // Functions are told to come by the front door.
      AWS_ENDPOINT_URL: url,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    // The leader of a group, so that all can be ended at once.
    detached: true,
  });
  // Whatever ends the rehearsal: neither the emulator nor the functions that it runs may stay behind.
  process.once('exit', () => killAll(child));
  child.stdout.pipe(log, { end: false });
  child.stderr.pipe(log, { end: false });
  await answering(`http://127.0.0.1:${port}`, child);
  const door = await openFrontDoor({ port: doorPort, emulatorPort: port });
  return {
    url,
    door,
    region,
    account,
    credentials: operator,
    environment: {
      AWS_ENDPOINT_URL: url,
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: operator.accessKeyId,
      AWS_SECRET_ACCESS_KEY: operator.secretAccessKey,
      CDK_DEFAULT_ACCOUNT: account,
      CDK_DEFAULT_REGION: region,
    },
    async refused() {
      const said = await readFile(join(folder, 'emulator.log'), 'utf8');
      return /User: \S+ is not authorized to perform: [^"\n]+/.exec(said)?.[0];
    },
    async stop() {
      await door.close();
      await stopped(child);
    },
  };
}

async function installed(venv: string): Promise<string> {
  const program = join(venv, 'bin', 'ministack');
  if (
    await access(program).then(
      () => true,
      () => false,
    )
  )
    return program;
  try {
    await run('python3', ['-m', 'venv', venv]);
    await run(join(venv, 'bin', 'pip'), ['install', '--quiet', '--disable-pip-version-check', release]);
  } catch (cause) {
    throw new NoEmulator(`the emulator needs Python 3.10 or later with venv, and PyPI: ${reasonOf(cause)}`, { cause });
  }
  return program;
}

/** The last line of what a program said: the others are its progress. */
function reasonOf(cause: unknown): string {
  const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr).trim() : '';
  return said.split('\n').at(-1) || String(cause);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('No free port was found');
  return address.port;
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const until = Date.now() + patienceMs;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The emulator ended with exit code ${child.exitCode}; emulator.log says why`);
    const answer = await fetch(`${url}/_ministack/health`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(200);
  }
  await stopped(child);
  throw new Error(`The emulator did not answer within ${patienceMs / 1000} s`);
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([ended, sleep(10_000).then(() => killAll(child))]);
}

function killAll({ pid, exitCode, signalCode }: ChildProcess): void {
  if (pid !== undefined && exitCode === null && signalCode === null) process.kill(-pid, 'SIGKILL');
}
