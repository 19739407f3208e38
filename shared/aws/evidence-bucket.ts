/** Evidence of Cases, byte for byte: captures (`capture-archive.ts`) and what each Match followed from (`basis-archive.ts`). */

import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

export type EvidenceBucket = ReturnType<typeof createEvidenceBucket>;

export interface EvidenceObject {
  bytes: Uint8Array;
  contentType: string;
}

export function createEvidenceBucket({ client, bucket }: { client: S3Client; bucket: string }) {
  /** The caller names evidence by its content or its moment, so that putting it twice writes the same. */
  async function put(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }));
  }

  /** Put under legal hold: no version of it is deleted until somebody with the right to do so lifts the hold. */
  async function hold(key: string, bytes: Uint8Array, contentType: string): Promise<void> {
    const ObjectLockLegalHoldStatus = 'ON';
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType, ObjectLockLegalHoldStatus }));
  }

  async function get(key: string): Promise<EvidenceObject | undefined> {
    try {
      const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) throw new Error(`S3 answered without a body for ${bucket}/${key}`);
      return { bytes: await Body.transformToByteArray(), contentType: ContentType ?? 'application/octet-stream' };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  return { put, hold, get };
}
