/** Files of the records desk on their way in, in the uploads bucket: `imports/<batch id>.csv`. */

import { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';

export type UploadsBucket = ReturnType<typeof createUploadsBucket>;

/** The bytes themselves, or a stream of a known length in bytes. */
export type Upload = Uint8Array | { stream: Readable; length: number };

export function createUploadsBucket({ client, bucket }: { client: S3Client; bucket: string }) {
  async function put(key: string, upload: Upload, contentType: string): Promise<void> {
    const body = upload instanceof Uint8Array ? { Body: upload } : { Body: upload.stream, ContentLength: upload.length };
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, ContentType: contentType, ...body }));
  }

  /** The file as a stream, to be read to its end or destroyed; undefined when there is none under this key. */
  async function get(key: string): Promise<Readable | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body instanceof Readable) return Body;
      throw new Error(`S3 answered without a stream for ${bucket}/${key}`);
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  return { put, get };
}
