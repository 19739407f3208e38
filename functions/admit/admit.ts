import type { AuditStore } from '../../shared/aws/audit-store.ts';
import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { Case } from '../../shared/domain/case.ts';
import { placesByNow } from '../../shared/domain/queue-limits.ts';
import { endHold } from '../../shared/domain/work-on-case.ts';
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

/**
 * Opens the best of the waiting Cases while the day has places for them, asks again for evidence that was never captured, and puts what was on
 * hold long enough back into the queue. Returns how many were opened.
 */
export async function admit(parts: AdmitParts): Promise<number> {
  await askAgain(parts);
  await endHolds(parts);
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

/** One that was overtaken by a person is in that person's hands. */
async function endHolds({ cases, audit, team, now }: AdmitParts): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await cases.queue({ team, state: 'on-hold', limit: mostAtOnce, ...(cursor !== undefined && { cursor }) });
    for (const held of page.cases) {
      const ready = endHold(held, now());
      if (ready === undefined || (await cases.saveWork(held, ready)) !== 'saved') continue;
      const subject = { kind: 'case', id: held.id };
      await audit.append({ at: now().toISOString(), actor: 'admit', act: 'case-hold-ended', subject, outcome: 'done' });
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
}
