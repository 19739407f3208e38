/** A seal says what the audit of one day held, and which seal came before; whoever changes an old row would have to change every seal since. */

import { createHash } from 'node:crypto';
import { type AuditRow, hashOf } from './audit-event.ts';

export interface AuditSeal {
  format: 1;
  /** `2026-11-22`, in UTC. */
  day: string;
  /** ISO 8601 in UTC. */
  sealedAt: string;
  rows: number;
  /** SHA-256, hexadecimal, over the hashes of the day's rows in the order of their time. */
  digest: string;
  /** The seal before; null for the first of all. */
  previous: { day: string; fingerprint: string } | null;
}

/** The hashes of a day's rows, one after another, however many there are. */
export class DayDigest {
  private readonly hash = createHash('sha256');
  private rows = 0;

  /** Rows come in the order in which the audit gives them: by time, then by content. */
  add(row: AuditRow): void {
    this.rows += 1;
    this.hash.update(hashOf(row));
  }

  /** May be asked once. */
  sum(): Pick<AuditSeal, 'rows' | 'digest'> {
    return { rows: this.rows, digest: this.hash.digest('hex') };
  }
}

/** What to write down elsewhere: whoever holds it can tell that neither this seal nor any before it was replaced. */
export function fingerprintOf({ format, day, sealedAt, rows, digest, previous }: AuditSeal): string {
  const text = [format, day, sealedAt, rows, digest, previous?.day ?? '', previous?.fingerprint ?? ''].join('\n');
  return createHash('sha256').update(text).digest('hex');
}

/** What is wrong with a sealed day, in sentences; `before` is the seal it should follow, as it is kept now. */
export function faultsOfDay(seal: AuditSeal, found: Pick<AuditSeal, 'rows' | 'digest'>, before: AuditSeal | undefined): string[] {
  const faults: string[] = [];
  if (found.rows !== seal.rows) faults.push(`${seal.day} held ${seal.rows} rows when it was sealed and holds ${found.rows}`);
  else if (found.digest !== seal.digest) faults.push(`${seal.day} does not hold the rows that were sealed`);
  if (before !== undefined && seal.previous?.fingerprint !== fingerprintOf(before)) {
    faults.push(`The seal of ${seal.day} does not follow from the seal of ${before.day}`);
  }
  return faults;
}

/** A row is dated before it is written, and an index follows its table: so long after midnight the day before holds all it will ever hold. */
export const settledAfterMs = 3_600_000;

/** The day after: `2026-11-30` → `2026-12-01`. */
export function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

export function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}
