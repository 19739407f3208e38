/** A person has a Source left alone, or scanned again; both leave their rows. */

import type { AuditStore } from '../shared/aws/audit-store.ts';
import { maskIdentifiers } from '../shared/aws/log.ts';
import type { PauseStore } from '../shared/aws/pause-store.ts';
import { isInForce, type Pause } from '../shared/domain/pause.ts';

export interface PauseParts {
  pauses: PauseStore;
  audit: Pick<AuditStore, 'append'>;
  now: () => Date;
}

/** A Source that is paused already keeps its `since`; reason, person and end are those said last. */
export async function pauseSource(word: Omit<Pause, 'since'>, { pauses, audit, now }: PauseParts): Promise<Pause> {
  const at = now().toISOString();
  const before = await pauses.of(word.source);
  const since = before !== undefined && isInForce(before, now()) ? before.since : at;
  const pause = { ...word, since };
  const { source, reason, by, until } = pause;
  const detail = { reason: maskIdentifiers(reason), since, ...(until !== undefined && { until }) };
  const event = { actor: by, act: 'source-paused', subject: { kind: 'source', id: source }, detail };
  await audit.append({ ...event, at, outcome: 'attempted' });
  await pauses.put(pause);
  await audit.append({ ...event, at: now().toISOString(), outcome: 'done' });
  return pause;
}

/** Returns the Pause that ended; undefined when none was in force, and then nothing was done. */
export async function resumeSource({ source, by }: Pick<Pause, 'source' | 'by'>, parts: PauseParts): Promise<Pause | undefined> {
  const { pauses, audit, now } = parts;
  const pause = await pauses.of(source);
  if (pause === undefined || !isInForce(pause, now())) return undefined;
  const event = { actor: by, act: 'source-resumed', subject: { kind: 'source', id: source }, detail: { since: pause.since } };
  await audit.append({ ...event, at: now().toISOString(), outcome: 'attempted' });
  await pauses.remove(source);
  await audit.append({ ...event, at: now().toISOString(), outcome: 'done' });
  return pause;
}
