/** `fencewatch audit`: what was done with whose data, and whether the log of it is whole. */

import type { Command } from 'commander';
import * as z from 'zod';
import type { AuditPeriod } from '../../shared/aws/audit-log.ts';
import { AuditCheck, type AuditFindings } from '../../shared/domain/audit-check.ts';
import { type AuditRow, firstDayOfAudit } from '../../shared/domain/audit-event.ts';
import { attach } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import { type AuditVerdict, verifyAudit } from '../verify-audit.ts';
import { dataOption, day, jsonOption } from './data-option.ts';
import { jsonLinesOf, openFile, writeJsonLine } from './json-lines.ts';

interface Options {
  data: string;
  from?: string;
  to?: string;
  json?: boolean;
}

const rowSchema = z.looseObject({
  at: z.string(),
  actor: z.string(),
  act: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  outcome: z.enum(['attempted', 'done', 'refused']),
  detail: z.record(z.string(), z.unknown()).exactOptional(),
  actorName: z.string().exactOptional(),
  chain: z.string().exactOptional(),
  number: z.number().exactOptional(),
  previous: z.string().exactOptional(),
  hash: z.string().exactOptional(),
}) satisfies z.ZodType<AuditRow>;

export function registerAuditCommand(program: Command): void {
  const audit = program.command('audit').description('export the audit log, and check that it is whole');
  audit
    .command('verify')
    .argument('[file]', 'an export as JSON Lines (.gz too); without it the log of the data folder')
    .description(
      'check every row against its hash and its chain, and every sealed day against its seal (exit code 1 when one does not fit)',
    )
    .option('--from <day>', 'first day, such as 2026-11-22', day)
    .option('--to <day>', 'last day', day)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(verifyCommand);
  audit
    .command('export')
    .description('every row of a period as JSON Lines, oldest first')
    .option('--from <day>', 'first day, such as 2026-11-22', day)
    .option('--to <day>', 'last day', day)
    .addOption(dataOption())
    .action(exportCommand);
}

async function verifyCommand(file: string | undefined, options: Options): Promise<void> {
  const verdict = file === undefined ? await verifyFolder(options) : await verifyFile(file);
  if (options.json) console.log(JSON.stringify(verdict));
  else for (const line of sentences(verdict)) console.log(line);
  if (verdict.faultCount > 0) process.exitCode = 1;
}

async function verifyFolder(options: Options): Promise<AuditVerdict> {
  const attached = await attach(await existingDataFolder(options.data));
  try {
    const { auditLog: log, seals } = attached.stores;
    return await verifyAudit({ ...periodOf(options), fromStart: options.from === undefined }, { log, seals });
  } finally {
    await attached.stop();
  }
}

/** Rows of an export stand in the order of their time or against it; either way the chains tell. */
async function verifyFile(path: string): Promise<AuditFindings> {
  const check = new AuditCheck({ fromStart: false });
  const unread: string[] = [];
  const rows: AuditRow[] = [];
  for await (const { line, value } of jsonLinesOf(openFile(path), (bad, reason) => unread.push(`Line ${bad}: ${reason}`))) {
    const row = rowSchema.safeParse(value);
    if (row.success) rows.push(row.data);
    else unread.push(`Line ${line}: ${z.prettifyError(row.error)}`);
  }
  for (const row of rows.sort((a, b) => (a.at < b.at ? -1 : 1))) check.add(row);
  const findings = check.findings();
  return { ...findings, faults: [...unread, ...findings.faults], faultCount: findings.faultCount + unread.length };
}

async function exportCommand(options: Options): Promise<void> {
  const attached = await attach(await existingDataFolder(options.data));
  try {
    for await (const row of attached.stores.auditLog.rows(periodOf(options), 'oldest-first')) await writeJsonLine(row);
  } finally {
    await attached.stop();
  }
}

function periodOf({ from = firstDayOfAudit, to = new Date().toISOString().slice(0, 10) }: Options): AuditPeriod {
  return { from, to };
}

function* sentences(verdict: AuditFindings | AuditVerdict): Generator<string> {
  yield* verdict.faults;
  const more = verdict.faultCount - verdict.faults.length;
  if (more > 0) yield `… and ${more} more.`;
  yield `${verdict.rows} rows in ${verdict.chains} chains; ${verdict.faultCount === 0 ? 'every row says what it said and no chain has a gap' : `${verdict.faultCount} do not fit`}.`;
  if (verdict.unchained > 0) yield `${verdict.unchained} rows are from before chains were kept, and nothing can be said of them.`;
  if (!('sealedDays' in verdict)) {
    yield 'A file cannot tell what stood before the first or after the last row of a chain: the seals do, which `audit verify` without a file asks.';
    return;
  }
  yield `${verdict.sealedDays} days are sealed.`;
  if (verdict.newestSeal !== undefined) {
    yield `The newest seal, of ${verdict.newestSeal.day}, has the fingerprint ${verdict.newestSeal.fingerprint}.`;
  }
}
