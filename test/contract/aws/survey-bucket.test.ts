import { PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import { bucketName } from '../../../local/embedded/aws-resources.ts';
import { createCurrentMarket } from '../../../shared/aws/current-market.ts';
import type { Log } from '../../../shared/aws/log.ts';
import { createSurveyBucket } from '../../../shared/aws/survey-bucket.ts';
import { emptySurvey, type MarketSurvey } from '../../../shared/domain/matching/market-survey.ts';
import { currentModel } from '../../../shared/domain/matching/matching-model.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';

const services = useEmbeddedAws();
const bucket = bucketName('surveys');
const surveys = () => createSurveyBucket({ client: services.s3, bucket });

function taken(version: string): MarketSurvey {
  return { ...emptySurvey, version, makes: [['apple', 60]] };
}

/** A function that has run since midnight, and its clock. */
function aWarmFunction(reached = surveys()) {
  const said: string[] = [];
  const note = (message: string) => void said.push(message);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  let minutes = 0;
  const market = createCurrentMarket({
    surveys: reached,
    records: { approximateCount: async () => 1234 },
    model: currentModel,
    log,
    now: () => new Date(minutes * 60_000),
  });
  return {
    said,
    versionAt: async (minute: number) => {
      minutes = minute;
      return (await market()).surveyVersion;
    },
    market,
  };
}

test('before the first survey the market is what the model assumes of as many records as there are', async () => {
  const market = await aWarmFunction().market();
  expect(market.surveyVersion).toBe('assumed');
  expect(market.thefts.countUpTo(0)).toBe(1234);
});

test('a function that runs before the first survey takes it up within a minute', async () => {
  const surveyed: string[] = [];
  const warm = aWarmFunction({ ...surveys(), newestVersion: async () => surveyed[0], get: async (version) => taken(version) });
  expect(await warm.versionAt(0)).toBe('assumed');
  surveyed.push('2026-11-22T03:00:00.000Z');
  expect(await warm.versionAt(1)).toBe('2026-11-22T03:00:00.000Z');
});

test('gives a survey back, and knows the newest whatever the order in which they come', async () => {
  await surveys().put(taken('2026-11-20T03:00:00.000Z'));
  await surveys().put(taken('2026-11-22T03:00:00.000Z'));
  await surveys().put(taken('2026-11-21T03:00:00.000Z'));
  expect(await surveys().newestVersion()).toBe('2026-11-22T03:00:00.000Z');
  expect(await surveys().get('2026-11-21T03:00:00.000Z')).toEqual(taken('2026-11-21T03:00:00.000Z'));
  expect(await surveys().get('2026-11-01T03:00:00.000Z')).toBeUndefined();
});

test('a warm function takes a new survey up within the hour', async () => {
  const warm = aWarmFunction();
  expect(await warm.versionAt(0)).toBe('2026-11-22T03:00:00.000Z');
  await surveys().put(taken('2026-11-23T03:00:00.000Z'));
  expect(await warm.versionAt(59)).toBe('2026-11-22T03:00:00.000Z');
  expect(await warm.versionAt(60)).toBe('2026-11-23T03:00:00.000Z');
  expect((await warm.market()).population.makeShare('apple')).toBeGreaterThan(0.5);
});

test('keeps the market at hand while the bucket cannot be reached, and fails without one', async () => {
  let broken = false;
  const working = surveys();
  const unsteady = {
    ...working,
    newestVersion: async () => {
      if (broken) throw new Error('S3 is away');
      return working.newestVersion();
    },
  };
  const warm = aWarmFunction(unsteady);
  const before = await warm.versionAt(0);
  broken = true;
  expect(await warm.versionAt(61)).toBe(before);
  expect(warm.said).toEqual(['The newest survey of the market could not be loaded']);
  await expect(aWarmFunction(unsteady).versionAt(0)).rejects.toThrow('S3 is away');
});

test('goes back to assumptions for a survey of another shape, and says so', async () => {
  const version = '2026-12-01T03:00:00.000Z';
  await surveys().put(taken(version));
  await services.s3.send(new PutObjectCommand({ Bucket: bucket, Key: `surveys/${version}.json`, Body: '{"format":2}' }));
  await expect(surveys().get(version)).rejects.toThrow(/cannot be read.*format/s);
  const warm = aWarmFunction();
  expect(await warm.versionAt(0)).toBe('assumed');
  expect(warm.said).toEqual(['The newest survey of the market is of another shape']);
});
