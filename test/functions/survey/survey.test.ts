import { expect, it } from 'vitest';
import { survey } from '../../../functions/survey/survey.ts';
import { bucketName } from '../../../local/embedded/aws-resources.ts';
import { createSurveyBucket } from '../../../shared/aws/survey-bucket.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { aRecord, createMatchingDesk } from '../../support/matching-desk.ts';
import { testNow } from '../../support/pipeline-parts.ts';

const aws = useEmbeddedAws();

it('counts recent listings and the thefts of records, and what it finds is the newest survey', async () => {
  const desk = createMatchingDesk(aws);
  await desk.keepListing('1', { title: 'iPhone 13 128GB' });
  await desk.keepListing('2', { title: 'iPhone 12 64GB' });
  await desk.keepListing('2', { title: 'Galaxy S21 128GB' });
  await desk.keepListing('3', { title: 'Pixel 7', postedAt: '2026-01-20T00:00:00.000Z' });
  await desk.keep(aRecord({ stolenAt: '2026-11-08T10:00:00.000Z' }));
  await desk.keep(aRecord({ stolenAt: '2026-11-08T00:00:00.000Z' }));
  await desk.keep(aRecord({ stolenAt: '2026-11-01T00:00:00.000Z', status: 'recovered' }));
  const surveys = createSurveyBucket({ client: aws.s3, bucket: bucketName('surveys') });
  const { listings, records, audit } = desk.parts;

  const taken = await survey({ listings, records, surveys, audit, random: () => 0.5, now: () => testNow });

  expect(taken.version).toBe(testNow.toISOString());
  expect(taken.models).toEqual([
    ['apple iPhone 13', 1],
    ['samsung Galaxy S21', 1],
  ]);
  expect(taken.theftDays).toEqual([['2026-11-08', 2]]);
  expect(taken.records).toEqual({ lookedFor: 2 });
  expect(await surveys.newestVersion()).toBe(taken.version);
  expect(await surveys.get(taken.version)).toEqual(taken);
  expect(await audit.ofSubject('survey', taken.version)).toMatchObject([
    { act: 'market-surveyed', detail: { listings: 2, recordsLookedFor: 2 } },
  ]);
});
