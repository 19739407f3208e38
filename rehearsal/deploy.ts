/** `cdk bootstrap` and `cdk deploy` of the real app, as an operator runs them, against an emulator. */

import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Emulator } from './emulator.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const cli = createRequire(import.meta.url).resolve('aws-cdk/bin/cdk');

const outputsSchema = z.record(z.string(), z.record(z.string(), z.string()));

interface Deployment {
  emulator: Emulator;
  /** Paths inside the project, as FENCEWATCH_SOURCE_FILES takes them. */
  sourceFiles: readonly string[];
  /** For `deploy.log`. */
  folder: string;
}

/** Returns what the stack says of itself, such as the addresses of its fronts, by the name of the output. */
export async function deploy({ emulator, sourceFiles, folder }: Deployment): Promise<Record<string, string>> {
  const output = join(folder, 'cdk.out');
  await rm(output, { recursive: true, force: true });
  const outputs = join(folder, 'outputs.json');
  const log = join(folder, 'deploy.log');
  await rm(log, { force: true });
  const environment = { ...emulator.environment, FENCEWATCH_SOURCE_FILES: sourceFiles.join(',') };
  await cdk(['bootstrap', `aws://${emulator.account}/${emulator.region}`, '--output', output], environment, log);
  const parameters = { OperatorName: 'Fencewatch rehearsal', OperatorContact: 'rehearsal@force.example' };
  // The emulator makes no budgets.
  const options = ['-c', 'budget=none', '--outputs-file', outputs];
  const told = Object.entries(parameters).flatMap(([name, value]) => ['--parameters', `${name}=${value}`]);
  await cdk(
    ['deploy', '--all', '--require-approval', 'never', '--progress', 'events', '--output', output, ...options, ...told],
    environment,
    log,
  );
  const [ofTheStack = {}] = Object.values(outputsSchema.parse(JSON.parse(await readFile(outputs, 'utf8'))));
  return ofTheStack;
}

/** Asks for the deployed stack to be deleted, and tells whether CloudFormation refused because it is protected. */
export async function isProtected({ emulator, folder }: Pick<Deployment, 'emulator' | 'folder'>): Promise<boolean> {
  const log = join(folder, 'destroy.log');
  await rm(log, { force: true });
  try {
    await cdk(['destroy', '--all', '--force', '--app', join(folder, 'cdk.out')], emulator.environment, log);
    return false;
  } catch {
    return /termination ?protection/i.test(await readFile(log, 'utf8'));
  }
}

async function cdk(words: readonly string[], environment: Record<string, string>, log: string): Promise<void> {
  const child = spawn(process.execPath, [cli, ...words], {
    cwd: project,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const file = createWriteStream(log, { flags: 'a' });
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });
  const code = await new Promise((ended) => child.once('close', ended));
  file.end();
  if (code !== 0) throw new Error(`cdk ${words[0]} ended with exit code ${code}; ${log} says why`);
}
