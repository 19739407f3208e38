/** Weighs a pair by what the index holds of it, to choose which pairs are worth reading. */

import { sumOfBits } from './finding.ts';
import { bitsOfPartial } from './identifier-evidence.ts';
import type { Clue } from './index-keys.ts';
import { isAsked } from './number-keys.ts';
import type { Setting } from './offer.ts';
import type { Sketch } from './sketch.ts';
import { agreedModel, findingsOf } from './weigh.ts';
import type { IdentifierWeights } from './weights.ts';

/** A listing and a record, each as its entry sketches it, and by which parts of numbers they met. */
export interface SketchedPair {
  listing: Sketch;
  record: Sketch;
  clues: readonly Clue[];
}

/**
 * The odds (log2) that reading both sides would give, or more: digits that an entry does not tell are taken to agree where they may. So what
 * is hopeless here is hopeless, and both sides find the same pairs hopeful.
 */
export function oddsOfSketches({ listing, record, clues }: SketchedPair, { startBits, scales }: Setting): number {
  const identifierBits = mostIdentifierBits({ listing, record, clues }, scales);
  const findings = findingsOf(listing.profile, record.profile, { ...scales, identifierBits });
  return startBits + (identifierBits ?? 0) + sumOfBits(findings);
}

/** The strongest line that the identifiers of both sides may turn out to give; undefined where there are none to compare. */
function mostIdentifierBits({ listing, record, clues }: SketchedPair, scales: Setting['scales']): number | undefined {
  if (record.imeis === 0) return undefined;
  const weights = scales.model.identifier;
  const around = { imeis: record.imeis, agreed: agreedModel(listing.profile, record.profile, scales), weights };
  const lines = [
    ...clues.map((clue) => bitsOfClue(clue, around)),
    ...listing.shapes.map((shape) => {
      const bits = bitsOfPartial(shape, around);
      // Had all its digits agreed, they would have met by them.
      return isAsked(shape) ? Math.max(bits.differing, bits.oneDiffers ?? bits.differing) : bits.agreeing;
    }),
    ...(listing.imeis > 0 ? [otherNumberBits(record.imeis, weights)] : []),
  ];
  return lines.length === 0 ? undefined : Math.max(...lines);
}

function bitsOfClue(clue: Clue, around: Parameters<typeof bitsOfPartial>[1]): number {
  if (clue === 'slip') return around.weights.typoBits;
  if (clue === 'slot') return around.weights.siblingBits;
  return bitsOfPartial(clue.shape, around).agreeing;
}

function otherNumberBits(imeis: number, { bothSlotsDifferBits, otherSlotBits, otherNumberBits: stranger }: IdentifierWeights): number {
  return imeis > 1 ? bothSlotsDifferBits : Math.max(otherSlotBits, stranger);
}
