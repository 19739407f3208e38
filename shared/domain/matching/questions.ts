/** What one side asks the index about the other, from the keys it is filed under itself. */

import { coloursOf, familyPartition, modelsOf, monthOf, storageOf, unsaid } from './description-keys.ts';
import type { Block, Clue, IndexKey, Side } from './index-keys.ts';
import { matchLimits } from './match-limits.ts';
import { dayOf, type Sketch } from './sketch.ts';

/** One range of one partition. */
export interface Question {
  block: Block;
  partition: string;
  /** Whose entries are wanted. */
  side: Side;
  /** What the order of an entry begins with: `["iPhone 13", "128"]`. */
  within: string[];
  /** Days (`2026-11-08`), both included, where the day is what follows. */
  notBefore?: string;
  notAfter?: string;
  /** Digits that must not contradict those of an entry. */
  digits?: string;
  head?: string;
  /** What it means that a record is found so. */
  clue?: Clue;
}

/** Who asks, and when: thefts after an offer are not in it, and offers later than now are not there yet. */
export interface Asker {
  side: Side;
  sketch: Sketch;
  /** How long after an offer a theft may be dated and still be the one, in milliseconds. */
  toleranceMs: number;
  now: number;
}

/** Questions by parts of numbers, marks and photos: one for each key. */
export function clueQuestions(keys: readonly IndexKey[], asker: Asker): Question[] {
  const side = otherSide(asker.side);
  return keys
    .filter(({ block }) => block !== 'exact' && block !== 'family')
    .map(({ order, ...key }) => ({ ...key, side, within: [], ...(order.length > 0 && dayBounds(asker)) }));
}

/** How far a family's block is narrowed: to the model named, then its storage, then its colour. What is unsaid may be anything and stays. */
export type Narrowing = 'family' | 'model' | 'storage' | 'colour';

/** From the whole block down, as far as the asker says enough. */
export function narrowings({ profile }: Sketch): Narrowing[] {
  if (profile.storageGb === undefined) return ['family', 'model'];
  return coloursOf(profile).includes(unsaid) ? ['family', 'model', 'storage'] : ['family', 'model', 'storage', 'colour'];
}

/** All that is to be asked of one month of the families that the asker may be of. */
export function familyQuestions(asker: Asker, month: string, narrowing: Narrowing): Question[] {
  const { profile } = asker.sketch;
  const side = otherSide(asker.side);
  const storages = [storageOf(profile), unsaid];
  const colours = [...coloursOf(profile), unsaid];
  const ranges: Record<Narrowing, (name: string) => string[][]> = {
    family: () => [[]],
    model: (name) => [[name]],
    storage: (name) => storages.map((storage) => [name, storage]),
    colour: (name) => storages.flatMap((storage) => colours.map((colour) => [name, storage, colour])),
  };
  const questions = modelsOf(profile).flatMap(({ family, name }) =>
    ranges[narrowing](name).map((within): Question => {
      const bounds = narrowing === 'colour' ? dayBounds(asker) : {};
      return { block: 'family', partition: familyPartition(family, month), side, within, ...bounds };
    }),
  );
  // Two models of one family ask for the same block.
  return [...new Map(questions.map((question) => [JSON.stringify(question), question])).values()];
}

/** Nearest first: a listing looks back from its offer, a record forward from the theft. */
export function askedMonths({ side, sketch, toleranceMs, now }: Asker): string[] {
  const { at } = sketch.profile;
  if (!Number.isFinite(at) || modelsOf(sketch.profile).length === 0) return [];
  const span = matchLimits.months - 1;
  const [first, last] =
    side === 'listing'
      ? [monthNumber(at) - span, monthNumber(at + toleranceMs)]
      : [monthNumber(at - toleranceMs), Math.min(monthNumber(at) + span, monthNumber(now + toleranceMs))];
  const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step).map(monthOfNumber);
  return side === 'listing' ? months.toReversed() : months;
}

/** Whether a theft can be behind an offer as far as time goes: not after it, and within the months that both sides ask for. */
export function areNearInTime(listing: Sketch, record: Sketch, toleranceMs: number): boolean {
  const [offer, theft] = [listing.profile.at, record.profile.at];
  return theft <= offer + toleranceMs && monthNumber(offer) - monthNumber(theft) < matchLimits.months;
}

function otherSide(side: Side): Side {
  return side === 'listing' ? 'record' : 'listing';
}

function dayBounds({ side, sketch, toleranceMs }: Asker): Pick<Question, 'notBefore' | 'notAfter'> {
  const { at } = sketch.profile;
  if (!Number.isFinite(at)) return {};
  return side === 'listing' ? { notAfter: dayOf(at + toleranceMs) } : { notBefore: dayOf(at - toleranceMs) };
}

/** Months counted from year 0: `2026-11` is 24,322. */
function monthNumber(at: number): number {
  const [year, month] = monthOf(at).split('-').map(Number);
  return (year ?? 0) * 12 + (month ?? 1) - 1;
}

function monthOfNumber(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`;
}
