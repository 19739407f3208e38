/** A Match is one Listing against one StolenRecord: evidence for and against, in bits, and what follows from the total. */

import type { Identifier } from './identifier.ts';

/** How strongly one line speaks. Bits are log2 of a likelihood ratio, so lines add up and one more bit doubles the odds. */
export interface Evidence {
  /** `prior`, `offer`, `identifier`, `model`, `colour`, `storage`, `mark: engraving`, `stolen-time`, `place`, `photo`, `other-candidates`, `cap`, … */
  field: string;
  /** What each side says, shown side by side; never markup. */
  listingSays?: string;
  recordSays?: string;
  /** The comparison level reached: `equal`, `different`, `missing`, … */
  level: string;
  /** Positive speaks for, negative against. */
  bits: number;
  /** A plain sentence an officer can read aloud. */
  sentence: string;
  /** The find that this line rests on, so that the page can highlight it. */
  identifier?: Identifier;
}

/** A gate overrules any weight: it says why no Case may rest on this pair, whatever the bits. */
export interface Gate {
  gate: 'record-not-looked-for' | 'listed-before-theft' | 'owners-appeal' | 'not-a-device-for-sale';
  sentence: string;
}

/** The strongest kind of evidence a Match rests on. `description` alone may never go further than the review queue. */
export type EvidenceKind = 'imei' | 'partial-imei' | 'description';

/** What may follow from a Match without a person: never more than a place in the review queue (product rule 1). */
export type MatchAction = 'none' | 'review';

export interface Match {
  recordReference: string;
  evidenceKind: EvidenceKind;
  evidence: Evidence[];
  gates: Gate[];
  /** Contradictions a reviewer must see first: `model-differs`, `several-records`, `several-listings`. */
  flags: string[];
  /** Sum of the evidence lines. */
  bits: number;
  probability: number;
  action: MatchAction;
  /** Names the weights in force, so that an old Match can be computed again. */
  modelVersion: string;
  /** Names the survey of the market that chance was taken from: its moment, or `assumed` where there was none. */
  surveyVersion: string;
  /** Blocks of the index that held too much to be read whole, and what was read of them; absent when every one was. */
  narrowed?: string[];
}

/** The probability that log2 odds stand for: `3.3` bits is `0.91`. */
export function probabilityOfBits(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}
