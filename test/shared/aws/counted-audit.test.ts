import { expect, it } from 'vitest';
import { countedAudit } from '../../../shared/aws/counted-audit.ts';
import type { AuditEvent } from '../../../shared/domain/audit-event.ts';
import { recordedMetrics } from '../../support/recorded-metrics.ts';

function counting(append: (event: AuditEvent) => Promise<void> = async () => {}) {
  const { metrics, recorded } = recordedMetrics();
  const audit = countedAudit({ append }, metrics);
  const row = (act: string, rest: Partial<AuditEvent> = {}) =>
    audit.append({ at: '2026-11-22T10:00:00.000Z', actor: 'osei', act, subject: { kind: 'x', id: '1' }, outcome: 'done', ...rest });
  return { row, added: recorded.added };
}

it('counts records by what their import took and refused, also of one that failed, and withdrawals that were made', async () => {
  const { row, added } = counting();
  const detail = { fileName: 'a.csv', rows: 9, created: 3, changed: 2, unchanged: 3, rejected: 1 };
  await row('records-imported', { outcome: 'attempted', detail: { fileName: 'a.csv' } });
  await row('records-imported', { detail });
  await row('records-imported', { outcome: 'refused', detail: { ...detail, created: 1, changed: 0 } });
  await row('record-withdrawn', { outcome: 'attempted' });
  await row('record-withdrawn');
  expect(added).toEqual({ RecordsImported: 6, RowsRefused: 2, RecordsWithdrawn: 1 });
});

it('counts checks by their answer, clients that are held, and what platforms open and answer', async () => {
  const { row, added } = counting();
  for (const answer of ['reported', 'not-reported', 'not-reported', 'cannot-say']) await row('device-checked', { detail: { answer } });
  await row('check-client-held', { detail: { why: 'one-model' } });
  await row('notices-listed');
  await row('notice-opened');
  await row('notice-opened', { outcome: 'refused' });
  await row('notice-answered', { outcome: 'attempted', detail: { answer: 'removed' } });
  await row('notice-answered', { detail: { answer: 'removed' } });
  await row('case-viewed');
  expect(added).toEqual({
    ChecksReported: 1,
    ChecksNotReported: 2,
    ChecksCannotSay: 1,
    CheckClientsHeld: 1,
    PortalVisits: 2,
    PlatformAnswers: 1,
  });
});

it('counts no row that was not written', async () => {
  const { row, added } = counting(() => Promise.reject(new Error('out of reach')));
  await expect(row('check-client-held')).rejects.toThrow('out of reach');
  expect(added).toEqual({});
});
