/**
 * An evidence pack: the Captures of a Case in one WACZ file (Web Archive Collection Zipped 1.1.1), which ReplayWeb.page opens and any tool
 * that knows the format checks.
 *
 * | file | holds |
 * | --- | --- |
 * | `archive/01-page.warc.gz` | a Capture's answers, byte for byte |
 * | `captures/01-page.json`, `.tsr` | its manifest, and a third party's timestamp of that, where there is one |
 * | `indexes/index.cdx`, `pages/pages.jsonl` | where in the archive each address is, for who replays it |
 * | `case/exhibit.json` | exhibit reference, Case, who made the pack and when |
 * | `case/reasons.json`, `case/custody.jsonl` | the reasons for and against, and every act on the Case; a pack for outsiders has neither |
 * | `datapackage.json` | SHA-256 and length of each file above |
 * | `datapackage-digest.json` | SHA-256 of that list: the one number that stands for the whole pack |
 */

import { CDXIndexer } from 'warcio';
import * as z from 'zod';
import { type CaptureFiles, readManifest } from './capture.ts';
import { sha256 } from './sha256.ts';
import { writeZip, type ZipEntry } from './stored-zip.ts';
import { inOnePiece } from './warc-payloads.ts';

export const exhibitSchema = z.strictObject({
  format: z.literal('fencewatch-pack-1'),
  /** How a court or a colleague names it: `FW-7Kq2…`, or the force's own. */
  exhibit: z.string().min(1).max(60),
  caseId: z.string().min(1),
  title: z.string(),
  url: z.string(),
  madeAt: z.iso.datetime(),
  /** Absent in a pack for a platform: it is told who sends, and of nobody else. */
  madeBy: z.string().min(1).optional(),
  software: z.string(),
});
export type Exhibit = z.infer<typeof exhibitSchema>;

export interface PackContent {
  exhibit: Omit<Exhibit, 'format'>;
  captures: readonly CaptureFiles[];
  /** For the force alone: what names a record or a person does not go to a platform. */
  inside?: { reasons: object; custody: readonly object[] };
}

export interface Pack {
  bytes: Uint8Array;
  /** SHA-256 of `datapackage.json`: kept in the audit, it tells this pack from one that somebody made again. */
  digest: string;
}

export const dataPackagePath = 'datapackage.json';
export const digestPath = 'datapackage-digest.json';
export const exhibitPath = 'case/exhibit.json';
export const reasonsPath = 'case/reasons.json';
export const custodyPath = 'case/custody.jsonl';

export async function packEvidence({ exhibit, captures, inside }: PackContent): Promise<Pack> {
  const files: ZipEntry[] = [];
  for (const [index, { manifest, warc, timestamp }] of captures.entries()) {
    const name = `${String(index + 1).padStart(2, '0')}-${readManifest(manifest).kind}`;
    files.push([`archive/${name}.warc.gz`, warc], [`captures/${name}.json`, manifest]);
    if (timestamp !== undefined) files.push([`captures/${name}.tsr`, timestamp]);
  }
  files.push(['indexes/index.cdx', text(await indexOf(files))]);
  files.push(['pages/pages.jsonl', text(pagesOf(exhibit, captures))]);
  files.push([exhibitPath, json({ format: 'fencewatch-pack-1', ...exhibit } satisfies Exhibit)]);
  if (inside !== undefined) files.push([reasonsPath, json(inside.reasons)], [custodyPath, lines(inside.custody)]);
  const dataPackage = json(dataPackageOf(exhibit, files));
  const digest = sha256(dataPackage);
  files.push([dataPackagePath, dataPackage], [digestPath, digestFile(digest)]);
  return { bytes: writeZip(files), digest };
}

/** Written one way only, so that a changed space in it is a change. */
export function digestFile(digest: string): Uint8Array {
  return json({ path: dataPackagePath, hash: `sha256:${digest}` });
}

function dataPackageOf({ exhibit, title, madeAt, software, url }: PackContent['exhibit'], files: readonly ZipEntry[]) {
  return {
    profile: 'data-package',
    wacz_version: '1.1.1',
    title: `${exhibit}: ${title}`,
    created: madeAt,
    software,
    mainPageUrl: url,
    resources: files.map(([path, bytes]) => ({
      name: path.slice(path.lastIndexOf('/') + 1),
      path,
      hash: `sha256:${sha256(bytes)}`,
      bytes: bytes.length,
    })),
  };
}

async function indexOf(files: readonly ZipEntry[]): Promise<string> {
  const indexer = new CDXIndexer({ format: 'cdxj' });
  const found: string[] = [];
  for (const [path, bytes] of files.filter(([name]) => name.startsWith('archive/'))) {
    const filename = path.slice('archive/'.length);
    for await (const entry of indexer.iterIndex([{ filename, reader: inOnePiece(bytes) }])) found.push(indexer.serialize(entry));
  }
  return found.toSorted().join('');
}

function pagesOf({ title }: PackContent['exhibit'], captures: readonly CaptureFiles[]): string {
  const header = { format: 'json-pages-1.0', id: 'pages', title: 'Listing' };
  const pages = captures
    .flatMap(({ manifest }) => readManifest(manifest).pieces)
    .filter(({ what }) => what === 'page')
    .map(({ finalUrl, capturedAt, recordId }) => ({ id: recordId.slice('<urn:uuid:'.length, -1), url: finalUrl, ts: capturedAt, title }));
  return [header, ...pages].map((line) => `${JSON.stringify(line)}\n`).join('');
}

function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function json(value: object): Uint8Array {
  return text(`${JSON.stringify(value, undefined, 2)}\n`);
}

function lines(values: readonly object[]): Uint8Array {
  return text(values.map((value) => `${JSON.stringify(value)}\n`).join(''));
}
