/** One Listing against one StolenRecord: gates, contradictions, and lines of evidence whose bits sum to the total. */

import { type Evidence, type Match, probabilityOfBits } from '../match.ts';
import { contradictionsOf } from './contradictions.ts';
import { exactIdentifierLine } from './exact-identifier.ts';
import { gatesOf } from './gates.ts';
import type { Comparison } from './sides.ts';

/** Compares one pair. Pure: the same pair in the same context under the same model version gives the same bits, always. */
export function compareListingWithRecord(comparison: Comparison): Match {
  const { record, context } = comparison;
  const gates = gatesOf(comparison);
  const identifier = exactIdentifierLine(comparison);
  const flags = identifier ? contradictionsOf(comparison) : [];
  const evidence = withCap([priorLine(comparison), ...(identifier ? [identifier] : [])], capOf(comparison, flags));
  const bits = sumOfBits(evidence);
  const probability = probabilityOfBits(bits);
  const reviewable = gates.length === 0 && probability >= context.model.reviewFrom;
  return {
    recordReference: record.reference,
    evidenceKind: identifier ? 'imei' : 'description',
    evidence,
    gates,
    flags,
    bits,
    probability,
    action: reviewable ? 'review' : 'none',
    modelVersion: context.model.version,
  };
}

function priorLine({ context }: Comparison): Evidence {
  const records = Math.max(1, context.activeRecords);
  return {
    field: 'prior',
    level: 'start',
    bits: Math.log2(context.model.listedShare / records),
    sentence: `Before looking, one listing in ${Math.round(1 / context.model.listedShare)} is a listed phone, and it could be any of ${records}.`,
  };
}

function capOf({ record, context }: Comparison, flags: string[]): number {
  const { exactCap, ownerReportedCap, contradictedCap } = context.model.identifier;
  const caps = [exactCap];
  if (record.grade === 'owner-reported') caps.push(ownerReportedCap);
  if (flags.length > 0) caps.push(contradictedCap);
  return Math.min(...caps);
}

/** Adds the line that takes away what exceeds the cap, so that the bars still sum. */
function withCap(evidence: Evidence[], cap: number): Evidence[] {
  const ceiling = bitsOfProbability(cap);
  const excess = sumOfBits(evidence) - ceiling;
  if (excess <= 0) return evidence;
  const sentence = `No evidence of this kind counts for more than ${Math.round(cap * 100)} in 100 before a person has looked.`;
  return [...evidence, { field: 'cap', level: 'capped', bits: -excess, sentence }];
}

function bitsOfProbability(probability: number): number {
  return Math.log2(probability / (1 - probability));
}

function sumOfBits(evidence: Evidence[]): number {
  return evidence.reduce((sum, line) => sum + line.bits, 0);
}
