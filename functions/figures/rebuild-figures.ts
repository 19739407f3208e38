import type { AuditLog } from '../../shared/aws/audit-log.ts';
import type { PublicFigureStore } from '../../shared/aws/public-figure-store.ts';
import { firstDayOfAudit } from '../../shared/domain/audit-event.ts';
import { endedQuarter, type FigurePeriod, quarterOf } from '../../shared/domain/figures/figure-period.ts';
import { FigureCount, isFinal, type PublicFigures } from '../../shared/domain/figures/public-figures.ts';

export interface RebuildParts {
  log: AuditLog;
  now: () => Date;
}

export interface PublishParts extends RebuildParts {
  store: Pick<PublicFigureStore, 'keep' | 'of'>;
  /** `ended`: the quarter that was over last, which never changes again. `running`: the one that runs, for the force's own eyes. */
  quarter: 'ended' | 'running';
}

/**
 * Counts the quarter anew and keeps it for the page in the place of what was kept of it before. One whose kept figures are final is not counted again:
 * it takes the whole audit, and gives the same.
 */
export async function publishFigures({ store, quarter, ...parts }: PublishParts): Promise<{ figures: PublicFigures; counted: boolean }> {
  const at = parts.now();
  const period = quarter === 'ended' ? endedQuarter(at) : quarterOf(at);
  const kept = await store.of(period.from);
  if (kept !== undefined && isFinal(kept)) return { figures: kept, counted: false };
  const figures = await rebuildFigures(period, parts);
  await store.keep(figures);
  return { figures, counted: true };
}

/** Reads the whole audit up to the period's last day: what is counted in a period may have begun long before it. Memory holds what is counted, not what is read. */
export async function rebuildFigures(period: FigurePeriod, { log, now }: RebuildParts): Promise<PublicFigures> {
  const countedAt = now();
  const today = countedAt.toISOString().slice(0, 10);
  const count = new FigureCount();
  for await (const row of log.rows({ from: firstDayOfAudit, to: today < period.to ? today : period.to }, 'oldest-first')) count.add(row);
  return count.figures(period, countedAt);
}
