/** A find while it is being read: places are still those of the readable text. */

import type { IdentifierKind } from '../identifier.ts';
import type { ReportingBodyStatus } from '../imei.ts';

/** The named facts behind a confidence; every one is shown to the reviewer. */
export interface Facts {
  /** `key`: a field name says so; `name`: the address of a file or a "sn" parameter; `none`: a number without any label. */
  label: 'imei' | 'imeisv' | 'meid' | 'serial' | 'device' | 'key' | 'name' | 'none';
  /** Words between label and number. */
  wordsBetween?: number;
  /** 14, 15 or 16 digits written; absent for a partial. */
  digits?: number;
  /** Whether the check digit is right, where one was written. */
  luhn?: boolean;
  reportingBody?: ReportingBodyStatus;
  /** What the nearest words call it instead. */
  calledOther?: 'other' | 'vague' | 'unknown' | 'contact' | 'price' | 'serial' | 'device';
  calledBy?: string;
  /** Digits read from look-alikes or ambiguous words, and how many readings of them pass. */
  doubtful?: number;
  readingsThatFit?: number;
  /** Written as words, with look-alikes, in several pieces, backwards. */
  words?: boolean;
  pieces?: number;
  reversed?: boolean;
  backwardsSaid?: boolean;
  /** Partial: digits shown, and whether a mask or a word ("ends") says that the rest is hidden. */
  known?: number;
  shownBy?: 'mask' | 'words' | 'nothing';
  /** A dummy is said to stand here. */
  example?: boolean;
  /** Bare numbers: grouped as no IMEI is. */
  oddGroups?: boolean;
  /** The second number of a list or pair. */
  follows?: boolean;
  /** Only in the markup, not on the screen. */
  unseen?: boolean;
  tac?: string;
  modelAgrees?: boolean;
}

export interface Find {
  kind: IdentifierKind;
  value?: string;
  pattern?: string;
  recovered?: boolean;
  alternatives?: string[];
  start: number;
  end: number;
  facts: Facts;
}
