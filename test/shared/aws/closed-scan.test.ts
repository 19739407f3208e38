import { expect, it } from 'vitest';
import { reportClosedScan } from '../../../shared/aws/closed-scan.ts';
import type { Scan } from '../../../shared/domain/scan.ts';
import { recordedMetrics } from '../../support/recorded-metrics.ts';

const counts = { searchPages: 2, listingsSeen: 40, fresh: 3, changed: 1, unchanged: 36, missing: 0 };
const scan: Scan = { id: 'gumtree~2026-11-22T10:00:00Z', source: 'gumtree', openedAt: '2026-11-22T10:00:00Z', health: 'healthy', counts };

it('counts each closed scan by its health, so that none of them and a zero are told apart', () => {
  const { metrics, recorded } = recordedMetrics();
  const lines: string[] = [];
  const say = (level: string) => (message: string) => void lines.push(`${level} ${message}`);
  const log = { debug: say('debug'), info: say('info'), warn: say('warn'), error: say('error') };
  reportClosedScan(scan, { log, metrics });
  reportClosedScan({ ...scan, health: 'blind', counts: { ...counts, listingsSeen: 0 } }, { log, metrics });
  expect(recorded.added).toEqual({
    'gumtree HealthyScans': 1,
    'gumtree BlindScans': 1,
    'gumtree BlockedScans': 0,
    'gumtree ListingsFound': 40,
  });
  expect(lines).toEqual(['info Scan closed', 'warn Scan closed']);
});
