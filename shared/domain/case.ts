/** A Case is a Match in the review queue. Its states and the moves between them are the table below; nothing else may move it. */

import type { CaseWork } from './case-work.ts';
import type { ListingKey } from './listing.ts';
import type { Match } from './match.ts';
import type { QualityCheck } from './quality.ts';
import type { Refusal } from './refusal.ts';

/**
 * `waiting`: rests on a description alone and waits for a place in the day's queue. `held`: one of a flood on one record or listing, kept
 * back until a person has looked at the flood's own Case. `opened`: waits for its evidence to be captured. `ready`: for a person.
 * `on-hold`: a person needs to know more, or another operation comes first. `second-check`: one person confirmed it and another is asked.
 * `confirmed`: two named persons agree; notices start from here, see confirmation.ts. `closed` says why in `closedBecause`.
 */
export const caseStates = ['waiting', 'held', 'opened', 'ready', 'on-hold', 'second-check', 'confirmed', 'closed'] as const;
export type CaseState = (typeof caseStates)[number];

/** What functions may do by themselves. What people do is in work-on-case.ts, and only people confirm, hold, or take back. */
const allowedMoves: Record<CaseState, readonly CaseState[]> = {
  waiting: ['opened', 'closed'],
  held: ['opened', 'closed'],
  opened: ['ready', 'closed'],
  ready: ['ready', 'closed'],
  'on-hold': ['closed'],
  'second-check': ['closed'],
  confirmed: ['closed'],
  closed: ['opened', 'waiting', 'held'],
};

/** What was decided keeps the comparison it was decided on. */
export const settledStates: readonly CaseState[] = ['confirmed', 'closed'];

/**
 * What a Case is about. `match`: this listing may be that device. `cloned`: the number is the record's and something else contradicts it,
 * so it may be copied; the contradiction comes first. `flood`: one record or listing suddenly fits too much, and the rest is held.
 */
export const caseKinds = ['match', 'cloned', 'flood'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** A contradiction beside an equal number makes a Case of its own kind. */
export function kindOfCase({ evidenceKind, flags }: Pick<Match, 'evidenceKind' | 'flags'>): Exclude<CaseKind, 'flood'> {
  return evidenceKind === 'imei' && flags.length > 0 ? 'cloned' : 'match';
}

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

export interface CaseAbout {
  /** Of the record: `Apple iPhone 13`. */
  model?: string;
  /** Of the record: `Hackney E8`. */
  area?: string;
  /** Of the listing, the platform's id for the seller or else the name it shows. */
  seller?: string;
}

export interface Case {
  /** Opaque and the same for the same pair, so that a pair is queued once however often it is found. */
  id: string;
  team: string;
  kind: CaseKind;
  /** Of a `flood`: whether the record or the listing fits too much. */
  floodOf?: 'record' | 'listing';
  state: CaseState;
  listing: ListingKey & { url: string; title: string; revision: number };
  match: Match;
  /** What record and listing said when they were compared, for asking the queue; absent in Cases from before it was kept. */
  about?: CaseAbout;
  /** Where all that the Match followed from is kept, so that it can be computed again; absent in Cases from before bases were kept. */
  basis?: string;
  openedAt: string;
  readyAt?: string;
  closedAt?: string;
  closedBecause?: string;
  /** A person's word that this is not the device, kept while it stands and after the Case was opened again. */
  refusal?: Refusal;
  /** Why a Case that was closed is open again, in sentences. */
  reopenedBecause?: string[];
  page?: CapturedPage;
  /** What people did with it; absent until the first act. */
  work?: CaseWork;
  /** Of a Case that only checks how people decide. Shown to nobody before it is decided. */
  check?: QualityCheck;
}
