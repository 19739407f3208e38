/**
 * Photos on which a number was read, as they came, and small pictures of those that are compared with others, until the listing they belong to is forgotten: by then a Case has its own copy, or there
 * is none.
 *
 * | key                     | holds |
 * | ----------------------- | --- |
 * | `30-days/9f86d081…`     | the bytes, as the platform sent them |
 * | `30-days/9f86d081….jpg` | the same photo drawn anew, to be shown; smaller where no number stands on it, and then alone |
 *
 * The first part is the Source's retention term: the bucket deletes by it. A photo that is seen again is put again, and stays as long again.
 */

import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { termPrefix } from '../domain/retention.ts';

export type PhotoBucket = ReturnType<typeof createPhotoBucket>;

export interface KeptPhoto {
  bytes: Uint8Array;
  /** JPEG. */
  rendition: Uint8Array;
}

export function createPhotoBucket({ client, bucket }: { client: S3Client; bucket: string }) {
  /** `retentionDays` of the Source whose listing shows it. */
  async function put(sha256: string, { bytes, rendition }: KeptPhoto, retentionDays: number): Promise<void> {
    const Key = keyOf(sha256, retentionDays);
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: bytes, ContentType: 'application/octet-stream' }));
    await putRendition(sha256, rendition, retentionDays);
  }

  async function putRendition(sha256: string, rendition: Uint8Array, retentionDays: number): Promise<void> {
    const Key = `${keyOf(sha256, retentionDays)}.jpg`;
    await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body: rendition, ContentType: 'image/jpeg' }));
  }

  function getRendition(sha256: string, retentionDays: number): Promise<Uint8Array | undefined> {
    return bytesOf(`${keyOf(sha256, retentionDays)}.jpg`);
  }

  async function get(sha256: string, retentionDays: number): Promise<KeptPhoto | undefined> {
    const Key = keyOf(sha256, retentionDays);
    const [bytes, rendition] = await Promise.all([bytesOf(Key), bytesOf(`${Key}.jpg`)]);
    return bytes && rendition && { bytes, rendition };
  }

  async function bytesOf(Key: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  return { put, putRendition, get, getRendition };
}

function keyOf(sha256: string, retentionDays: number): string {
  return `${termPrefix(retentionDays)}${sha256}`;
}
