/** The TAC directory that the operator imported, in the reference bucket: `tac-directory.jsonl.gz`. */

import { Readable } from 'node:stream';
import { GetObjectCommand, HeadObjectCommand, NoSuchKey, NotFound, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { createTacPacker, type PackedTacs } from '../domain/tac/packed-tacs.ts';
import { decodeTacs, encodeTacs } from '../tac-file.ts';

export type TacStore = ReturnType<typeof createTacStore>;

/** What was imported, and which writing of it this is. */
export interface StoredTacs {
  tacs: PackedTacs;
  version: string;
}

const Key = 'tac-directory.jsonl.gz';

export function createTacStore({ client, bucket }: { client: S3Client; bucket: string }) {
  async function put(tacs: PackedTacs): Promise<void> {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: await encodeTacs(tacs), ContentType: 'application/gzip' }));
  }

  /** The directory, without the list that comes with Fencewatch; undefined when none was imported. Throws when what is there is none. */
  async function get(): Promise<StoredTacs | undefined> {
    try {
      const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
      if (!(Body instanceof Readable)) throw new Error(`S3 answered without a stream for ${bucket}/${Key}`);
      const packer = createTacPacker();
      for await (const group of decodeTacs(Body)) packer.add(group);
      return { tacs: packer.pack(), version: ETag ?? '' };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  /** The version that stands there now, without fetching it. */
  async function version(): Promise<string | undefined> {
    try {
      return (await client.send(new HeadObjectCommand({ Bucket: bucket, Key }))).ETag ?? '';
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  return { put, get, version };
}
