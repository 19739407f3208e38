/** What a version of the weights consists of; the numbers and their reasons are in the file of the version. */

import type { OfferSign } from './understanding/offer-signs.ts';

/** Probabilities of agreeing given the same phone (`m`); what strangers do (`u`) is estimated from listings. */
export interface MatchingModel {
  /** Names this set of numbers: `2026-11-22`. A changed number is a new version, never an edit. */
  version: string;
  prior: {
    /** Share of phone offers that are a phone on the list, before anything else is known of the offer. */
    listedShare: number;
    /** The offer's own signs may move its prior by at most this many bits. */
    capBits: number;
  };
  identifier: IdentifierWeights;
  model: { same: number; familyBits: number; otherBits: number; makeAgrees: number };
  storage: { same: number; differentBits: number };
  colour: { equal: number; neighbourBits: number; differentBits: number };
  /** Share of sold stolen phones offered within so many days of the theft, in order. */
  time: { upToDays: number; share: number; assumed: number }[];
  /** Share of sold stolen phones offered within so many kilometres of the theft, and of strangers' phones. */
  place: { upToKm: number; share: number; assumed: number }[];
  placeWords: { sharedBits: number; differentBits: number };
  network: { sameLock: number; unlocked: number; otherLock: number; stayedUnlocked: number };
  battery: { atMostBelow: number; bits: number }[];
  mark: MarkWeights;
  photo: { nearDistance: number; nearBits: number; stockFrom: number };
  seller: SellerWeights;
  /** Whether contradictions of an equal number are lines of their own, as in every version from 2026-11-27 on. */
  contradictionLines?: boolean;
  caps: { exact: number; partial: number; ownerReported: number; contradicted: number; description: number };
  /** Two-parameter logistic on the log-odds, per kind of evidence: `bits * slope + shift`. */
  calibration: Record<'imei' | 'partial-imei' | 'description', { slope: number; shift: number }>;
  /** A Match at or above this probability earns a place in the review queue. */
  reviewFrom: number;
  /** How long before the recorded theft an advert may have been placed and still be read as after it, in hours. */
  theftToleranceHours: { day: number; minute: number };
  assumed: AssumedShares;
}

/** Bits for what identifiers of both sides can be to one another. */
export interface IdentifierWeights {
  bitsPerDigit: number;
  serialBits: number;
  agrees: number;
  tacBits: { digits: number; bits: number }[];
  tacBitsWithModel: { apple: number; samsung: number; other: number };
  typoBits: number;
  siblingBits: number;
  otherNumberBits: number;
  otherSlotBits: number;
  bothSlotsDifferBits: number;
  digitConflictBits: number;
  tailShownBits: number;
}

interface MarkWeights {
  both: number;
  bothCapBits: number;
  onlySellerBits: number;
  onlyRecordBits: number;
  valueAgrees: number;
  valueCapBits: number;
  valueUnread: number;
  otherValueBits: number;
  rareSilentBits: number;
  rareUnknownToRecordBits: number;
  removable: { kinds: string[]; otherValueBits: number; silentBits: number; unknownToRecordBits: number; capBits: number };
}

interface SellerWeights {
  accountDays: { below: number; bits: number }[];
  priceZ: { below: number; bits: number }[];
  shopBits: number;
  shopFromListings: number;
  severalPhonesBits: number;
  /** What the seller says of the offer. */
  says: Record<Exclude<OfferSign, 'shop'>, number>;
}

/** What strangers' listings look like where none have been counted yet. */
export interface AssumedShares {
  makes: Record<string, number>;
  otherMake: number;
  storage: Record<number, number>;
  colours: Record<string, number>;
  marks: Record<string, number>;
  otherMark: number;
  markValue: number;
  unlocked: number;
  otherNetwork: number;
  /** Counted listings that outweigh the assumption. */
  strength: number;
}
