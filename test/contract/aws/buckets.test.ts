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

test('streams an upload out as it was streamed in', async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => `row ${index}\n`);
  const length = Buffer.byteLength(lines.join(''));
  await uploads().put('imports/b-1.csv', { stream: Readable.from(lines.map((line) => Buffer.from(line))), length }, 'text/csv');

  const stream = await uploads().get('imports/b-1.csv');
  expect(stream && (await buffer(stream)).toString()).toBe(lines.join(''));
  expect(await uploads().get('imports/none')).toBeUndefined();
});

test('takes an upload of bytes', async () => {
  await uploads().put('imports/b-2.csv', Buffer.from('reference\n'), 'text/csv');

  const stream = await uploads().get('imports/b-2.csv');
  expect(stream && (await buffer(stream)).toString()).toBe('reference\n');
});
