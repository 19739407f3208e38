import { describe, expect, it } from 'vitest';
import { calibrate, calibratedProbability } from '../../../local/fit/calibrate.ts';
import type { Candidate, JudgedListing } from '../../../local/fit/judged-listing.ts';
import { claimsOf, judge } from '../../../local/fit/judgement.ts';
import { randomFrom } from '../../../local/sample/random.ts';
import { currentModel } from '../../../shared/domain/matching/matching-model.ts';

const { calibration: asTheyStand } = currentModel;

function candidate(bits: number, right: boolean, part: Partial<Candidate> = {}): Candidate {
  return { kind: 'description', bits, cap: 0.95, right, ...part };
}
function listing(candidates: Candidate[], innocent = false): JudgedListing {
  return { itemId: '1', innocent, candidates };
}

/** Listings whose first candidate has so many bits and is right as often as another line says. */
function drawn(count: number, { slope, shift }: { slope: number; shift: number }): JudgedListing[] {
  const random = randomFrom('calibration', slope, shift);
  return Array.from({ length: count }, () => {
    const bits = random.next() * 16 - 8;
    const right = random.chance(1 / (1 + 2 ** -(slope * bits + shift)));
    return listing([candidate(bits, right)], !right);
  });
}

describe('calibration', () => {
  it('finds the line by which sums were made right', () => {
    const { slope, shift } = calibrate(drawn(4000, { slope: 0.6, shift: -2 }), 1, asTheyStand).description;
    expect(Math.abs(slope - 0.6)).toBeLessThan(0.08);
    expect(Math.abs(shift + 2)).toBeLessThan(0.4);
  });

  it('takes off what a set has too many of stolen phones', () => {
    const set = drawn(4000, { slope: 1, shift: 4 });
    // Where each innocent of the set stands for 16 of the market, the odds there are 4 bits less.
    expect(Math.abs(calibrate(set, 16, asTheyStand).description.shift)).toBeLessThan(0.4);
  });

  it('leaves a kind alone of which too few are right or wrong', () => {
    const few = [...Array.from({ length: 9 }, () => candidate(3, true)), ...Array.from({ length: 90 }, () => candidate(-3, false))];
    expect(
      calibrate(
        few.map((each) => listing([each])),
        1,
        asTheyStand,
      ),
    ).toEqual(asTheyStand);
  });

  it('stays sensible where right and wrong are told apart perfectly, and where sums are huge', () => {
    const apart = [...Array.from({ length: 50 }, () => candidate(300, true)), ...Array.from({ length: 50 }, () => candidate(-300, false))];
    const { slope, shift } = calibrate(
      apart.map((each) => listing([each])),
      1,
      asTheyStand,
    ).description;
    expect(slope).toBeGreaterThan(0);
    expect(slope).toBeLessThan(2);
    expect(Math.abs(shift)).toBeLessThan(2);
  });

  it('keeps the cap', () => {
    expect(calibratedProbability(candidate(40, true), asTheyStand)).toBe(0.95);
  });
});

describe('a judgement', () => {
  const claim = (bits: number, right: boolean) => listing([candidate(bits, right)]);
  const judged = (listings: JudgedListing[], innocentsStandFor = 1) =>
    judge(
      listings.map((each) => claimsOf(each, asTheyStand)),
      innocentsStandFor,
    );

  it('gives nothing for silence about a stolen phone, and nothing against silence about an innocent one', () => {
    expect(judged([listing([], true)])).toMatchObject({ brier: 0, logLoss: 0, averagePrecision: 0 });
    expect(judged([listing([])]).brier).toBe(2);
    expect(judged([listing([])]).logLoss).toBeCloseTo(Math.log(1000), 10);
  });

  it('has less to say against a surer right one and more against a surer wrong one', () => {
    expect(judged([claim(3, true)]).brier).toBeLessThan(judged([claim(1, true)]).brier);
    expect(judged([claim(3, false)]).brier).toBeGreaterThan(judged([claim(1, false)]).brier);
  });

  it('counts innocents at their share of the market', () => {
    const innocent = listing([candidate(3, false)], true);
    const stolen = claim(1, true);
    expect(judged([innocent, stolen]).averagePrecision).toBeCloseTo(1 / 2, 10);
    expect(judged([innocent, stolen], 9).averagePrecision).toBeCloseTo(1 / 10, 10);
  });

  it('ranks by what calibration makes of each kind', () => {
    const both = listing([candidate(2, false, { kind: 'partial-imei' }), candidate(1, true)]);
    const moved = { ...asTheyStand, description: { slope: 1, shift: 4 } };
    expect(claimsOf(both, asTheyStand).claims.map(({ right }) => right)).toEqual([false, true]);
    expect(claimsOf(both, moved).claims.map(({ right }) => right)).toEqual([true, false]);
  });
});
