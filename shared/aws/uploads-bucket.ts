/** Files of the records desk on their way in, in the uploads bucket: `imports/<batch id>.csv`. */

import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

export type UploadsBucket = ReturnType<typeof createUploadsBucket>;

/** S3 wants parts of 5 MiB or more and takes 10,000 of them (S3 user guide, multipart upload limits); fauxqs takes 11 MiB in one request. */
const partBytes = 8 * 1024 * 1024;

export function createUploadsBucket({ client, bucket }: { client: S3Client; bucket: string }) {
  /** A file of any length, as bytes or as they come; memory holds one part of 8 MiB. */
  async function put(key: string, file: Uint8Array | AsyncIterable<Uint8Array>, contentType: string): Promise<void> {
    const parts = inParts(file instanceof Uint8Array ? [file] : file);
    const { value: first = new Uint8Array() } = await parts.next();
    const target = { Bucket: bucket, Key: key, ContentType: contentType };
    if (first.length < partBytes) await client.send(new PutObjectCommand({ ...target, Body: first }));
    else await putParts(target, first, parts);
  }

  async function putParts(
    { ContentType, ...target }: { Bucket: string; Key: string; ContentType: string },
    first: Uint8Array,
    others: AsyncIterable<Uint8Array>,
  ): Promise<void> {
    const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...target, ContentType }));
    const upload = { ...target, UploadId };
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    const send = async (Body: Uint8Array) => {
      const PartNumber = Parts.length + 1;
      const { ETag } = await client.send(new UploadPartCommand({ ...upload, PartNumber, Body }));
      Parts.push({ PartNumber, ETag });
    };
    try {
      await send(first);
      for await (const part of others) await send(part);
      await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
    } catch (error) {
      // What cannot be aborted now is removed by the bucket's own rule after a day.
      await client.send(new AbortMultipartUploadCommand(upload)).catch(() => {});
      throw error;
    }
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

/** The same bytes in parts of `partBytes`, the last of them shorter and perhaps empty. */
async function* inParts(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, undefined> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    bytes += chunk.length;
    while (bytes >= partBytes) {
      const all = Buffer.concat(waiting);
      yield all.subarray(0, partBytes);
      waiting = [all.subarray(partBytes)];
      bytes -= partBytes;
    }
  }
  if (bytes > 0) yield Buffer.concat(waiting);
}
