/**
 * AuditSeals, in the seals bucket: `seals/2026-11-22.json`. On AWS its objects are locked, so that a seal can be neither replaced nor deleted.
 */

import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { AuditSeal } from '../domain/audit-seal.ts';

export type SealBucket = ReturnType<typeof createSealBucket>;

const sealSchema = z.object({
  format: z.literal(1),
  day: z.iso.date(),
  sealedAt: z.iso.datetime(),
  rows: z.int().min(0),
  digest: z.hash('sha256'),
  previous: z.object({ day: z.iso.date(), fingerprint: z.hash('sha256') }).nullable(),
}) satisfies z.ZodType<AuditSeal>;

export function createSealBucket({ client, bucket }: { client: S3Client; bucket: string }) {
  /** The first seal of a day stands; another one is refused. */
  async function put(seal: AuditSeal): Promise<'sealed' | 'exists'> {
    // The condition below decides between two writers at once; the embedded S3 of one machine does not know it.
    if ((await get(seal.day)) !== undefined) return 'exists';
    const Body = JSON.stringify(seal);
    try {
      await client.send(
        new PutObjectCommand({ Bucket: bucket, Key: keyOf(seal.day), Body, ContentType: 'application/json', IfNoneMatch: '*' }),
      );
      return 'sealed';
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412) return 'exists';
      throw error;
    }
  }

  /** Undefined for a day that is not sealed. Throws for one that says something else than a seal. */
  async function get(day: string): Promise<AuditSeal | undefined> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: keyOf(day) }));
      return sealSchema.parse(JSON.parse((await Body?.transformToString()) ?? ''));
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  return { put, get };
}

function keyOf(day: string): string {
  return `seals/${day}.json`;
}
