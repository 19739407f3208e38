/** `fencewatch evidence`: packs that an exhibit officer can hand over, and their check, which needs nothing but the file. */

import { X509Certificate } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { type Command, Option } from 'commander';
import { type Case, caseStates } from '../../shared/domain/case.ts';
import { packCase } from '../../shared/evidence/case-pack.ts';
import type { Pack } from '../../shared/evidence/pack.ts';
import { packPdf } from '../../shared/evidence/pack-pdf.ts';
import { type CheckedCapture, verifyPack } from '../../shared/evidence/verify-pack.ts';
import { version } from '../../shared/version.ts';
import { attach } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import type { Stores } from '../stores.ts';
import { listCases } from './cases-command.ts';
import { dataOption, jsonOption } from './data-option.ts';
import { plain } from './plain.ts';

interface ExportOptions {
  data: string;
  case?: string;
  first?: true;
  out: string;
  pdf?: string;
  exhibit?: string;
  by: string;
  for: 'force' | 'platform';
}

export function registerEvidenceCommand(program: Command): void {
  const evidence = program.command('evidence').description('write evidence packs and check them');
  evidence
    .command('export')
    .description('write what was captured for a case as one WACZ file; the act stands in the case’s audit')
    .addOption(new Option('--case <id>', 'id of the case').conflicts('first'))
    .option('--first', 'the strongest case that has evidence')
    .requiredOption('--out <file>', 'where to write it: evidence.wacz')
    .option('--pdf <file>', 'beside it a document to read and print')
    .option('--exhibit <reference>', 'exhibit reference; left out, FW- and the id of the case')
    .option('--by <name>', 'who takes it, for the audit', userInfo().username)
    .addOption(new Option('--for <audience>', 'with reasons and custody, or without').choices(['force', 'platform']).default('force'))
    .addOption(dataOption())
    .action(exportCommand);
  evidence
    .command('verify')
    .argument('<file>', 'a pack that `evidence export` wrote')
    .description('check a pack offline: exit code 0 when it is whole, 1 when a byte of it was changed')
    .option('--timestamp-ca <file>', 'PEM file of certificates whose word on time you take')
    .option('--digest <sha256>', 'the digest that the audit holds: a pack that was made again has another')
    .addOption(jsonOption())
    .action(verifyCommand);
}

async function exportCommand(options: ExportOptions, command: Command): Promise<void> {
  if (options.case === undefined && options.first === undefined) return command.error('error: give --case ID or --first');
  const attached = await attach(await existingDataFolder(options.data));
  try {
    const { stores } = attached;
    const chosen = options.case === undefined ? await firstWithEvidence(stores) : await stores.cases.get(options.case);
    if (chosen === undefined) {
      throw new Error(options.case === undefined ? 'No case has evidence yet: `npm start` makes some' : `There is no case ${options.case}`);
    }
    const { bytes, digest } = await exportCase(chosen, options, stores);
    await writeFile(options.out, bytes);
    if (options.pdf !== undefined) await writeFile(options.pdf, await packPdf(bytes));
    console.log(`${options.out}: evidence of case ${chosen.id}, ${bytes.length} bytes\ndigest ${digest}`);
  } finally {
    await attached.stop();
  }
}

async function firstWithEvidence(stores: Stores): Promise<Case | undefined> {
  for (const state of [...caseStates].toReversed()) {
    for (const listed of await listCases(stores, state, 50)) if ((await stores.captures.ofCase(listed.id)).length > 0) return listed;
  }
  return undefined;
}

/** The pack of a Case, with a row in its audit before and after: who took it, and by which digest it is known again. */
async function exportCase(
  chosen: Case,
  { by, exhibit, for: audience }: Pick<ExportOptions, 'by' | 'exhibit' | 'for'>,
  { captures, audit }: Pick<Stores, 'captures' | 'audit'>,
): Promise<Pack> {
  const stored = await captures.ofCase(chosen.id);
  if (stored.length === 0) throw new Error(`Nothing was captured for case ${chosen.id} yet`);
  const subject = { kind: 'case', id: chosen.id };
  const act = { actor: by, act: 'evidence-exported', subject };
  const madeAt = new Date().toISOString();
  await audit.append({ ...act, at: madeAt, outcome: 'attempted', detail: { audience } });
  const files = await Promise.all(stored.map(captures.read));
  const custody = await audit.ofSubject('case', chosen.id);
  const made = { madeAt, madeBy: by, software: `Fencewatch ${version}` };
  const pack = await packCase(chosen, { captures: files, custody, made, exhibit, audience });
  await audit.append({ ...act, at: new Date().toISOString(), outcome: 'done', detail: { audience, digest: pack.digest } });
  return pack;
}

interface VerifyOptions {
  digest?: string;
  timestampCa?: string;
  json?: true;
}

async function verifyCommand(file: string, { digest, timestampCa, json }: VerifyOptions): Promise<void> {
  const trusted = timestampCa === undefined ? undefined : certificatesIn(await readFile(timestampCa, 'utf8'));
  const verdict = await verifyPack(await readFile(file), { ...(digest !== undefined && { digest }), ...(trusted && { trusted }) });
  if (!verdict.whole) process.exitCode = 1;
  if (json) console.log(JSON.stringify({ file, ...verdict }, undefined, 2));
  else if (!verdict.whole) console.log([`${file}: NOT WHOLE`, ...verdict.problems.map((problem) => `  ${plain(problem)}`)].join('\n'));
  else {
    const { exhibit, caseId, madeAt, madeBy } = verdict.exhibit;
    console.log(
      `${file}: whole. Exhibit ${plain(exhibit)}, case ${plain(caseId)}, made ${madeAt}${madeBy === undefined ? '' : ` by ${plain(madeBy)}`}`,
    );
    for (const capture of verdict.captures) console.log(captureLines(capture));
    console.log(`digest ${verdict.digest}`);
  }
}

function certificatesIn(pem: string): Uint8Array[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (found.length === 0) throw new Error('The file of --timestamp-ca holds no certificate in PEM form');
  return found.map((certificate) => new X509Certificate(certificate).raw);
}

function captureLines({ manifest: { kind, startedAt, pieces, missing }, timestamp }: CheckedCapture): string {
  return [
    `  ${kind}, captured ${startedAt}`,
    ...(timestamp === undefined
      ? []
      : [`    timestamp ${timestamp.at} by ${plain(timestamp.authority)}${timestamp.trusted ? ', trusted' : ''}`]),
    ...pieces.map(({ what, url, payload }) => `    ${what} ${plain(url)}, ${payload.bytes} bytes, SHA-256 ${payload.sha256}`),
    ...missing.map(({ what, url = '', why }) => `    ${what} ${plain(url)} not captured: ${plain(why)}`),
  ].join('\n');
}
