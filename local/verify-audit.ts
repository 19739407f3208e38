/** Checks the audit of a period: every row against its own hash and its chain, every sealed day against its seal. */

import type { AuditLog, AuditPeriod } from '../shared/aws/audit-log.ts';
import type { SealBucket } from '../shared/aws/seal-bucket.ts';
import { AuditCheck, type AuditFindings } from '../shared/domain/audit-check.ts';
import { type AuditSeal, DayDigest, dayBefore, faultsOfDay, fingerprintOf, nextDay } from '../shared/domain/audit-seal.ts';

export interface AuditVerdict extends AuditFindings {
  sealedDays: number;
  /** The newest seal of the period, to compare with what was written down elsewhere. */
  newestSeal?: { day: string; fingerprint: string };
}

/** `fromStart`: the period reaches back to the first row, so that no chain may begin in its middle. */
export async function verifyAudit(
  { from, to, fromStart }: AuditPeriod & { fromStart: boolean },
  { log, seals }: { log: AuditLog; seals: Pick<SealBucket, 'get'> },
): Promise<AuditVerdict> {
  const check = new AuditCheck({ fromStart });
  const ofDays: string[] = [];
  let before: AuditSeal | undefined = await seals.get(dayBefore(from));
  let sealedDays = 0;
  for (let day = from; day <= to; day = nextDay(day)) {
    const digest = new DayDigest();
    for await (const row of log.rows({ from: day, to: day }, 'oldest-first')) {
      check.add(row);
      digest.add(row);
    }
    const seal = await seals.get(day);
    if (seal === undefined) continue;
    sealedDays += 1;
    ofDays.push(...faultsOfDay(seal, digest.sum(), before));
    before = seal;
  }
  const findings = check.findings();
  return {
    ...findings,
    faults: [...ofDays, ...findings.faults],
    faultCount: findings.faultCount + ofDays.length,
    sealedDays,
    ...(before !== undefined && { newestSeal: { day: before.day, fingerprint: fingerprintOf(before) } }),
  };
}
