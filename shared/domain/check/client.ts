/** A platform or shop that may ask whether devices are reported stolen, as a person declared it. */

import type { Suspicion } from './enumeration.ts';

export interface CheckClient {
  /** In its keys and in the audit log: `phone-hub`. */
  id: string;
  name: string;
  /** What it asks for, as agreed with it: `phones offered for buy-back`. */
  purpose: string;
  /** Different devices it may ask about in a UTC day. */
  dailyBudget: number;
  /** Requests it may make at once; one more each second. */
  burst: number;
  /** ISO 8601 in UTC; the key is good until then. */
  expiresAt: string;
  createdAt: string;
  revokedAt?: string;
  /** Since when it is answered nothing, until a person has looked. */
  held?: { since: string; why: Suspicion };
  /** How often a person has lifted a hold; each begins the counts of suspicion anew. */
  round: number;
}

/** Whether it may ask at all. */
export function isAdmitted({ expiresAt, revokedAt }: Pick<CheckClient, 'expiresAt' | 'revokedAt'>, now: Date): boolean {
  return revokedAt === undefined && new Date(expiresAt) > now;
}
