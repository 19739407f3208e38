import { createHash } from 'node:crypto';
import type { PauseStore } from '../../shared/aws/pause-store.ts';
import type { QueueSender } from '../../shared/aws/queue.ts';
import type { ScanStore } from '../../shared/aws/scan-store.ts';
import { isInForce } from '../../shared/domain/pause.ts';
import { countScan, type Scan, scheduledTime } from '../../shared/domain/scan.ts';
import { latestBelievable } from '../../shared/domain/wrong-clock.ts';
import type { ScanPage, ScheduledScan } from '../../shared/messages.ts';
import type { Source } from '../../shared/sources/source.ts';

export interface OpenScanParts {
  source: Source;
  scans: ScanStore;
  pauses: Pick<PauseStore, 'of'>;
  scanQueue: QueueSender;
  /** Told of a Scan that was closed because it lost its thread. */
  closed: (scan: Scan) => void;
  /** Told of a Scan that was due in the future when it was opened: by a wrong clock. It keeps none from being opened. */
  aheadOfTime: (scan: Scan) => void;
  now: () => Date;
}

export type OpenScanOutcome = 'opened' | 'already-done' | 'source-disabled' | 'source-paused' | 'source-blocked' | 'previous-still-running';

/** A Scan that has not closed after this time lost its thread (its message is in the dead-letter queue) and is closed as blind. */
const abandonedAfterMinutes = 180;

/**
 * A schedule fired: opens the Scan that is named by the scheduled time and sends its first page on its way.
 * Firing twice opens one Scan; a Scan whose first message was lost in a crash is given it again.
 */
export async function openScan(request: ScheduledScan, parts: OpenScanParts): Promise<OpenScanOutcome> {
  const { source, scans, pauses, scanQueue, closed, now } = parts;
  if (!source.enabled) return 'source-disabled';

  const scanId = `${source.id}~${request.scheduledAt}`;
  const previous = (await recentScans(request, parts)).find((scan) => scan.id !== scanId);
  if (previous && previous.closedAt === undefined) {
    const ageMinutes = (now().getTime() - Date.parse(previous.openedAt)) / 60_000;
    if (ageMinutes < abandonedAfterMinutes) return 'previous-still-running';
    const abandoned: Scan = {
      ...previous,
      closedAt: now().toISOString(),
      health: 'blind',
      summary: `Abandoned: still unfinished ${Math.round(ageMinutes)} minutes after it was opened.`,
      counts: { ...countScan(await scans.pages(previous.id)), missing: 0 },
    };
    if ((await scans.close(abandoned)) === 'closed') closed(abandoned);
  }
  const pause = await pauses.of(source.id);
  if (pause !== undefined && isInForce(pause, now())) return 'source-paused';
  if (previous?.resumesAt !== undefined && request.scheduledAt < previous.resumesAt) return 'source-blocked';

  await scans.open({ id: scanId, source: source.id, openedAt: now().toISOString(), definition: definitionOf(source) });
  const scan = await scans.get(source.id, scanId);
  if (scan?.closedAt !== undefined) return 'already-done';

  await scanQueue.send([firstPage(source, scanId)]);
  return 'opened';
}

/** The two newest but for those of a clock that was wrong: nothing would be opened until time has caught up with them. */
async function recentScans({ scheduledAt }: ScheduledScan, { source, scans, aheadOfTime, now }: OpenScanParts): Promise<Scan[]> {
  const dueBy = latestBelievable(new Date(Math.max(Date.parse(scheduledAt), now().getTime())));
  const newest = await scans.recent(source.id, 2);
  const [first] = newest;
  if (first === undefined || scheduledTime(first.id) <= dueBy.getTime()) return newest;
  aheadOfTime(first);
  return scans.recent(source.id, 2, { dueBy });
}

/** Changes with what is searched and how: Scans before and after such a change are not compared. */
function definitionOf({ searches, searchPage }: Source): string {
  return createHash('sha256')
    .update(JSON.stringify([searches, searchPage]))
    .digest('base64url')
    .slice(0, 12);
}

function firstPage(source: Source, scanId: string) {
  const [search] = source.searches;
  if (search === undefined) throw new Error(`Source ${source.id} has no search`);
  const body: ScanPage = { type: 'scan-page', source: source.id, scanId, search: 0, page: 1, url: search.url };
  return { body, group: new URL(search.url).host, deduplicationId: `${scanId}#0#1` };
}
