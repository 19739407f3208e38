/** `fencewatch match`: the matching as a filter over two files, so that anyone can measure it from outside. */

import type { Command } from 'commander';
import * as z from 'zod';
import type { Match } from '../../shared/domain/match.ts';
import type { ComparedListing } from '../../shared/domain/matching/compared-listing.ts';
import { type Matched, matchAll } from '../../shared/domain/matching/match-all.ts';
import { currentModel } from '../../shared/domain/matching/matching-model.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { jsonLinesOf, openFile, writeJsonLine } from './json-lines.ts';
import { listingLineSchema, listingOfLine, recordOfLine, stolenLineSchema } from './match-input.ts';

export interface MatchFiles {
  records: string;
  listings: string;
}

/** Where results go and where bad lines are told; a bad line makes the run a failed one, a field left out does not. */
export interface MatchOutcome {
  write(line: unknown): Promise<void>;
  warn(message: string): void;
  fail(message: string): void;
}

/** The fields that must be there, and the identifiers; every field is in `match-input.ts`. */
const inputExample = `A record: {"stolen_id":"4217/23-A","stolen_at":"2026-11-20","model_text":"Galaxy S21","imei":"355167890712340"}
A listing: {"listing_id":"1","created_at":"2026-11-24T09:00:00Z","title":"Galaxy S21","description":"IMEI 355167890712340"}`;

export function registerMatchCommand(program: Command): void {
  program
    .command('match')
    .description('compare listings with stolen records: JSON Lines in, one line a listing with its candidates on stdout')
    .requiredOption('--records <file>', 'stolen records, one JSON object a line (.gz allowed); lines of other types are passed over')
    .requiredOption('--listings <file>', 'listings, one JSON object a line (.gz allowed); may be the same file')
    .addHelpText('after', `\n${inputExample}`)
    .action((files: MatchFiles) =>
      matchFiles(files, {
        write: writeJsonLine,
        warn: (message) => console.error(message),
        fail: (message) => {
          console.error(message);
          process.exitCode = 1;
        },
      }),
    );
}

export async function matchFiles(files: MatchFiles, outcome: MatchOutcome): Promise<void> {
  const records = await readRecords(files.records, outcome);
  const listings = await readListings(files.listings, outcome);
  for (const matched of matchAll({ records, listings, model: currentModel })) await outcome.write(shownListing(matched));
}

async function readRecords(path: string, { warn, fail }: MatchOutcome): Promise<StolenRecord[]> {
  const found: StolenRecord[] = [];
  await eachLine({ path, type: 'stolen', idField: 'stolen_id', schema: stolenLineSchema, fail }, (value, line) => {
    found.push(
      recordOfLine(value, (field, expected, seen) => warn(`${path} line ${line}: ${field} left out: expected ${expected}, found ${seen}`)),
    );
  });
  return found;
}

async function readListings(path: string, { fail }: MatchOutcome): Promise<ComparedListing[]> {
  const found: ComparedListing[] = [];
  await eachLine({ path, type: 'listing', idField: 'listing_id', schema: listingLineSchema, fail }, (value) =>
    found.push(listingOfLine(value)),
  );
  return found;
}

interface LineKind<T> {
  path: string;
  /** Lines that say another `type` are somebody else's and passed over. */
  type: string;
  idField: string;
  schema: z.ZodType<T>;
  fail: (message: string) => void;
}

async function eachLine<T>({ path, type, idField, schema, fail }: LineKind<T>, take: (value: T, line: number) => void): Promise<void> {
  const bad = (line: number, reason: string) => fail(`${path} line ${line}: ${reason}`);
  for await (const { line, value } of jsonLinesOf(openFile(path), bad)) {
    const kind = typeSchema.safeParse(value);
    if (kind.success && kind.data.type !== type) continue;
    const parsed = schema.safeParse(value);
    if (parsed.success) take(parsed.data, line);
    else bad(line, reasonsOf(parsed.error, idField));
  }
}

const typeSchema = z.object({ type: z.string() });

function reasonsOf(error: z.ZodError, idField: string): string {
  return error.issues.map((issue) => `${issue.path.join('.') || idField}: ${issue.message}`).join('; ');
}

const evidenceNames = { imei: 'imei', 'partial-imei': 'partial_imei', description: 'description' } as const;

/** The fields of the filter's contract. */
function shownListing({ listing, matches }: Matched) {
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
      ...match.evidence
        .filter(({ bits }) => Math.abs(bits) >= leastShownBits)
        .map(({ sentence, bits }) => `${bits >= 0 ? '+' : ''}${bits.toFixed(1)} bits: ${sentence}`),
    ],
  };
}

/** A twentieth of a bit is 3 % of the odds: not worth a reader's line. */
const leastShownBits = 0.05;

/** `flag` asks for a person's eyes within hours, and only a complete identifier that nothing contradicts may. */
function actionOf(match: Match): 'none' | 'review' | 'flag' {
  if (match.action === 'none') return 'none';
  return match.evidenceKind === 'imei' && match.flags.length === 0 ? 'flag' : 'review';
}
