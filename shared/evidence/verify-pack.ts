/** Checks an evidence pack offline: nothing but the file is needed, and one changed byte anywhere in it is found. */

import * as z from 'zod';
import { type CaptureManifest, readManifest } from './capture.ts';
import { dataPackagePath, digestFile, digestPath, type Exhibit, exhibitPath, exhibitSchema } from './pack.ts';
import { sha256 } from './sha256.ts';
import { readZip } from './stored-zip.ts';
import { type CheckedTimestamp, checkTimestamp } from './timestamp.ts';
import { warcPayloads } from './warc-payloads.ts';

export type Verdict =
  | { whole: true; digest: string; exhibit: Exhibit; captures: CheckedCapture[] }
  /** What does not hold, each a sentence. */
  | { whole: false; problems: string[] };

export interface CheckedCapture {
  manifest: CaptureManifest;
  timestamp?: CheckedTimestamp;
}

export interface Expectations {
  /** The one that the audit holds: a pack that somebody changed and sealed again has another. Without it the pack is checked against itself. */
  digest?: string;
  /** DER of certificates whose word on time is taken; without them a timestamp is checked and its authority named. */
  trusted?: readonly Uint8Array[];
}

const dataPackageSchema = z.object({
  resources: z.array(z.object({ path: z.string(), hash: z.string(), bytes: z.int() })),
});

/** Whole, or every problem of the first kind that there is. */
export async function verifyPack(archive: Uint8Array, expected: Expectations = {}): Promise<Verdict> {
  try {
    const { entries, changedAt } = readZip(archive);
    const files = new Map(entries);
    const digest = checkSeal(files);
    checkList(files);
    const captures = await checkCaptures(files, expected);
    // After the files, which say more: a changed file changes its checksum in the archive's own tables as well.
    if (changedAt !== undefined) throw new PackChanged([`the archive itself was changed, first at byte ${changedAt}`]);
    const exhibit = exhibitSchema.parse(JSON.parse(new TextDecoder().decode(fileOf(files, exhibitPath))));
    if (expected.digest !== undefined && expected.digest !== digest) {
      return { whole: false, problems: [`this is another pack: its digest is ${digest}, expected ${expected.digest}`] };
    }
    return { whole: true, digest, exhibit, captures };
  } catch (error) {
    return { whole: false, problems: problemsOf(error) };
  }
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Several things that do not hold. */
class PackChanged extends Error {
  override name = 'PackChanged';
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('; '));
    this.problems = problems;
  }
}

function problemsOf(error: unknown): string[] {
  if (error instanceof PackChanged) return error.problems;
  if (error instanceof z.ZodError) return [`a file of the pack is of another form: ${z.prettifyError(error)}`];
  return [error instanceof Error ? error.message : String(error)];
}

function fileOf(files: Files, path: string): Uint8Array {
  const found = files.get(path);
  if (found === undefined) throw new PackChanged([`${path} is missing`]);
  return found;
}

function checkSeal(files: Files): string {
  const digest = sha256(fileOf(files, dataPackagePath));
  const same = Buffer.compare(fileOf(files, digestPath), digestFile(digest)) === 0;
  if (!same) throw new PackChanged([`${dataPackagePath} is not what ${digestPath} says`]);
  return digest;
}

/** Every file is listed with its length and hash, and nothing is listed that is not there. */
function checkList(files: Files): void {
  const { resources } = dataPackageSchema.parse(JSON.parse(new TextDecoder().decode(fileOf(files, dataPackagePath))));
  const listed = new Set([dataPackagePath, digestPath, ...resources.map(({ path }) => path)]);
  const problems = [...files.keys()].filter((path) => !listed.has(path)).map((path) => `${path} is in the pack and not in its list`);
  for (const { path, hash, bytes } of resources) {
    const file = files.get(path);
    if (file === undefined) problems.push(`${path} is missing`);
    else if (file.length !== bytes || hash !== `sha256:${sha256(file)}`) problems.push(`${path} was changed`);
  }
  if (problems.length > 0) throw new PackChanged(problems);
}

async function checkCaptures(files: Files, { trusted }: Expectations): Promise<CheckedCapture[]> {
  const captures: CheckedCapture[] = [];
  for (const [path, bytes] of files) {
    const name = /^captures\/([\w-]+)\.json$/.exec(path)?.[1];
    if (name === undefined) continue;
    const manifest = readManifest(bytes);
    const warc = fileOf(files, `archive/${name}.warc.gz`);
    if (sha256(warc) !== manifest.warc.sha256) throw new PackChanged([`archive/${name}.warc.gz is not the file that ${path} names`]);
    await checkPieces(manifest, warc, path);
    const stamp = files.get(`captures/${name}.tsr`);
    const timestamp = stamp && (await timestampOf(stamp, bytes, { path, trusted }));
    if (timestamp?.trusted === false) throw new PackChanged([`${path}: ${timestamp.authority} is not an authority that you trust`]);
    captures.push({ manifest, ...(timestamp && { timestamp }) });
  }
  return captures;
}

async function timestampOf(
  stamp: Uint8Array,
  manifest: Uint8Array,
  { path, trusted }: { path: string; trusted: readonly Uint8Array[] | undefined },
): Promise<CheckedTimestamp> {
  return checkTimestamp(stamp, manifest, trusted ? { trusted } : {}).catch((error: unknown) => {
    throw new PackChanged([`${path}: ${error instanceof Error ? error.message : String(error)}`]);
  });
}

/** What the manifest says of each piece is what its record holds. */
async function checkPieces(manifest: CaptureManifest, warc: Uint8Array, path: string): Promise<void> {
  const held = new Map<string, string>();
  for await (const { recordId, payload } of warcPayloads(warc)) held.set(recordId, sha256(payload));
  const wrong = manifest.pieces.filter(({ recordId, payload }) => held.get(recordId) !== payload.sha256);
  if (wrong.length > 0)
    throw new PackChanged(wrong.map(({ what, url }) => `${path}: the ${what} of ${url} is not in the archive as named`));
}
