import type { Metrics } from '../../shared/aws/metrics.ts';
import type { ScanStore } from '../../shared/aws/scan-store.ts';
import type { ReadParts } from './read.ts';

/** Readings of one Source, counted for the Scan that is judged by them and for whoever watches. */
export function countedReadings(
  scans: Pick<ScanStore, 'countReading'>,
  { source, metrics }: { source: string; metrics: Pick<Metrics, 'add' | 'addOf'> },
): ReadParts['scans'] {
  return {
    async countReading(scanId, reading) {
      const tally = await scans.countReading(scanId, reading);
      const isRead = reading.outcome === 'live' || reading.outcome === 'gone';
      metrics.addOf(source, isRead ? 'ListingsRead' : 'PagesNotRead', 1);
      // A zero: reading that opens no case and no reading are told apart by whoever waits for cases.
      if (isRead) metrics.add('CasesOpened', 0);
      return tally;
    },
  };
}
