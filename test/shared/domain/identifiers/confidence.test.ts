import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SERIAL_CONFIDENCE } from '../../../../shared/domain/identifier.ts';
import { confidenceOf } from '../../../../shared/domain/identifiers/confidence.ts';
import type { Facts } from '../../../../shared/domain/identifiers/find.ts';
import { findIdentifiersInHtml } from '../../../../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';
import { makeImei } from '../../../support/adverts.ts';
import { chance } from '../../../support/chance.ts';
import { waysOfWriting } from '../../../support/written-identifiers.ts';

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const bodies = fc.constantFrom('allocating', 'former', 'test', 'none' as const);
const called = fc.constantFrom(undefined, 'other', 'vague', 'unknown', 'contact', 'price', 'serial', 'device' as const);

/** Facts of a complete number as the readers give them, whatever they say. */
const facts: fc.Arbitrary<Facts> = fc
  .record({
    label: fc.constantFrom('imei', 'imeisv', 'meid', 'device', 'name', 'none' as const),
    wordsBetween: fc.nat(12),
    digits: fc.constantFrom(14, 15, 16),
    checkDigit: fc.constantFrom('right', 'wrong', 'not written' as const),
    reportingBody: bodies,
    calledOther: called,
    doubtfulDigits: fc.nat(15),
    readingsThatFit: fc.integer({ min: 1, max: 8 }),
    pieces: fc.constantFrom(1, 2, 3),
    reversed: fc.boolean(),
    example: fc.boolean(),
    oddGroups: fc.boolean(),
    follows: fc.boolean(),
    unseen: fc.boolean(),
    modelAgrees: fc.constantFrom(undefined, true, false),
  })
  .map(({ calledOther, modelAgrees, ...rest }) => ({
    ...rest,
    ...(calledOther !== undefined && { calledOther }),
    ...(modelAgrees !== undefined && { modelAgrees, tac: 'Maker Model' }),
  }));

describe('confidence', () => {
  it.each<[string, (facts: Facts) => [least: Facts, most: Facts]]>([
    [
      'a label for an IMEI never lowers it',
      (f) => [
        { ...f, label: 'none' },
        { ...f, label: 'imei', wordsBetween: 0 },
      ],
    ],
    [
      'a wrong check digit never raises it',
      (f) => [
        { ...f, checkDigit: 'wrong' },
        { ...f, checkDigit: 'not written' },
      ],
    ],
    [
      'a right check digit never lowers it',
      (f) => [
        { ...f, checkDigit: 'not written' },
        { ...f, checkDigit: 'right' },
      ],
    ],
    [
      'an allocating reporting body is worth at least a former one',
      (f) => [
        { ...f, reportingBody: 'former' },
        { ...f, reportingBody: 'allocating' },
      ],
    ],
    [
      'a former reporting body is worth at least none',
      (f) => [
        { ...f, reportingBody: 'none' },
        { ...f, reportingBody: 'former' },
      ],
    ],
    ['one more doubtful digit never raises it', (f) => [{ ...f, doubtfulDigits: (f.doubtfulDigits ?? 0) + 1 }, f]],
    ['one more reading that fits never raises it', (f) => [{ ...f, readingsThatFit: (f.readingsThatFit ?? 1) + 1 }, f]],
    ['a word that calls it something else never raises it', (f) => [{ ...f, calledOther: 'other' }, without(f, 'calledOther')]],
    ['a vague word never raises it', (f) => [{ ...f, calledOther: 'vague' }, without(f, 'calledOther')]],
    ['being called an example never raises it', (f) => [{ ...f, example: true }, without(f, 'example')]],
    ['being hidden never raises it', (f) => [{ ...f, unseen: true }, without(f, 'unseen')]],
    [
      'a model that differs is worth no more than one that agrees',
      (f) => [
        { ...f, tac: 'M', modelAgrees: false },
        { ...f, tac: 'M', modelAgrees: true },
      ],
    ],
  ])('%s', (_, pair) => {
    fc.assert(
      fc.property(facts, (any) => {
        const [least, most] = pair(any);
        expect(confidenceOf(least)).toBeLessThanOrEqual(confidenceOf(most));
      }),
    );
  });

  it('is a claim for a labelled number that passes every test, and for a plain one that passes them without a label', () => {
    const sound: Facts = { label: 'imei', digits: 15, checkDigit: 'right', reportingBody: 'allocating' };
    expect(confidenceOf(sound)).toBeGreaterThan(0.95);
    expect(confidenceOf({ ...sound, label: 'none' })).toBeGreaterThan(0.5);
  });

  it('is a candidate for a labelled number whose check digit is wrong, and for one that something else is called', () => {
    expect(confidenceOf({ label: 'imei', digits: 15, checkDigit: 'wrong', reportingBody: 'allocating' })).toBeLessThan(0.5);
    expect(
      confidenceOf({ label: 'none', digits: 15, checkDigit: 'right', reportingBody: 'allocating', calledOther: 'other' }),
    ).toBeLessThan(0.1);
  });

  it('of a serial number is the least that is reported', () => {
    const [find] = findIdentifiersInText('Serial Number C3TZ9P9R698G');
    expect(find).toMatchObject({ kind: 'serial', value: 'C3TZ9P9R698G', confidence: SERIAL_CONFIDENCE });
  });

  it('of every find follows from the features listed with it', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...Object.values(waysOfWriting)), (seed, write) => {
        const choices = chance(seed);
        const { html, text = '' } = write(makeImei(choices), choices);
        for (const { confidence, features } of html === undefined ? findIdentifiersInText(text) : findIdentifiersInHtml(html)) {
          expect(features === undefined ? undefined : confidenceOf(features)).toBe(confidence);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('comes with the features a reviewer asks for, whatever they are', () => {
    const [find] = findIdentifiersInText('IMEI-Nummer 35 516789 O71234 0', {
      tacs: { find: () => [{ brand: 'Apple', models: ['iPhone 13'], otherNames: [], source: 'a table' }] },
      model: 'iPhone 13',
    });
    expect(find?.features).toMatchObject({
      label: 'imei',
      labelWord: 'imei',
      labelLanguage: expect.stringContaining('de'),
      checkDigit: 'right',
      reportingBody: 'allocating',
      doubtfulDigits: 1,
      readingsThatFit: 1,
      tac: 'Apple iPhone 13',
      modelAgrees: true,
    });
  });
});

function without(facts: Facts, name: keyof Omit<Facts, 'label'>): Facts {
  const { [name]: _, ...rest } = facts;
  return rest;
}
