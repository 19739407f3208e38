/** What is counted of work that leaves a row in the audit anyway: records taken, devices checked, platforms' visits. */

import type { AuditEvent } from '../domain/audit-event.ts';
import { type CheckAnswer, checkAnswers } from '../domain/check/answer.ts';
import type { AuditStore } from './audit-store.ts';
import type { TotalMetricName } from './metric-definitions.ts';
import type { Metrics } from './metrics.ts';

type Counted = [name: TotalMetricName, value: number];

const ofAnswers: Record<CheckAnswer, TotalMetricName> = {
  reported: 'ChecksReported',
  'not-reported': 'ChecksNotReported',
  'cannot-say': 'ChecksCannotSay',
};

/** By act, of what was done. */
const countsOf: Record<string, (detail: Record<string, unknown>) => Counted[]> = {
  'records-imported': ({ created, changed, rejected }) => [
    ['RecordsImported', Number(created) + Number(changed)],
    ['RowsRefused', Number(rejected)],
  ],
  'record-withdrawn': () => [['RecordsWithdrawn', 1]],
  'device-checked': (detail) => checkAnswers.filter((answer) => answer === detail['answer']).map((answer) => [ofAnswers[answer], 1]),
  'check-client-held': () => [['CheckClientsHeld', 1]],
  'notices-listed': () => [['PortalVisits', 1]],
  'notice-opened': () => [['PortalVisits', 1]],
  'notice-answered': () => [['PlatformAnswers', 1]],
};

/** The audit, with each row counted once it is written. An act that was only tried, or refused, counts for nothing; of an import that failed what it took counts. */
export function countedAudit(audit: Pick<AuditStore, 'append'>, metrics: Pick<Metrics, 'add'>): Pick<AuditStore, 'append'> {
  return {
    async append(event) {
      await audit.append(event);
      if (isDone(event)) for (const counted of countsOf[event.act]?.(event.detail ?? {}) ?? []) metrics.add(...counted);
    },
  };
}

function isDone({ act, outcome }: AuditEvent): boolean {
  return outcome === 'done' || (act === 'records-imported' && outcome === 'refused');
}
