/**
 * A Refusal is a person's word that a Listing is not the stolen device. The pair does not come back to the queue until its evidence
 * changes or the Refusal runs out: the same rejected match again is what makes officers stop opening a queue.
 */

import type { Evidence, Match } from './match.ts';

/** Why a pair was refused; a confirmed pair is no Refusal. */
export const refusalReasons = ['not-the-device', 'legitimate-sale', 'record-wrong', 'cannot-tell'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** What one line of evidence said when the pair was refused: which level a field reached, and what each side said. */
export interface RefusedPoint {
  field: string;
  level: string;
  listingSays?: string;
  recordSays?: string;
}

export interface Refusal {
  reason: RefusalReason;
  /** Who refused, by the name the audit knows. */
  by: string;
  /** ISO 8601 in UTC. */
  at: string;
  /** ISO 8601 in UTC; from then on the same evidence is asked about once more. */
  until: string;
  points: RefusedPoint[];
}

/** "Cannot tell" is asked again when memory has faded and records have been completed; the others are facts about the pair. */
const daysRemembered: Record<RefusalReason, number> = {
  'not-the-device': 365,
  'legitimate-sale': 365,
  'record-wrong': 90,
  'cannot-tell': 30,
};

/** Lines about the list, the offer or the arithmetic: they move with every import and every price, and say nothing new of the pair. */
const notOfThePair = new Set(['prior', 'offer', 'other-candidates', 'calibration', 'cap']);

const dayMs = 86_400_000;

export function refuse(match: Match, { reason, by, at }: { reason: RefusalReason; by: string; at: Date }): Refusal {
  const until = new Date(at.getTime() + daysRemembered[reason] * dayMs).toISOString();
  return { reason, by, at: at.toISOString(), until, points: pointsOf(match) };
}

/** The evidence of a Match as a Refusal remembers it. Weights are left out: another version of the model is no new evidence. */
function pointsOf({ evidence }: Pick<Match, 'evidence'>): RefusedPoint[] {
  return evidence.filter(({ field }) => !notOfThePair.has(field)).map(pointOf);
}

function pointOf({ field, level, listingSays, recordSays }: Evidence): RefusedPoint {
  return { field, level, ...(listingSays !== undefined && { listingSays }), ...(recordSays !== undefined && { recordSays }) };
}

/**
 * Why a refused pair may come back, in sentences for the officer who sees it again; empty while it may not.
 *
 * A field counts as changed when the level it reaches is another one, or when one side says another thing there; a price, a new photo order
 * or a longer list of records change nothing.
 */
export function reasonsToAskAgain(refusal: Refusal, match: Match, now: Date): string[] {
  const before = new Map(refusal.points.map((point) => [point.field, point]));
  const after = new Map(pointsOf(match).map((point) => [point.field, point]));
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap((field) =>
    changeOf(field, before.get(field), after.get(field)),
  );
  if (changes.length > 0) return changes;
  return now.toISOString() >= refusal.until ? [`The refusal of ${refusal.at.slice(0, 10)} has run out.`] : [];
}

function changeOf(field: string, before: RefusedPoint | undefined, after: RefusedPoint | undefined): string[] {
  if (before === undefined) return [`${named(field)} is now compared: ${after?.level}.`];
  if (after === undefined) return [`${named(field)} is no longer compared; it was: ${before.level}.`];
  if (before.level !== after.level) return [`${named(field)} was "${before.level}" and is now "${after.level}".`];
  if (before.listingSays !== after.listingSays) return [`What the advert says of ${named(field).toLowerCase()} has changed.`];
  if (before.recordSays !== after.recordSays) return [`What the report says of ${named(field).toLowerCase()} has changed.`];
  return [];
}

/** `mark: engraving` → `Mark: engraving`. */
function named(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1).replaceAll('-', ' ');
}
