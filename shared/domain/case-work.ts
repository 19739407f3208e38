/** What people have done with a Case: who has it in hand, who opened the evidence, what was decided. Moves are made in work-on-case.ts. */

import type { Decision, PersonName } from './decision.ts';
import type { Refusal } from './refusal.ts';

/** One person has the Case in hand and nobody else decides it. A claim runs out by itself: whoever goes home blocks nobody. */
export interface Claim {
  by: PersonName;
  /** ISO 8601 in UTC, as `until`. */
  at: string;
  until: string;
  /** Who handed it over, and what for. */
  from?: PersonName;
  note?: string;
}

/** A person had the captured evidence on the screen, as it stood with this Revision. */
export interface EvidenceOpened {
  by: PersonName;
  at: string;
  revision: number;
}

/** What a decision replaced, kept so that its maker may take it back until it takes effect. */
export interface UndoSlot {
  by: string;
  /** When the decision was made. */
  at: string;
  /** The state that the decision led to, and the one to go back to. */
  to: string;
  back: 'waiting' | 'held' | 'opened' | 'ready' | 'second-check';
  /** The earlier refusal of the pair, where there was one. */
  refusal?: Refusal;
}

export interface CaseWork {
  /** Counts every act, so that of two at once the second is judged by what the first one left. */
  version: number;
  claim?: Claim;
  /** One entry a person, the newest. */
  opened: EvidenceOpened[];
  /** Oldest first: all that were ever made on this pair, those taken back and those before it was opened again among them. */
  decisions: Decision[];
  undo?: UndoSlot;
}

export const noWork: CaseWork = { version: 0, opened: [], decisions: [] };

/** The claim that stands at a moment; one that ran out is none. */
export function claimAt({ claim }: Pick<CaseWork, 'claim'>, at: Date): Claim | undefined {
  return claim !== undefined && claim.until > at.toISOString() ? claim : undefined;
}

/** The last decisions that nobody took back, oldest first. */
export function standingDecisions({ decisions }: Pick<CaseWork, 'decisions'>): Decision[] {
  return decisions.filter(({ undoneAt }) => undoneAt === undefined);
}
