import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { Case } from '../../shared/domain/case.ts';
import { placesByNow } from '../../shared/domain/queue-limits.ts';
import { reviewRequestFor } from '../../shared/messages.ts';

export interface AdmitParts {
  cases: CaseStore;
  audit: AuditStore;
  reviewQueue: QueueSender;
  team: string;
  /** Places a day for Cases that rest on a description alone. */
  placesPerDay: number;
  now: () => Date;
}

/** More than a day's places; what is left over is there at the next run. */
const mostAtOnce = 100;

/** A request for evidence takes seconds; a Case that waits for longer lost its request to a crash. */
const requestLostAfterMs = 10 * 60_000;

/** Opens the best of the waiting Cases while the day has places for them, and asks again for evidence that was never captured. Returns how many were opened. */
export async function admit(parts: AdmitParts): Promise<number> {
  await askAgain(parts);
  const { cases, team, placesPerDay, now } = parts;
  const waiting = await cases.queue({ team, state: 'waiting', limit: mostAtOnce });
  let admitted = 0;
  for (const best of waiting.cases) {
    const day = now().toISOString().slice(0, 10);
    if (!(await cases.takePlace({ team, day, allowed: placesByNow(placesPerDay, now()) }))) break;
    if (await open(best, parts)) admitted += 1;
  }
  return admitted;
}

/** False when it was closed, or opened for a better reason, since it was listed. */
async function open(waiting: Case, { cases, audit, reviewQueue, now }: AdmitParts): Promise<boolean> {
  if ((await cases.move(waiting.id, 'opened')) !== 'moved') return false;
  const subject = { kind: 'case', id: waiting.id };
  await audit.append({ at: now().toISOString(), actor: 'admit', act: 'case-opened', subject, outcome: 'done' });
  await reviewQueue.send([reviewRequestFor(waiting)]);
  return true;
}

async function askAgain({ cases, team, reviewQueue, now }: AdmitParts): Promise<void> {
  const opened = await cases.queue({ team, state: 'opened', limit: mostAtOnce });
  const before = new Date(now().getTime() - requestLostAfterMs).toISOString();
  await reviewQueue.send(opened.cases.filter(({ openedAt }) => openedAt < before).map(reviewRequestFor));
}
