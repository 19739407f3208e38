/** What the best evidence of each kind can come to on lists of different lengths: why a description alone can hardly name a phone. */

import { probabilityOfBits } from '../../shared/domain/match.ts';
import { bitsOf, sumOfBits } from '../../shared/domain/matching/finding.ts';
import { bitsOfPattern } from '../../shared/domain/matching/identifier-evidence.ts';
import { priorBits } from '../../shared/domain/matching/verdict.ts';
import type { MatchingModel } from '../../shared/domain/matching/weights.ts';
import { tableText } from '../measure/table.ts';

/** One listing in twenty offers it, as the most popular models are. */
const popularShare = 0.05;
const lists = [1_000, 10_000, 100_000, 1_000_000];

/** Everything that can agree does, at the shares that the model assumes, before the offer's signs and rivals are counted. */
export function ceilingText(model: MatchingModel): string {
  const common = sumOfBits(commonLines(model).map((bits) => ({ bits })));
  const { caps, identifier, mark, assumed } = model;
  const damage = Math.min(mark.bothCapBits, bitsOf(mark.both, assumed.marks['screen broken'] ?? assumed.otherMark));
  const engraving = Math.min(mark.valueCapBits, bitsOf(mark.valueAgrees, assumed.otherMark * assumed.markValue));
  const ends4 = bitsOfPattern('???????????4321', identifier) + identifier.tailShownBits;
  const hidden4 = bitsOfPattern('35442067123????', identifier);
  const rows: [string, number, number][] = [
    ['model, storage, colour, network, battery, a week, 3 km', common, caps.description],
    ['… and the screen broken on both sides', common + damage, caps.description],
    ['… and the same engraving', common + engraving, caps.description],
    ['IMEI ends in the same 4 digits, nothing else', ends4, caps.partial],
    ['… and model, storage, colour, network, battery, a week, 3 km', ends4 + common, caps.partial],
    ['all but the last 4 digits of the IMEI, nothing else', hidden4, caps.partial],
    ['the IMEI', 14 * identifier.bitsPerDigit, caps.exact],
  ];
  return tableText(
    ['what agrees', 'bits', ...lists.map((count) => `list of ${count.toLocaleString('en-GB')}`)],
    rows.map(([what, bits, cap]) => [
      what,
      bits.toFixed(1),
      ...lists.map((count) => percentOf(bits + priorBits({ activeRecords: count, model }), cap)),
    ]),
  );
}

function commonLines({ model, storage, colour, network, battery, time, place, assumed }: MatchingModel): number[] {
  const [, week] = time;
  const [near] = place;
  return [
    bitsOf(model.same, popularShare),
    bitsOf(storage.same, assumed.storage[128] ?? 1),
    bitsOf(colour.equal, assumed.colours['black'] ?? 1),
    bitsOf(network.stayedUnlocked, assumed.unlocked),
    battery[0]?.bits ?? 0,
    week ? bitsOf(week.share, week.assumed) : 0,
    near ? bitsOf(near.share, near.assumed) : 0,
  ];
}

function percentOf(bits: number, cap: number): string {
  const percent = 100 * Math.min(cap, probabilityOfBits(bits));
  return `${percent >= 1 ? percent.toFixed(0) : percent.toPrecision(1)} %`;
}
