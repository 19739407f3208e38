import type { Scan } from '../domain/scan.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Says of each Scan that closed how it went: a line for people, and the counts that the stack's alarms are made of. */
export function reportClosedScan(
  { id, source, health, summary, counts, resumesAt }: Scan,
  { log, metrics }: { log: Log; metrics: Pick<Metrics, 'addOf'> },
): void {
  const line = { scanId: id, source, health, summary, resumesAt };
  if (health === 'healthy') log.info('Scan closed', line);
  else log.warn('Scan closed', line);
  metrics.addOf(source, 'HealthyScans', Number(health === 'healthy'));
  metrics.addOf(source, 'BlindScans', Number(health === 'blind'));
  metrics.addOf(source, 'BlockedScans', Number(health === 'blocked'));
  metrics.addOf(source, 'ListingsFound', counts?.listingsSeen ?? 0);
}
