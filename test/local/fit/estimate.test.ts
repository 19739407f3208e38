import { describe, expect, it } from 'vitest';
import { dependences } from '../../../local/fit/dependence.ts';
import { emCheck } from '../../../local/fit/em-check.ts';
import { type CountedPair, estimate, type LevelEstimate } from '../../../local/fit/estimate.ts';
import { fieldsOf } from '../../../local/fit/fields.ts';
import type { LevelReached } from '../../../local/fit/levels.ts';
import { randomFrom } from '../../../local/sample/random.ts';
import { currentModel } from '../../../shared/domain/matching/matching-model.ts';

const at = (field: string, level: string): LevelReached => ({ field, level });
const pairsOf = (count: number, levels: LevelReached[], part: Partial<CountedPair> = {}): CountedPair[] =>
  Array.from({ length: count }, () => ({ levels, weight: 1, byNumber: false, ...part }));
const strangers = (levels: LevelReached[][]) => ({ any: levels, family: levels });
const half = [
  ...Array.from({ length: 500 }, () => [at('storage', 'equal')]),
  ...Array.from({ length: 500 }, () => [at('storage', 'different')]),
];

function levelOf(levels: readonly LevelEstimate[], field: string, level: string): LevelEstimate {
  const found = levels.find((each) => each.field === field && each.level === level);
  if (!found) throw new Error(`expected ${field}: ${level}`);
  return found;
}

describe('an estimate', () => {
  it('changes nothing without pairs', () => {
    const { levels, model } = estimate(currentModel, [], strangers(half));
    expect(model).toBe(currentModel);
    for (const { number, numberBefore } of levels) expect(number).toBe(numberBefore);
  });

  it('is held to the present value as by twenty pairs', () => {
    const { model } = estimate(currentModel, pairsOf(20, [at('storage', 'different')]), strangers(half));
    expect(model.storage.same).toBeCloseTo(currentModel.storage.same / 2, 1);
    expect(model.colour).toEqual(currentModel.colour);
  });

  it('goes where many pairs say, and its bits are log2 of m over u', () => {
    const pairs = [...pairsOf(8000, [at('storage', 'equal')]), ...pairsOf(2000, [at('storage', 'different')])];
    const { levels, model } = estimate(currentModel, pairs, strangers(half));
    expect(model.storage.same).toBeCloseTo(0.8, 2);
    expect(model.storage.differentBits).toBeCloseTo(Math.log2(0.2 / 0.5), 1);
    expect(levelOf(levels, 'storage', 'equal').bits).toBeCloseTo(Math.log2(0.8 / 0.5), 1);
  });

  it('lets no figures make a difference speak for a pair', () => {
    const { model } = estimate(currentModel, pairsOf(5000, [at('storage', 'different')]), strangers(half));
    expect(model.storage.differentBits).toBe(0);
  });

  it('counts pairs that a number confirmed half where it matters how an advert is written', () => {
    const levels = [at('common mark', 'both'), at('storage', 'equal')];
    const { levels: estimated } = estimate(currentModel, pairsOf(10, levels, { byNumber: true }), strangers([]));
    expect(levelOf(estimated, 'common mark', 'both').pairs).toBe(5);
    expect(levelOf(estimated, 'storage', 'equal').pairs).toBe(10);
  });

  it('counts a pair for as many as it stands for', () => {
    const { levels } = estimate(currentModel, pairsOf(3, [at('storage', 'equal')], { weight: 4 }), strangers([]));
    expect(levelOf(levels, 'storage', 'equal').pairs).toBe(12);
  });

  it('keeps the shares of a field at one or less', () => {
    const pairs = pairsOf(40, [at('stolen-time', 'within 7 days'), at('network, report locked', 'equal')]);
    const { model } = estimate(currentModel, pairs, strangers([]));
    expect(model.time.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 2);
    expect(model.network.sameLock + model.network.unlocked + model.network.otherLock).toBeCloseTo(1, 2);
    expect(model.time[1]?.share).toBeGreaterThan(0.6);
  });
});

it('every field writes back the numbers it read', () => {
  for (const field of fieldsOf(currentModel)) {
    const numbers = field.levels.flatMap(({ held }) => ('value' in held ? held.value : []));
    expect(field.with(currentModel, numbers)).toEqual(currentModel);
  }
});

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** Eight fields of two levels with these m and u. */
const known: LevelEstimate[] = names.flatMap((field) =>
  [
    { level: 'equal', m: 0.9, u: 0.2 },
    { level: 'different', m: 0.1, u: 0.8 },
  ].map(({ level, m, u }) => ({
    ...{ field, level, pairs: 0, mBefore: m, m, u, number: m, numberBefore: m },
    ...{ bitsBefore: Math.log2(m / u), bits: Math.log2(m / u) },
  })),
);

describe('expectation maximisation with u, share and known pairs fixed', () => {
  it('comes to rest near the m by which the pairs were made', () => {
    const random = randomFrom('em');
    const drawn = (agrees: number) => names.map((field) => at(field, random.chance(agrees) ? 'equal' : 'different'));
    const open = [...Array.from({ length: 200 }, () => drawn(0.75)), ...Array.from({ length: 19_800 }, () => drawn(0.2))];
    const pinned = Array.from({ length: 50 }, () => drawn(0.75));
    const m = emCheck({ pinned, open, share: 0.01, estimates: known });
    for (const field of names) expect(Math.abs((m.get(`${field}/equal`) ?? 0) - 0.75)).toBeLessThan(0.15);
  });
});

describe('dependence', () => {
  const random = randomFrom('dependence');
  const pairs = Array.from({ length: 5000 }, () => {
    const a = random.chance(0.3);
    const b = random.chance(0.1) ? !a : a;
    return [at('a', a ? 'equal' : 'different'), at('b', b ? 'equal' : 'different'), at('c', random.chance(0.3) ? 'equal' : 'different')];
  });

  it('finds the two fields that agree together, and not those that do so by chance', () => {
    const found = dependences(pairs, known);
    expect(found.map(({ fields }) => fields)).toEqual([['a', 'b']]);
    // Odds 9 to 1 of agreeing, given the other agrees, and of differing given it differs.
    expect(found[0]?.bits).toBeCloseTo(Math.log2(81), 0);
  });

  it('says nothing of fields that would hardly ever agree together', () => {
    expect(dependences(pairs.slice(0, 10), known)).toEqual([]);
  });
});
