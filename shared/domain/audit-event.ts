/** One act on personal data, as the audit keeps it, and how each row is tied to the one before. */

import { createHash } from 'node:crypto';

export interface AuditEvent {
  /** ISO 8601 in UTC. */
  at: string;
  /** The id of a person, or the function that acted: `match`. */
  actor: string;
  /** What colleagues call that person; absent for functions. */
  actorName?: string;
  /** `record-withdrawn`, `case-opened`, `case-viewed`, … */
  act: string;
  subject: { kind: string; id: string };
  outcome: 'attempted' | 'done' | 'refused';
  /** What else must be known to understand the act; no identifiers in full. */
  detail?: Record<string, unknown>;
}

/** A row's place in the chain of rows that one writer wrote one after another (docs/decisions/0018). */
export interface ChainLink {
  /** Names the chain; drawn at random by its writer. */
  chain: string;
  /** From 1 on, without gaps. */
  number: number;
  /** `hash` of the row before; CHAIN_START for the first. */
  previous: string;
}

/** Rows from before chains were kept have neither link nor hash. */
export type AuditRow = AuditEvent & Partial<ChainLink> & { hash?: string };
export type ChainedRow = AuditEvent & ChainLink & { hash: string };

/** Fencewatch is younger than this: a period that begins here reaches back to the first row. */
export const firstDayOfAudit = '2026-11-01';

/** Orders any list of rows, by time and then by content, and names a row in it: the very same event has the same position. */
export function positionOf({ at, actor, act, subject, outcome, detail }: AuditEvent): string {
  const digest = createHash('sha256').update(JSON.stringify({ at, actor, act, subject, outcome, detail }));
  return `${at}#${digest.digest('base64url').slice(0, 22)}`;
}

export const CHAIN_START = '0'.repeat(64);

export function chained(event: AuditEvent, link: ChainLink): ChainedRow {
  const row = { ...event, ...link };
  return { ...row, hash: hashOf(row) };
}

/** SHA-256, hexadecimal, of all that a row says but its own hash: another order of the fields is the same row, another letter is not. */
export function hashOf({ hash: _hash, ...row }: AuditRow): string {
  return createHash('sha256')
    .update(JSON.stringify(inOrder(row)))
    .digest('hex');
}

/** Fields of objects sorted by name, so that a row has the same text whatever a database does to its fields. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, field]) => [name, inOrder(field)]));
}
