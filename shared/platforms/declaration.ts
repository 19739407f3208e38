/**
 * The contract of a platform as a recipient of notices: plain data in a JSON file of the force, like a Source. Nothing is sent to a platform that
 * nobody declared.
 */

import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { legalRegimes } from '../domain/notice/notice.ts';
import type { NoticePlatform } from '../domain/notice/platform.ts';

const address = z.url({ protocol: /^https?$/ });

const delivery = z.discriminatedUnion('how', [
  /** Signed as Standard Webhooks asks (standardwebhooks.com); the secret is configured apart, by the Source's id. */
  z.strictObject({ how: z.literal('webhook'), url: address }),
  /** The notice in words, and as JSON beside it. */
  z.strictObject({ how: z.literal('email'), to: z.email().max(254) }),
  /** A form of the platform's own, which a person of the team fills in with what Fencewatch has prepared. */
  z.strictObject({ how: z.literal('form'), url: address }),
  /** Says by e-mail that a notice waits, and where; the notice itself is in the portal. */
  z.strictObject({ how: z.literal('portal'), tell: z.email().max(254) }),
]);

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
  delivery,
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
    for (const platform of readPlatforms(await readFile(file, 'utf8'), file)) platforms.set(platform.source, platform);
  }
  return platforms;
}

function readPlatforms(text: string, file: string): Platform[] {
  const value = jsonIn(text, file);
  const entries: unknown[] = Array.isArray(value) ? value : [value];
  const read = entries.map((entry) => platformSchema.safeParse(entry));
  const problems = read.flatMap(
    ({ error }, index) => error?.issues.map((issue) => `  ${nameOf(entries[index], index)}, ${wordsOf(issue)}`) ?? [],
  );
  if (problems.length > 0) throw new Error(`${file} declares no platforms that can be used:\n${problems.join('\n')}`);
  return read.flatMap(({ data }) => data ?? []);
}

function jsonIn(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not JSON`, { cause });
  }
}

/** `entry 2 (gumtree)` */
function nameOf(entry: unknown, index: number): string {
  const named = z.object({ source: z.string().max(100) }).safeParse(entry);
  return `entry ${index + 1}${named.success ? ` (${named.data.source})` : ''}`;
}

/** `delivery.to: Invalid input: expected string, received undefined` */
function wordsOf({ path, message }: z.core.$ZodIssue): string {
  return `${path.length === 0 ? 'the whole of it' : path.join('.')}: ${message}`;
}
