/** A Decision is what a person concluded of a Case, with a reason code. Nothing that leaves the building rests on one person's alone. */

import type { Person } from './person.ts';
import { type RefusalReason, refusalReasons } from './refusal.ts';

/**
 * `confirmed-stolen` asks for a second person; the next four refuse the pair and close the Case; the last two put it on hold: more must be
 * found out, or another operation may be harmed by acting now (de-confliction).
 */
export const decisionCodes = ['confirmed-stolen', ...refusalReasons, 'needs-information', 'deconfliction-hold'] as const;
export type DecisionCode = (typeof decisionCodes)[number];

/** Whether a code is one of the four that refuse the pair. */
export function isRefusalReason(code: DecisionCode): code is RefusalReason {
  return refusalReasons.some((reason) => reason === code);
}

/** Where each code leads when the first person decides; the second only confirms, or sends the Case back to be decided anew. */
export const firstDecisionLeadsTo = {
  'confirmed-stolen': 'second-check',
  'not-the-device': 'closed',
  'legitimate-sale': 'closed',
  'record-wrong': 'closed',
  'cannot-tell': 'closed',
  'needs-information': 'on-hold',
  'deconfliction-hold': 'on-hold',
} as const satisfies Record<DecisionCode, string>;

/** `second`: another person's, about the confirmation of the first. `revocation`: what both had confirmed was taken back afterwards. */
export const decisionStages = ['first', 'second', 'revocation'] as const;
export type DecisionStage = (typeof decisionStages)[number];
/** Of a person whose turn it is. */
export type TurnStage = Exclude<DecisionStage, 'revocation'>;

export interface Decision {
  by: PersonName;
  /** ISO 8601 in UTC. It takes effect `undoWindowSeconds` later: see `takesEffectAt`. */
  at: string;
  stage: DecisionStage;
  code: DecisionCode;
  /** In the person's own words: what is wrong with the record, what is missing, why the first was not followed. */
  note?: string;
  /** Of a hold: ISO 8601 in UTC; from then on the Case is ready again. */
  holdUntil?: string;
  /** The Revision and the basis of the Match that the person had before them. */
  revision: number;
  basis?: string;
  /** Id of the flood's Case whose decision this one followed. */
  withFlood?: string;
  /** When the person took it back; it then counts for nothing and stays on record. */
  undoneAt?: string;
}

/** Who, as pages and audit rows name them. */
export type PersonName = Pick<Person, 'id' | 'name'>;

/** How long a person may take a decision back before it takes effect. */
const undoWindowSeconds = 60;

/** ISO 8601 in UTC. Until then nobody but its maker may touch the Case, and nothing may follow from the decision; a revocation has no such time. */
export function takesEffectAt({ at, stage }: Pick<Decision, 'at' | 'stage'>): string {
  if (stage === 'revocation') return at;
  return new Date(new Date(at).getTime() + undoWindowSeconds * 1000).toISOString();
}

/** Long enough for a paragraph; shown whole on the page. */
export const longestNote = 1000;
/** Shorter ones say nothing to a colleague. */
const shortestNote = 5;

/** Longest hold, in days; a person may put the Case on hold again. */
export const longestHoldDays = 90;

/** What a decision must come with, by the person's place and the code. */
export function fieldsAskedFor(stage: TurnStage, code: DecisionCode): { note: boolean; holdDays: boolean; evidence: boolean } {
  if (code === 'confirmed-stolen') return { note: false, holdDays: false, evidence: true };
  if (stage === 'second') return { note: true, holdDays: false, evidence: false };
  const isHold = firstDecisionLeadsTo[code] === 'on-hold';
  return { note: isHold || code === 'record-wrong', holdDays: isHold, evidence: false };
}

/** What a note is worth without the blanks around it; undefined when that is too little to count as one. */
export function noteOf(text: string | undefined): string | undefined {
  const note = text?.trim().slice(0, longestNote) ?? '';
  return note.length >= shortestNote ? note : undefined;
}
