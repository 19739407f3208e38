/** What became of one Case, rebuilt from its rows in the audit. */

import type { AuditEvent } from '../audit-event.ts';
import { type RefusalReason, refusalReasons } from '../refusal.ts';

/** `closed`: without a decision, because its record is no longer looked for. */
export type CaseOutcome = 'confirmed' | 'closed' | RefusalReason;
export const caseOutcomes: readonly CaseOutcome[] = ['confirmed', ...refusalReasons, 'closed'];

export interface CaseCourse {
  /** When it was put before a person for the first time, ISO 8601 in UTC. */
  openedAt: string;
  /** What stands after the last row; absent while it waits. */
  outcome?: { is: CaseOutcome; at: string };
  /** When two persons had confirmed it, also where that was revoked since: what it led to began then. */
  confirmedAt?: string;
}

interface Standing {
  outcome?: CaseCourse['outcome'];
  confirmedAt?: string;
  /** A first person's confirmation that waits for the second. */
  first?: string;
}

const openingActs = ['case-opened', 'case-released'];

/** Acts that a course is made of. */
export const caseActs: readonly string[] = [
  ...openingActs,
  'case-reopened',
  'case-decided',
  'decision-taken-back',
  'confirmation-revoked',
  'case-refused',
  'case-closed',
];

/**
 * Takes the rows of one Case in the order of their time. Undefined when it never was before a person: what waits for a place or is held with a flood, and
 * the copies that check how well people decide, whose decisions are rows as well.
 */
export function caseCourse(rows: readonly AuditEvent[]): CaseCourse | undefined {
  const openedAt = rows.find(({ act, outcome }) => openingActs.includes(act) && outcome === 'done')?.at;
  if (openedAt === undefined) return undefined;
  let standing: Standing = {};
  let before: Standing = {};
  for (const row of rows.filter(({ outcome }) => outcome === 'done')) {
    if (row.act === 'case-decided') [before, standing] = [standing, afterDecision(standing, row)];
    if (row.act === 'decision-taken-back') standing = before;
    if (row.act === 'confirmation-revoked') standing = { ...standing, ...refused(row, row.detail?.['code']) };
    if (row.act === 'case-refused') standing = refused(row, row.detail?.['reason']);
    // What two persons confirmed stays confirmed: that it lost its ground is counted as a recall.
    if (row.act === 'case-closed' && standing.outcome === undefined) standing = { outcome: { is: 'closed', at: row.at } };
    if (row.act === 'case-reopened') standing = {};
  }
  const { outcome, confirmedAt } = standing;
  return { openedAt, ...(outcome !== undefined && { outcome }), ...(confirmedAt !== undefined && { confirmedAt }) };
}

/** Whoever decides otherwise than the first person sends the Case back, and it waits again. */
function afterDecision({ first, outcome }: Standing, row: AuditEvent): Standing {
  const code = row.detail?.['code'];
  if (code !== 'confirmed-stolen') return first === undefined ? refused(row, code) : {};
  if (first === undefined || first === row.actor) return { first: row.actor, ...(outcome !== undefined && { outcome }) };
  return { outcome: { is: 'confirmed', at: row.at }, confirmedAt: row.at };
}

/** Holds are no outcome. */
function refused({ at }: AuditEvent, code: unknown): Standing {
  const reason = refusalReasons.find((each) => each === code);
  return reason === undefined ? {} : { outcome: { is: reason, at } };
}
