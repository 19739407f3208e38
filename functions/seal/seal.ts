import type { AuditLog } from '../../shared/aws/audit-log.ts';
import type { SealBucket } from '../../shared/aws/seal-bucket.ts';
import { type AuditSeal, DayDigest, dayBefore, fingerprintOf, nextDay, settledAfterMs } from '../../shared/domain/audit-seal.ts';

export interface SealParts {
  log: AuditLog;
  seals: SealBucket;
  now: () => Date;
}

/** After an outage the days since are sealed one after another; a longer one is a new beginning that somebody should look at. */
const LOOKS_BACK_DAYS = 60;

/** Seals every day that is over and not sealed yet, oldest first, each seal naming the one before. Running twice seals once. */
export async function sealDays({ log, seals, now }: SealParts): Promise<AuditSeal[]> {
  const last = dayBefore(new Date(now().getTime() - settledAfterMs).toISOString().slice(0, 10));
  let before = await newestUpTo(last, seals);
  const made: AuditSeal[] = [];
  for (let day = before === undefined ? last : nextDay(before.day); day <= last; day = nextDay(day)) {
    const digest = new DayDigest();
    for await (const row of log.rows({ from: day, to: day }, 'oldest-first')) digest.add(row);
    const previous = before === undefined ? null : { day: before.day, fingerprint: fingerprintOf(before) };
    const seal: AuditSeal = { format: 1, day, sealedAt: now().toISOString(), ...digest.sum(), previous };
    // Of two runs at once the first to write a day has sealed it, and the next day follows that seal.
    if ((await seals.put(seal)) === 'sealed') made.push(seal);
    before = await seals.get(day);
  }
  return made;
}

async function newestUpTo(last: string, seals: Pick<SealBucket, 'get'>): Promise<AuditSeal | undefined> {
  let day = last;
  for (let looked = 0; looked < LOOKS_BACK_DAYS; looked += 1) {
    const seal = await seals.get(day);
    if (seal !== undefined) return seal;
    day = dayBefore(day);
  }
  return undefined;
}
