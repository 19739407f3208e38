/**
 * MarketSurveys, in the surveys bucket.
 *
 * | key                                      | object | answers |
 * | ---------------------------------------- | ------ | --- |
 * | `surveys/2026-11-22T03:00:00.000Z.json`  | MarketSurvey | what was chance taken from that day? |
 * | `newest.json`                            | `{ version }` | which is the newest? one read, however many there are |
 */

import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import * as z from 'zod';
import type { MarketSurvey } from '../domain/matching/market-survey.ts';
import { surveySchema } from './survey-schema.ts';

export type SurveyBucket = ReturnType<typeof createSurveyBucket>;

/** A survey of another shape: another release took it, and the next survey will be of this one. */
export class UnreadableSurvey extends Error {
  override name = 'UnreadableSurvey';
}

const newestKey = 'newest.json';
const newestSchema = z.object({ version: z.string().min(1) });

export function createSurveyBucket({ client, bucket }: { client: S3Client; bucket: string }) {
  /** Versions sort by time; an older survey than the newest is kept, and does not become the newest. */
  async function put(survey: MarketSurvey): Promise<void> {
    await putJson(surveyKey(survey.version), survey);
    const newest = await newestVersion();
    if (newest === undefined || newest < survey.version) await putJson(newestKey, { version: survey.version });
  }

  /** Throws UnreadableSurvey for one that is not of the shape this release reads, with the place and what was expected there. */
  async function get(version: string): Promise<MarketSurvey | undefined> {
    const stored = await getJson(surveyKey(version));
    if (stored === undefined) return undefined;
    const read = surveySchema.safeParse(stored);
    if (!read.success) throw new UnreadableSurvey(`The survey ${version} cannot be read: ${z.prettifyError(read.error)}`);
    return read.data;
  }

  /** Undefined before the first survey. */
  async function newestVersion(): Promise<string | undefined> {
    return newestSchema.optional().parse(await getJson(newestKey))?.version;
  }

  async function putJson(key: string, value: unknown): Promise<void> {
    const Body = JSON.stringify(value);
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body, ContentType: 'application/json' }));
  }

  async function getJson(key: string): Promise<unknown> {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Body && JSON.parse(await Body.transformToString());
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }

  return { put, get, newestVersion };
}

function surveyKey(version: string): string {
  return `surveys/${version}.json`;
}
