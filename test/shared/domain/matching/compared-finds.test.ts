import { describe, expect, it } from 'vitest';
import { doubted } from '../../../../shared/domain/identifiers/belonging.ts';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';
import { comparedFinds } from '../../../../shared/domain/matching/compared-finds.ts';

const [own, theirs] = ['356938035643817', '350474993318412'];
const read = (text: string) => findIdentifiersInText(text);
const inDoubt = (text: string) => read(text).map((find) => doubted(find, 'another offer'));
const values = (finds: ReturnType<typeof read>) => comparedFinds(finds).map(({ value, pattern }) => value ?? pattern);

describe('the finds that are compared with records', () => {
  it.each([
    ['a claim', read(`IMEI ${own}`), [own]],
    ['no candidate', read(`this is not the IMEI: ${own}`), []],
    ['a doubted number where the listing shows none of its own', inDoubt(`IMEI ${theirs}`), [theirs]],
    ['no doubted number beside one of the listing’s own', [...read(`IMEI ${own}`), ...inDoubt(`IMEI ${theirs}`)], [own]],
    ['a doubted number beside part of its own', [...read('IMEI ends 4321'), ...inDoubt(`IMEI ${theirs}`)], ['???????????4321', theirs]],
    ['no doubted part of a number', inDoubt('IMEI ends 4321'), []],
    ['no doubted serial number', inDoubt('Serial number: F2LXK9ABC1'), []],
    ['no doubted candidate', inDoubt(`this is not the IMEI: ${own}`), []],
  ])('are: %s', (_, finds, expected) => {
    expect(values(finds)).toEqual(expected);
  });
});
