import type { Scan } from '../domain/scan.ts';
import type { Log } from './log.ts';

/** The message by which the stack's metric filters know the line; its fields are theirs too. */
export const scanClosedMessage = 'Scan closed';

/** One line for each Scan that closed. On AWS metrics and alarms are made from it: see infra/scan-alarms.ts. */
export function logClosedScan(log: Log, { id, source, health, summary, resumesAt }: Scan): void {
  const line = {
    scanId: id,
    source,
    health,
    summary,
    healthy: Number(health === 'healthy'),
    blocked: Number(health === 'blocked'),
    resumesAt,
  };
  if (health === 'healthy') log.info(scanClosedMessage, line);
  else log.warn(scanClosedMessage, line);
}
