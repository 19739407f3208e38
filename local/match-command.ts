/** `fencewatch match`: the matching as a filter over two files, so that anyone can measure it from outside. */

import type { Command } from 'commander';
import * as z from 'zod';
import type { Match } from '../shared/domain/match.ts';
import { type Matched, matchAll } from '../shared/domain/matching/match-all.ts';
import { currentModel } from '../shared/domain/matching/matching-model.ts';
import type { ComparedListing } from '../shared/domain/matching/sides.ts';
import type { StolenRecord } from '../shared/domain/stolen-record.ts';
import { jsonLinesOf, openFile, writeJsonLine } from './json-lines.ts';
import { listingLineSchema, listingOfLine, recordOfLine, stolenLineSchema } from './match-input.ts';

interface Options {
  records: string;
  listings: string;
}

export function registerMatchCommand(program: Command): void {
  program
    .command('match')
    .description('compare listings with stolen records: JSON Lines in, one line a listing with its candidates on stdout')
    .requiredOption('--records <file>', 'stolen records, one JSON object a line (.gz allowed); lines of other types are passed over')
    .requiredOption('--listings <file>', 'listings, one JSON object a line (.gz allowed); may be the same file')
    .action(match);
}

async function match({ records, listings }: Options): Promise<void> {
  const input = { records: await readRecords(records), listings: await readListings(listings), model: currentModel };
  for (const matched of matchAll(input)) await writeJsonLine(shownListing(matched));
}

async function readRecords(path: string): Promise<StolenRecord[]> {
  const found: StolenRecord[] = [];
  await eachLine({ path, type: 'stolen', idField: 'stolen_id', schema: stolenLineSchema }, (value, line) => {
    found.push(
      recordOfLine(value, (field, expected, seen) =>
        console.error(`${path} line ${line}: ${field} left out: expected ${expected}, found ${seen}`),
      ),
    );
  });
  return found;
}

async function readListings(path: string): Promise<ComparedListing[]> {
  const found: ComparedListing[] = [];
  await eachLine({ path, type: 'listing', idField: 'listing_id', schema: listingLineSchema }, (value) => found.push(listingOfLine(value)));
  return found;
}

interface LineKind<T> {
  path: string;
  /** Lines that say another `type` are somebody else's and passed over; without one, lines with the id field are ours. */
  type: string;
  idField: string;
  schema: z.ZodType<T>;
}

async function eachLine<T>({ path, type, idField, schema }: LineKind<T>, take: (value: T, line: number) => void): Promise<void> {
  const bad = (line: number, reason: string) => {
    console.error(`${path} line ${line}: ${reason}`);
    process.exitCode = 1;
  };
  const typed = z.object({ type: z.string() });
  for await (const { line, value } of jsonLinesOf(openFile(path), bad)) {
    const kind = typed.safeParse(value);
    if (kind.success && kind.data.type !== type) continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) take(parsed.data, line);
    else bad(line, reasonsOf(parsed.error, idField));
  }
}

function reasonsOf(error: z.ZodError, idField: string): string {
  return error.issues.map((issue) => `${issue.path.join('.') || idField}: ${issue.message}`).join('; ');
}

const evidenceNames = { imei: 'imei', 'partial-imei': 'partial_imei', description: 'description' } as const;

/** The fields of the filter's contract. */
export function shownListing({ listing, matches }: Matched) {
  return { listing_id: listing.itemId, candidates: matches.map(shownCandidate) };
}

function shownCandidate(match: Match) {
  const gated = match.gates.length > 0;
  const remarks = [...match.gates.map(({ gate }) => gate), ...match.flags];
  return {
    stolen_id: match.recordReference,
    // "This listing is this stolen phone for sale": a gate says that it is not, whatever the number.
    probability: gated ? 0 : Number(match.probability.toFixed(4)),
    evidence: evidenceNames[match.evidenceKind],
    action: actionOf(match),
    ...(remarks.length > 0 && { flag: remarks.join(',') }),
    reasons: [
      ...match.gates.map(({ sentence }) => sentence),
      ...match.evidence.map(({ sentence, bits }) => `${bits >= 0 ? '+' : ''}${bits.toFixed(1)} bits: ${sentence}`),
    ],
  };
}

/** `flag` asks for a person's eyes within hours, and only a complete identifier that nothing contradicts may. */
function actionOf(match: Match): 'none' | 'review' | 'flag' {
  if (match.action === 'none') return 'none';
  return match.evidenceKind === 'imei' && match.flags.length === 0 ? 'flag' : 'review';
}
