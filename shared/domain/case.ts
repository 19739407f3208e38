/** A Case is a Match in the review queue. Its states and the moves between them are the table below; nothing else may move it. */

import type { ListingKey } from './listing.ts';
import type { Match } from './match.ts';

export const caseStates = ['opened', 'ready', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

/** `opened` waits for its evidence to be captured, `ready` for a person; `closed` says why in `closedBecause`. */
const allowedMoves: Record<CaseState, readonly CaseState[]> = {
  opened: ['ready', 'closed'],
  ready: ['ready', 'closed'],
  closed: ['opened'],
};

function mayMove(from: CaseState, to: CaseState): boolean {
  return allowedMoves[from].includes(to);
}

/** The states from which a move to `to` is allowed: what a conditional write demands. */
export function statesBefore(to: CaseState): CaseState[] {
  return caseStates.filter((from) => mayMove(from, to));
}

/** One captured piece: the page as fetched when the Case was opened. */
export interface CapturedPage {
  capturedAt: string;
  /** Key in the evidence bucket; absent when the page could not be had, and then `outcome` says why. */
  key?: string;
  /** SHA-256 of the bytes, hexadecimal. */
  sha256?: string;
  outcome: string;
}

export interface Case {
  /** Opaque and the same for the same pair, so that a pair is queued once however often it is found. */
  id: string;
  team: string;
  state: CaseState;
  listing: ListingKey & { url: string; title: string; revision: number };
  match: Match;
  openedAt: string;
  readyAt?: string;
  closedAt?: string;
  closedBecause?: string;
  page?: CapturedPage;
}
