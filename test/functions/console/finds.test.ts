import { describe, expect, it } from 'vitest';
import { type FindSources, findsOf } from '../../../functions/console/finds.ts';
import type { Identifier } from '../../../shared/domain/identifier.ts';
import { anIdentifier, aRecord, aRevision, IMEI, SECOND_IMEI } from '../../support/console-data.ts';

function finds(identifiers: Identifier[], given: Partial<FindSources> = {}) {
  return findsOf({ content: aRevision({ identifiers }), record: aRecord(), evidence: [], ...given });
}

describe('findsOf', () => {
  it('puts one number read from several places into one entry', () => {
    const [find, ...others] = finds([anIdentifier(), anIdentifier({ raw: IMEI, where: 'json-ld:serialNumber' })]);
    expect(others).toEqual([]);
    expect(find).toEqual({
      number: 1,
      kind: 'IMEI',
      value: IMEI,
      sure: '98 %',
      agrees: true,
      restedOn: false,
      notes: [],
      places: [
        { raw: '35-693803-564380-9', where: 'in the text of the page', unseen: false },
        { raw: IMEI, where: 'in structured data that the page does not show (serialNumber)', unseen: false },
      ],
    });
  });

  it('says that a number is not in the text which visitors see', () => {
    const [find] = finds([anIdentifier({ raw: SECOND_IMEI, value: SECOND_IMEI, where: 'comment' })], { record: undefined });
    expect(find?.places[0]?.unseen).toBe(true);
    expect(find?.agrees).toBe(false);
  });

  it('agrees with the record by the first 14 digits, whatever the software version', () => {
    const [find] = finds([anIdentifier({ kind: 'imeisv', value: '3569380356438012' })]);
    expect(find?.agrees).toBe(true);
  });

  it('shows a partial number with dots and warns that nothing rests on it', () => {
    const partial = { kind: 'partial' as const, pattern: '35???????????46', confidence: 0.3, raw: '35xxx46', where: 'text' };
    const [find] = finds([partial]);
    expect(find?.value).toBe('35···········46');
    expect(find?.notes).toEqual([
      'A candidate only: nothing rests on it until a person has checked it.',
      'Only some of the digits are known.',
    ]);
  });

  it.each([
    ['another offer', 'It stands beside a link to another advert or under its address: it may be that advert’s number.'],
    [
      'somebody else',
      'The words or the part of the page it stands in speak of somebody else’s device: it may be no number of this seller.',
    ],
    ['the site', 'It stands in a part of the page that the marketplace writes: it may be no number of this seller.'],
  ] as const)('says of a doubted number whose it may be: %s', (perhapsOf, note) => {
    const [find] = finds([anIdentifier({ confidence: 0.248, features: { label: 'imei', perhapsOf } })]);
    expect(find?.notes).toEqual([`${note} No case rests on it alone.`]);
  });

  it('marks the find that a reason of the match names', () => {
    const partial: Identifier = { kind: 'partial', pattern: '35???????????46', confidence: 0.8, raw: '35xxx46', where: 'text' };
    const [first, second] = finds([anIdentifier(), partial], { evidence: [{ identifier: partial }, {}] });
    expect([first?.restedOn, second?.restedOn]).toEqual([false, true]);
  });

  it.each([
    [true, 'By its first eight digits it is of this model: Apple iPhone 6, as the title says.'],
    [false, 'By its first eight digits it is of this model: Apple iPhone 6; the title names another model.'],
    [undefined, 'By its first eight digits it is of this model: Apple iPhone 6.'],
  ])('tells which model the TAC names, and whether the title names it: %s', (modelAgrees, note) => {
    const features = { label: 'imei', tac: 'Apple iPhone 6', ...(modelAgrees !== undefined && { modelAgrees }) } as const;
    const [find] = finds([anIdentifier({ features })]);
    expect(find?.notes).toEqual([note]);
  });

  it('tells of a recovered digit and of other readings', () => {
    const [find] = finds([anIdentifier({ recovered: true, alternatives: [SECOND_IMEI], pairedWith: SECOND_IMEI })], { record: undefined });
    expect(find?.notes).toEqual([
      'One hidden digit was worked out from the check digit.',
      `May also read ${SECOND_IMEI}.`,
      `Stood together with ${SECOND_IMEI}: two slots of one device.`,
    ]);
  });

  it('lists no more than forty numbers', () => {
    const many = Array.from({ length: 90 }, (_, index) => anIdentifier({ value: String(350000000000000 + index) }));
    expect(finds(many, { record: undefined })).toHaveLength(40);
  });
});
