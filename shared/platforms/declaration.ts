/**
 * The contract of a platform as a recipient of notices: plain data in a JSON file of the force, like a Source. Nothing is sent to a platform that
 * nobody declared.
 */

import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { legalRegimes } from '../domain/notice/notice.ts';
import type { NoticePlatform } from '../domain/notice/platform.ts';

/** Signed as Standard Webhooks asks (standardwebhooks.com); the secret is configured apart, by the Source's id. */
const webhook = z.strictObject({ how: z.literal('webhook'), url: z.url({ protocol: /^https?$/ }) });

export const platformSchema = z.strictObject({
  source: z.string().min(1),
  name: z.string().min(1).max(200),
  jurisdiction: z.string().regex(/^[A-Z]{2}$/),
  legalRegime: z.enum(legalRegimes),
  provision: z.string().min(1).max(500),
  platformRule: z.string().min(1).max(500),
  contactPoint: z.string().min(1).max(400),
  respondWithinHours: z.int().min(1).max(720),
  action: z.enum(['remove', 'suspend']),
  /** How often it is reminded of a notice; `standardFollowUps` where it says nothing, 0 for never. */
  followUps: z.int().min(0).max(5).exactOptional(),
  delivery: webhook,
});

export type Platform = z.infer<typeof platformSchema>;

/** As drafts take it: how it is delivered is a channel there, and where to is nobody's business. */
export function noticePlatform({ delivery, followUps: _reminded, ...platform }: Platform): NoticePlatform {
  return { ...platform, channel: delivery.how };
}

/** Of the force's files, each one declaration or an array of them. Throws with every mistake of the first file that has one: nothing starts on half of them. */
export async function loadPlatforms(files: readonly string[]): Promise<ReadonlyMap<string, Platform>> {
  const platforms = new Map<string, Platform>();
  for (const file of files) {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    const read = z.array(platformSchema).safeParse(Array.isArray(value) ? value : [value]);
    if (!read.success) throw new Error(`${file} declares no platforms that can be used:\n${z.prettifyError(read.error)}`);
    for (const platform of read.data) platforms.set(platform.source, platform);
  }
  return platforms;
}
