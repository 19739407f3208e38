import { expect, it } from 'vitest';
import { countedReadings } from '../../../functions/read/counted-readings.ts';
import { nothingTallied, type ReadingOutcome } from '../../../shared/domain/reading-tally.ts';
import { recordedMetrics } from '../../support/recorded-metrics.ts';

it('counts a page that is the listing or says that it is gone as read, with a zero of cases, and any other as not read', async () => {
  const { metrics, recorded } = recordedMetrics();
  const kept: ReadingOutcome[] = [];
  const scans = countedReadings(
    {
      countReading: async (_scanId, { outcome }) => {
        kept.push(outcome);
        return nothingTallied;
      },
    },
    { source: 'gumtree', metrics },
  );
  const outcomes: ReadingOutcome[] = ['live', 'gone', 'unknown', 'blocked', 'failed'];
  for (const outcome of outcomes) await scans.countReading('gumtree~1', { outcome, fields: [], otherLanguage: false });
  expect(kept).toEqual(outcomes);
  expect(recorded.added).toEqual({ 'gumtree ListingsRead': 2, 'gumtree PagesNotRead': 3, CasesOpened: 0 });
});
