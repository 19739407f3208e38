/** Audit rows in words. */

import type { AuditRow } from '../../shared/domain/audit-event.ts';
import { type AuditSeal, fingerprintOf } from '../../shared/domain/audit-seal.ts';
import { counted, type Moment, momentOf } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';

export interface AuditRowView {
  at: Moment;
  who: string;
  /** The id, where a name stands for it. */
  actor: string;
  act: string;
  kind: string;
  id: string;
  outcome: Label;
  detail: string;
}

const outcomes: Record<AuditRow['outcome'], Label> = {
  attempted: { text: 'Begun', colour: 'grey' },
  done: { text: 'Done', colour: 'green' },
  refused: { text: 'Refused', colour: 'red' },
};

export function auditRowView({ at, actor, actorName, act, subject, outcome, detail }: AuditRow): AuditRowView {
  return {
    at: momentOf(at),
    who: actorName ?? actor,
    actor: actorName === undefined ? '' : actor,
    // `case-viewed` → `case viewed`
    act: act.replaceAll(/[-.]/g, ' '),
    kind: subject.kind,
    id: subject.id,
    outcome: outcomes[outcome],
    detail: Object.entries(detail ?? {})
      .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join(', '),
  };
}

export interface SealView {
  sentence: string;
  fingerprint: string;
}

export function sealView(seal: AuditSeal): SealView {
  return {
    sentence: `Sealed up to ${momentOf(seal.day, 'day').text}, a day of ${counted(seal.rows, 'row')}. Fingerprint of the seal:`,
    fingerprint: fingerprintOf(seal),
  };
}
