import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { bucketName } from '../../../local/embedded/aws-resources.ts';
import { createEvidenceBucket } from '../../../shared/aws/evidence-bucket.ts';
import { createUploadsBucket } from '../../../shared/aws/uploads-bucket.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const evidence = () => createEvidenceBucket({ client: services.s3, bucket: bucketName('evidence') });
const uploads = () => createUploadsBucket({ client: services.s3, bucket: bucketName('uploads') });

test('gives evidence back byte for byte, with its type', async () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256);
  await evidence().put('cases/7f3a/2026-11-22T10:00:00Z.html', bytes, 'text/html; charset=utf-8');

  expect(await evidence().get('cases/7f3a/2026-11-22T10:00:00Z.html')).toStrictEqual({ bytes, contentType: 'text/html; charset=utf-8' });
  expect(await evidence().get('cases/none')).toBeUndefined();
});

test.each([
  ['nothing', 0],
  ['a few rows', 20],
  ['a part and a row', 131_073],
  ['exactly two parts', 262_144],
])('streams an upload of %s out as it was streamed in', async (name, lines) => {
  const line = Buffer.from(`${'x'.repeat(63)}\n`);
  const key = `imports/${name}.csv`;
  await uploads().put(key, Readable.from(Array.from({ length: lines }, () => line)), 'text/csv');

  const stream = await uploads().get(key);
  const bytes = stream && (await buffer(stream));
  expect(bytes?.length).toBe(lines * line.length);
  expect(bytes?.equals(Buffer.concat(Array.from({ length: lines }, () => line)))).toBe(true);
});

test('keeps nothing of an upload that breaks off', async () => {
  async function* breaking() {
    for (let part = 0; part < 2; part += 1) yield Buffer.alloc(9_000_000);
    throw new Error('the disk is gone');
  }
  await expect(uploads().put('imports/broken.csv', breaking(), 'text/csv')).rejects.toThrow('the disk is gone');
  expect(await uploads().get('imports/broken.csv')).toBeUndefined();
});

test('takes an upload of bytes', async () => {
  await uploads().put('imports/b-2.csv', Buffer.from('reference\n'), 'text/csv');

  const stream = await uploads().get('imports/b-2.csv');
  expect(stream && (await buffer(stream)).toString()).toBe('reference\n');
});
