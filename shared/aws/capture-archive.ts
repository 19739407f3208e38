/**
 * Captures of Cases: their bytes in the evidence bucket, a row for each in the `cases` table.
 *
 * | pk           | sk                                          | item           | answers |
 * | ------------ | ------------------------------------------- | -------------- | --- |
 * | `CASE#7f3a…` | `CAPTURE#2026-11-22T10:00:00.000Z#page#9c1…` | StoredCapture | what was captured for this Case, oldest first? |
 *
 * Under `folder` in the bucket are `manifest.json`, `capture.warc.gz` and, where there is one, `manifest.tsr`. They are named by their content, so nothing is written over.
 */

import { type DynamoDBDocumentClient, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import { type CaptureFiles, type CaptureKind, type CaptureManifest, readManifest } from '../evidence/capture.ts';
import { sha256 } from '../evidence/sha256.ts';
import type { EvidenceBucket } from './evidence-bucket.ts';
import { itemOf, nounOf } from './item.ts';

export type CaptureArchive = ReturnType<typeof createCaptureArchive>;

export interface StoredCapture {
  caseId: string;
  kind: CaptureKind;
  capturedAt: string;
  /** In the evidence bucket: `cases/7f3a…/2026-11-22T10-00-00-000Z-page-9c1…`. */
  folder: string;
  /** Of the manifest, which names the archive by its own. */
  manifestSha256: string;
  pieces: number;
  missing: number;
  /** Whether `manifest.tsr` stands beside them. */
  timestamped?: boolean;
}

export function createCaptureArchive(parts: { client: DynamoDBDocumentClient; table: string; evidence: EvidenceBucket }) {
  const { client, table, evidence } = parts;

  /** Bytes first, then the row: a crash between leaves bytes that no row names, and the next delivery captures again. */
  async function keep(files: CaptureFiles): Promise<StoredCapture> {
    const stored = describe(files);
    await evidence.hold(`${stored.folder}/capture.warc.gz`, files.warc, 'application/warc+gzip');
    await evidence.hold(`${stored.folder}/manifest.json`, files.manifest, 'application/json');
    if (files.timestamp) await evidence.hold(`${stored.folder}/manifest.tsr`, files.timestamp, 'application/timestamp-reply');
    await client.send(new PutCommand({ TableName: table, Item: itemOf(rowKey(stored), stored) }));
    return stored;
  }

  async function ofCase(caseId: string): Promise<StoredCapture[]> {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :captures)',
        ExpressionAttributeValues: { ':pk': `CASE#${caseId}`, ':captures': 'CAPTURE#' },
        ConsistentRead: true,
      },
    );
    const found: StoredCapture[] = [];
    for await (const { Items = [] } of pages) found.push(...Items.map((item) => nounOf<StoredCapture>(item)));
    return found;
  }

  /** What it names, without its bytes. Throws like `read`. */
  async function manifest({ folder, manifestSha256 }: StoredCapture): Promise<CaptureManifest> {
    const bytes = await bytesOf(`${folder}/manifest.json`);
    if (sha256(bytes) !== manifestSha256) throw new Error(`${folder}/manifest.json does not hold the bytes that were captured`);
    return readManifest(bytes);
  }

  /** Throws when a file is not there or not what its row says: then nothing may be concluded from it. */
  async function read({
    folder,
    manifestSha256,
    timestamped,
  }: Pick<StoredCapture, 'folder' | 'manifestSha256' | 'timestamped'>): Promise<CaptureFiles> {
    const [manifest, warc] = await Promise.all([bytesOf(`${folder}/manifest.json`), bytesOf(`${folder}/capture.warc.gz`)]);
    if (sha256(manifest) !== manifestSha256) throw new Error(`${folder}/manifest.json does not hold the bytes that were captured`);
    if (sha256(warc) !== readManifest(manifest).warc.sha256)
      throw new Error(`${folder}/capture.warc.gz does not hold the bytes that were captured`);
    return { manifest, warc, ...(timestamped && { timestamp: await bytesOf(`${folder}/manifest.tsr`) }) };
  }

  async function bytesOf(key: string): Promise<Uint8Array> {
    const found = await evidence.get(key);
    if (found === undefined) throw new Error(`${key} is not in the evidence bucket`);
    return found.bytes;
  }

  return { keep, manifest, ofCase, read };
}

function describe({ manifest, timestamp }: CaptureFiles): StoredCapture {
  const { caseId, kind, startedAt, pieces, missing } = readManifest(manifest);
  const manifestSha256 = sha256(manifest);
  const folder = `cases/${caseId}/${startedAt.replaceAll(/[:.]/g, '-')}-${kind}-${manifestSha256.slice(0, 16)}`;
  return {
    caseId,
    kind,
    capturedAt: startedAt,
    folder,
    manifestSha256,
    pieces: pieces.length,
    missing: missing.length,
    timestamped: timestamp !== undefined,
  };
}

function rowKey({ caseId, kind, capturedAt, manifestSha256 }: StoredCapture) {
  return { pk: `CASE#${caseId}`, sk: `CAPTURE#${capturedAt}#${kind}#${manifestSha256.slice(0, 16)}` };
}
