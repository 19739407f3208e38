import { expect, it } from 'vitest';
import { scanLine, withoutScanSince } from '../../../local/commands/summary.ts';
import type { Scan } from '../../../shared/domain/scan.ts';

const scan: Scan = { id: 'pennyfield~2026-11-22T10:00:00Z', source: 'pennyfield', openedAt: '2026-11-22T10:00:00Z' };

it('groups the thousands of all numbers of a scan alike', () => {
  const counts = {
    searchPages: 27,
    listingsSeen: 1258,
    fresh: 1258,
    changed: 0,
    unchanged: 1005,
    missing: 2,
    bySearch: [],
    cardFields: { title: 0, price: 0 },
  };
  const closed: Scan = { ...scan, health: 'healthy', summary: '27 search pages read, 1,258 listings seen.', counts };
  expect(scanLine(closed)).toBe(
    'pennyfield: healthy. 27 search pages read, 1,258 listings seen. 1,258 new or unread, 0 changed, 1,005 unchanged (not fetched), 2 missing.',
  );
});

it('ends the line of a scan that is still open without a blank', () => {
  expect(scanLine(scan)).toBe('pennyfield: still running.');
});

it('knows a source whose scan did not end in this run, though an earlier one did', () => {
  const since = '2026-11-22T11:00:00.000Z';
  const scans = [
    { ...scan, closedAt: '2026-11-22T10:59:59.999Z' },
    { ...scan, source: 'kramkiste', closedAt: '2026-11-22T11:00:00.000Z' },
  ];
  const sources = ['pennyfield', 'kramkiste', 'never-closed'].map((id) => ({ id }));
  expect(withoutScanSince({ scans }, sources, since).map(({ id }) => id)).toEqual(['pennyfield', 'never-closed']);
});
