/** Identifiers beside identifiers: equal, one slip apart, the other slot of one phone, partly seen, or another number. */

import { comparisonKey, type Identifier, maskIdentifier } from '../identifier.ts';
import { isDoubted } from '../identifiers/belonging.ts';
import { isImei } from '../imei.ts';
import type { StolenRecord } from '../stolen-record.ts';
import type { Finding } from './finding.ts';
import type { IdentifierWeights } from './weights.ts';

type IdentifierLevel =
  | 'equal'
  | 'equal, in doubt'
  | 'one slip apart'
  | 'other slot'
  | 'known digits agree'
  | 'one known digit differs'
  | 'known digits differ'
  | 'another number';

/** Keeps the find it rests on, so that the page can highlight where it stood. */
export interface IdentifierFinding extends Finding {
  level: IdentifierLevel;
  identifier: Identifier;
}

/** The make, whether the model agrees or no more than the make, and what that weighed. */
export interface AgreedModel {
  make: string;
  level: 'same' | 'make';
  bits: number;
}

interface Question {
  finds: Identifier[];
  record: Pick<StolenRecord, 'identifiers' | 'make'>;
  /** The make that the advert names. */
  offeredMake?: string | undefined;
  /** What the described models agree in already, so that the TAC does not count it again. */
  agreed?: AgreedModel | undefined;
  weights: IdentifierWeights;
  /** What an equal number and an equal model speak for the record together where the number may be somebody else's. */
  doubtedBits: number;
}

/** The strongest line the identifiers of both sides give, or undefined where one side has none that can be compared. */
export function identifierFinding(question: Question): IdentifierFinding | undefined {
  const { finds, record } = question;
  if (finds.length === 0 || record.identifiers.length === 0) return undefined;
  const findings = finds.flatMap((find) => compareFind(find, question) ?? []);
  return findings.toSorted((a, b) => b.bits - a.bits || b.identifier.confidence - a.identifier.confidence)[0];
}

function compareFind(find: Identifier, question: Question): IdentifierFinding | undefined {
  const known = question.record.identifiers;
  const key = comparisonKey(find);
  const equal = key === undefined ? undefined : known.find((own) => comparisonKey(own) === key);
  if (isDoubted(find)) return equal?.value === undefined ? undefined : line(find, equal.value, 'equal, in doubt', bitsInDoubt(question));
  if (equal?.value !== undefined) {
    const bits = find.kind === 'serial' ? question.weights.serialBits : 14 * question.weights.bitsPerDigit;
    return line(find, equal.value, 'equal', bits);
  }
  const imeis = known.flatMap((own) => (own.value !== undefined && /^imei/.test(own.kind) ? own.value : []));
  if (imeis.length === 0 || find.kind === 'serial' || find.kind === 'meid') return undefined;
  return find.kind === 'partial' ? comparePartial(find, imeis, question) : compareComplete(find, imeis, question);
}

/** A neighbour is of the same model because adverts are shown beside their like: the model that agrees is counted once, as the model's. */
function bitsInDoubt({ doubtedBits, agreed }: Question): number {
  return Math.max(0, doubtedBits - Math.max(0, agreed?.bits ?? 0));
}

function compareComplete(find: Identifier, imeis: string[], { record, offeredMake, weights }: Question): IdentifierFinding | undefined {
  const shown = find.value ?? '';
  const slip = imeis.find((own) => (!isImei(shown) || !isImei(own)) && isSlip(shown, own));
  if (slip !== undefined) return line(find, slip, 'one slip apart', weights.typoBits);
  const sibling = imeis.find((own) => isSibling(shown, own, [record.make, offeredMake]));
  if (sibling !== undefined && imeis.length === 1) return line(find, sibling, 'other slot', weights.siblingBits);
  const [own = ''] = imeis;
  if (imeis.length > 1) return line(find, own, 'another number', weights.bothSlotsDifferBits);
  const sameTac = shown.slice(0, 8) === own.slice(0, 8);
  return line(find, own, 'another number', sameTac ? weights.otherSlotBits : weights.otherNumberBits);
}

/** Two slots of one phone: neighbouring numbers under one TAC; or, on a Samsung, one number under two TACs. An unknown make may be any. */
function isSibling(a: string, b: string, makes: (string | undefined)[]): boolean {
  const [numberA, numberB] = [Number(a.slice(8, 14)), Number(b.slice(8, 14))];
  if (a.slice(0, 8) === b.slice(0, 8)) return Math.abs(numberA - numberB) === 1;
  return numberA === numberB && makes.every((make) => make === undefined || /samsung/i.test(make));
}

/** One digit changed, or two neighbours swapped, in fifteen; a digit lost or added shifts the rest and is not looked for. */
function isSlip(a: string, b: string): boolean {
  if (a.length !== 15 || b.length !== 15) return false;
  const off = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  if (off.length === 1) return true;
  const [first = 0, second = 0] = off;
  return off.length === 2 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}

function comparePartial(find: Identifier, imeis: string[], { agreed, weights }: Question): IdentifierFinding | undefined {
  const pattern = find.pattern ?? '';
  if (pattern.length !== 15) return undefined;
  const compared = imeis.map((own) => ({ own, conflicts: conflictsOf(pattern, own) })).toSorted((a, b) => a.conflicts - b.conflicts);
  const best = compared[0];
  if (!best) return undefined;
  const bits = bitsOfPartial(pattern, { imeis: imeis.length, agreed, weights });
  if (best.conflicts === 0)
    return { ...line(find, best.own, 'known digits agree', bits.agreeing), byChance: 2 ** -bitsOfPattern(pattern, weights, agreed) };
  if (best.conflicts === 1 && bits.oneDiffers !== undefined) return line(find, best.own, 'one known digit differs', bits.oneDiffers);
  return line(find, best.own, 'known digits differ', bits.differing);
}

/** What a partial number can come to; its known digits may be any, so `???????????0000` stands for all that show four last digits. */
export function bitsOfPartial(
  pattern: string,
  { imeis, agreed, weights }: { imeis: number; agreed?: AgreedModel | undefined; weights: IdentifierWeights },
): { agreeing: number; oneDiffers?: number; differing: number } {
  const agreement = bitsOfPattern(pattern, weights, agreed);
  const known = pattern.length - countUnknown(pattern);
  return {
    agreeing: agreement + Math.log2(weights.agrees) + (pattern.startsWith('????') ? weights.tailShownBits : 0),
    // One wrong digit among many is a slip; among four it is another number.
    ...(known >= 9 && { oneDiffers: agreement - weights.bitsPerDigit + weights.digitConflictBits }),
    differing: imeis > 1 ? weights.digitConflictBits : weights.otherNumberBits,
  };
}

function conflictsOf(pattern: string, own: string): number {
  let conflicts = 0;
  for (let at = 0; at < 15; at++) if (pattern[at] !== '?' && pattern[at] !== own[at]) conflicts++;
  return conflicts;
}

function countUnknown(pattern: string): number {
  return pattern.split('?').length - 1;
}

/** What a stranger's number would have to hit: TAC digits weigh little because few TACs carry the market, the others log2(10) each. */
export function bitsOfPattern(pattern: string, weights: IdentifierWeights, agreed?: AgreedModel): number {
  const tacDigits = [...pattern.slice(0, 8)].filter((digit) => digit !== '?').length;
  const serialDigits = [...pattern.slice(8)].filter((digit) => digit !== '?').length;
  // A tail that reaches into the TAC shows its last digits, which tell variants apart: the table is of first digits, and close enough.
  const tac = weights.tacBits.findLast(({ digits }) => digits <= tacDigits)?.bits ?? 0;
  return serialDigits * weights.bitsPerDigit + (agreed === undefined ? tac : tacBitsBeside(tac, agreed, weights));
}

/** A TAC names make and model: beside an agreeing model it only tells variants apart, beside an agreeing make it is worth that much less. */
function tacBitsBeside(tac: number, { make, level, bits }: AgreedModel, weights: IdentifierWeights): number {
  const variant = Math.min(tac, tacBitsGivenModel(make, weights));
  return level === 'same' ? variant : Math.max(variant, tac - bits);
}

function tacBitsGivenModel(make: string, { tacBitsWithModel }: IdentifierWeights): number {
  if (make === 'apple') return tacBitsWithModel.apple;
  return make === 'samsung' ? tacBitsWithModel.samsung : tacBitsWithModel.other;
}

function line(find: Identifier, own: string, level: IdentifierLevel, bits: number): IdentifierFinding {
  const listingSays = find.value === undefined ? (find.pattern ?? '') : maskIdentifier(find.value);
  return { field: 'identifier', listingSays, recordSays: maskIdentifier(own), level, bits, identifier: find };
}
