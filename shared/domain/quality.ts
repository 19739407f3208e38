/**
 * How good decisions are: by golden Cases, whose answer is known, and by second looks at what one person refused. Both come up as ordinary Cases, so
 * that nobody decides them otherwise than the rest.
 */

import type { Case } from './case.ts';
import { type Decision, type DecisionCode, isRefusalReason } from './decision.ts';

/** `golden`: the answer is known for sure. `second-look`: another person refused the pair and is the answer to agree with. */
export type CheckKind = 'golden' | 'second-look';

/** Of a Case that only asks how a person decides: no refusal, no confirmation and no notice ever follows from it. */
export interface QualityCheck {
  kind: CheckKind;
  /** Id of the Case it is a copy of. */
  of: string;
  answer: DecisionCode;
  /** Id of the person whose decision is looked at again. */
  notBy?: string;
}

/** One decision as the figures count it. Who made it is not among them: they are about a team. */
export interface DecisionRow {
  team: string;
  caseId: string;
  /** ISO 8601 in UTC. */
  at: string;
  stage: Decision['stage'];
  code: DecisionCode;
  /** From taking the Case in hand to deciding it. */
  seconds: number;
  check?: Pick<QualityCheck, 'kind' | 'answer'>;
  undone?: boolean;
}

/** What became of the checks of one kind. `unsure`: cannot tell, or a hold; that is neither right nor wrong. */
export interface Agreement {
  agreed: number;
  disagreed: number;
  unsure: number;
}

export interface Quality {
  /** Those that were not taken back. */
  decisions: number;
  /** Undefined while nothing was decided. */
  medianSeconds: number | undefined;
  golden: Agreement;
  secondLooks: Agreement;
}

/** Of every twenty refusals one is looked at again. */
const looksPerRefusals = 20;

/**
 * The Case that brings a refusal before a second person; undefined for those that are not drawn. `draw` is a number from 0 up to 1 that nobody who decides
 * can know beforehand. A flood's decision is about many pairs and is not drawn, and
 * "cannot tell" gives nothing to agree with.
 */
export function secondLookAt(item: Case, { id, draw }: { id: string; draw: number }): Case | undefined {
  const decision = item.work?.decisions.at(-1);
  if (decision === undefined || item.check || item.kind === 'flood' || draw >= 1 / looksPerRefusals) return undefined;
  if (sideOf(decision.code) !== 'not') return undefined;
  return checkCopyOf(item, { id, check: { kind: 'second-look', of: item.id, answer: decision.code, notBy: decision.by.id } });
}

/** A copy that looks like any other Case that is ready: as old, as strong, with the same evidence, and without what anybody said of it. */
export function checkCopyOf(item: Case, { id, check }: { id: string; check: QualityCheck }): Case {
  const { work: _work, refusal: _refusal, reopenedBecause: _because, closedAt: _at, closedBecause: _closed, ...seen } = item;
  return { ...seen, id, state: 'ready', check };
}

export function qualityOf(rows: readonly DecisionRow[]): Quality {
  const standing = rows.filter(({ undone }) => undone !== true);
  const seconds = standing.map((row) => row.seconds).sort((a, b) => a - b);
  return {
    decisions: standing.length,
    medianSeconds: seconds[Math.floor(seconds.length / 2)],
    golden: agreementOf(standing, 'golden'),
    secondLooks: agreementOf(standing, 'second-look'),
  };
}

function agreementOf(rows: readonly DecisionRow[], kind: CheckKind): Agreement {
  const agreement: Agreement = { agreed: 0, disagreed: 0, unsure: 0 };
  for (const { check, code } of rows) if (check?.kind === kind) agreement[verdictOn(check.answer, code)] += 1;
  return agreement;
}

/** Which refusal it was is a finer point: what counts is whether an honest seller, or a stolen phone, was told apart. */
function verdictOn(answer: DecisionCode, code: DecisionCode): keyof Agreement {
  const [expected, given] = [sideOf(answer), sideOf(code)];
  if (given === 'unsure' || expected === 'unsure') return 'unsure';
  return expected === given ? 'agreed' : 'disagreed';
}

function sideOf(code: DecisionCode): 'stolen' | 'not' | 'unsure' {
  if (code === 'confirmed-stolen') return 'stolen';
  return code === 'cannot-tell' || !isRefusalReason(code) ? 'unsure' : 'not';
}

/** `2026-W47`: the week of a moment, from Monday on (ISO 8601). */
export function weekOf(at: Date): string {
  const day = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
  // The week belongs to the year of its Thursday.
  day.setUTCDate(day.getUTCDate() + 4 - (day.getUTCDay() || 7));
  const yearStart = Date.UTC(day.getUTCFullYear(), 0, 1);
  const week = Math.ceil(((day.getTime() - yearStart) / 86_400_000 + 1) / 7);
  return `${day.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
}
