import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { bucketName } from '../../../local/embedded/aws-resources.ts';
import { createTacStore } from '../../../shared/aws/tac-store.ts';
import { packGroups, type TacGroup } from '../../../shared/domain/tac/packed-tacs.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const bucket = bucketName('reference');
const store = () => createTacStore({ client: services.s3, bucket });

const group: TacGroup = { source: 'one.csv', brand: 'Apple', models: ['iPhone 6'], otherNames: ['A1549'], tacs: [35925406, 1233600] };

test('has no directory until one is put, and gives back what was put', async () => {
  expect(await store().get()).toBeUndefined();
  expect(await store().version()).toBeUndefined();

  await store().put(packGroups([group]));
  const stored = await store().get();
  expect(stored?.tacs.find('01233600')).toEqual([{ source: 'one.csv', brand: 'Apple', models: ['iPhone 6'], otherNames: ['A1549'] }]);
  expect(stored?.tacs.sources).toEqual(new Map([['one.csv', 2]]));
});

test('tells by its version that another directory was put, and that the same was not', async () => {
  await store().put(packGroups([group]));
  const before = await store().version();
  expect(before).toBe((await store().get())?.version);
  await store().put(packGroups([{ ...group, brand: 'Samsung' }]));
  expect(await store().version()).not.toBe(before);
});

test('refuses what is no directory, and says so', async () => {
  await services.s3.send(new PutObjectCommand({ Bucket: bucket, Key: 'tac-directory.jsonl.gz', Body: 'tac,brand,model' }));
  await expect(store().get()).rejects.toThrow('expected a TAC directory of version 1, found something else on line 1');
});
