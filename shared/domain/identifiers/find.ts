/** A find while it is being read: places are still those of the readable text. */

import type { IdentifierKind } from '../identifier.ts';
import type { ReportingBodyStatus } from '../imei.ts';
import type { PerhapsOf } from './belonging.ts';

/** The named facts behind a confidence, and nothing else is behind it; every one is shown to the reviewer as a feature of the find. */
export interface Facts {
  /** What announces the number. `device`: "handset id"; `name`: the address of a file or a "sn" parameter; `none`: nothing does. */
  label: 'imei' | 'imeisv' | 'meid' | 'serial' | 'device' | 'name' | 'none';
  /** The label as it was read (`imei`, `lmei`, `串号`) and the language of its words: `de`; `de, nl`; `any` for the bare letters. */
  labelWord?: string;
  labelLanguage?: string;
  /** Words between label and number. */
  wordsBetween?: number;
  /** 14, 15 or 16 digits written; absent for a partial. */
  digits?: number;
  /** Fourteen and sixteen digits are written without one. */
  checkDigit?: 'right' | 'wrong' | 'not written';
  reportingBody?: ReportingBodyStatus;
  /** What the nearest words call it instead. */
  calledOther?: 'other' | 'vague' | 'unknown' | 'contact' | 'price' | 'serial' | 'device';
  calledBy?: string;
  /** Digits read from look-alikes or ambiguous words, and how many readings of them pass. */
  doubtfulDigits?: number;
  readingsThatFit?: number;
  /** Written as words, in several pieces, backwards; whether words near by say that it is backwards. */
  words?: boolean;
  pieces?: number;
  reversed?: boolean;
  backwardsSaid?: boolean;
  /** Partial: digits shown, and whether a mask or a word ("ends") says that the rest is hidden. */
  known?: number;
  shownBy?: 'mask' | 'words' | 'nothing';
  /** A dummy is said to stand here. */
  example?: boolean;
  /** "This is not the IMEI". */
  denied?: boolean;
  /** Bare numbers: grouped as no IMEI is. */
  oddGroups?: boolean;
  /** The second number of a list or pair. */
  follows?: boolean;
  /** Only in the markup, not on the screen. */
  unseen?: boolean;
  /** What the first eight digits name (`Apple iPhone 6`), and whether it is what the listing offers; absent where nobody can tell. */
  tac?: string;
  modelAgrees?: boolean;
  /** Whose number it may be instead of the listing's. */
  perhapsOf?: PerhapsOf;
  /** How often the same identifier stood in the listing, where more than once. */
  times?: number;
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
