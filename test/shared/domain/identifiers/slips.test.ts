import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLAIM_CONFIDENCE, type Identifier } from '../../../../shared/domain/identifier.ts';
import { findIdentifiersInHtml } from '../../../../shared/domain/identifiers/in-html.ts';
import { findIdentifiersInText } from '../../../../shared/domain/identifiers/in-text.ts';
import { makeImei, type Written, withoutLabel } from '../../../support/adverts.ts';
import { type Chance, chance } from '../../../support/chance.ts';
import { foreignNames } from '../../../support/harmless-numbers.ts';
import { waysOfWriting } from '../../../support/written-identifiers.ts';

/** One thing goes wrong while a number is copied. */
const slips: Record<string, (digits: string, choices: Chance) => string> = {
  'a digit is left out': (digits, choices) => {
    const at = choices.below(15);
    return digits.slice(0, at) + digits.slice(at + 1);
  },
  'two neighbours are swapped': (digits, choices) => {
    const at = choices.below(14);
    return digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2);
  },
  'a digit is another': (digits, choices) => {
    const at = choices.below(15);
    return digits.slice(0, at) + ((Number(digits.charAt(at)) + choices.between(1, 9)) % 10) + digits.slice(at + 1);
  },
  // 1 to 4 before a number may be the slot it belongs to.
  'a digit stands before it': (digits, choices) => choices.one(['0', '5', '6', '7', '8', '9']) + digits,
  'a digit stands behind it': (digits, choices) => digits + choices.digits(1),
};

const anotherLength = ['a digit is left out', 'a digit stands before it', 'a digit stands behind it'];

/** Here the slip makes another number of it by the very rules of writing. */
const unclear: Record<string, string[]> = {
  // A sign may hide the missing digit, or be an eight.
  'common separators': ['a digit is left out'],
  'rare separators': ['a digit is left out'],
  'emoji between': anotherLength,
  'one digit masked': ['a digit stands before it', 'a digit stands behind it'],
  'look-alike letters': ['a digit stands before it', 'a digit stands behind it'],
  // "Oh three" for 0 and 3; Hungarian for seven is Dutch for "the".
  'two digits a word': ['a digit stands before it', 'a digit stands behind it'],
  'number words of other languages': ['a digit stands before it'],
  // "35834... 99610... 160103": three numbers of which the ends are left out.
  'in three pieces': anotherLength,
};

const seeds = fc.integer({ min: 0, max: 0x7fffffff });
const combinations = Object.keys(waysOfWriting).flatMap((way) =>
  Object.keys(slips).flatMap((slip) => (unclear[way]?.includes(slip) ? [] : { way, slip })),
);

describe('a number with a slip in it', () => {
  it.each(combinations)('is never claimed as another: $way, $slip', ({ way, slip }) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const imei = makeImei(chance(seed));
        const slipped = slips[slip]?.(imei, chance(seed + 1)) ?? '';
        const written = write(way, slipped, seed);
        // Some slips leave no trace: in the check digit where none is written, in the digit that is masked.
        if (textOf(written) === textOf(write(way, imei, seed))) return;
        // Fourteen digits are an IMEI without check digit, and of this one.
        const whole = slipped === imei.slice(0, 14) ? '' : imei;
        for (const find of claims(written)) {
          const certain = (find.features?.doubtfulDigits ?? 0) === 0;
          expect(certain && find.value === whole && !written.expected.includes(imei)).toBe(false);
          expect([slipped, ...written.expected].some((digits) => says(find, digits))).toBe(true);
        }
      }),
      { numRuns: 60, seed: 17 },
    );
  });
});

describe('a number under another name', () => {
  it('is claimed in fewer than 1 of 100 texts', () => {
    const texts = fc.sample(seeds, { numRuns: 2000, seed: 19 }).flatMap((seed) => {
      const choices = chance(seed);
      const { text, expected } = write(choices.one(Object.keys(waysOfWriting)), makeImei(choices), seed);
      const renamed = text === undefined || expected.length > 1 ? undefined : withoutLabel(text, choices.one(foreignNames));
      return renamed === undefined ? [] : renamed;
    });
    const claimed = texts.filter((text) => claims({ text, expected: [] }).length > 0);
    expect(texts.length).toBeGreaterThan(500);
    expect(claimed.length / texts.length).toBeLessThan(0.01);
  });
});

function write(way: string, digits: string, seed: number): Written {
  const writer = waysOfWriting[way];
  if (writer === undefined) throw new Error(`No way of writing is called ${way}`);
  return writer(digits, chance(seed + 2));
}

function textOf({ html, text }: Written): string {
  return html ?? text ?? '';
}

function claims({ html, text = '' }: Written): Identifier[] {
  const finds = html === undefined ? findIdentifiersInText(text) : findIdentifiersInHtml(html);
  return finds.filter(({ confidence }) => confidence >= CLAIM_CONFIDENCE);
}

/** The digits written, or some of them in their places; where a look-alike may be two digits the check digit chooses, and the find says so. */
function says({ value, pattern, features }: Identifier, written: string): boolean {
  if (pattern !== undefined) return showsEnds(pattern, written);
  const others = [...(value ?? '').slice(0, 14)].filter((digit, at) => digit !== written.charAt(at)).length;
  return others <= (features?.doubtfulDigits ?? 0);
}

function showsEnds(pattern: string, written: string): boolean {
  const [head = '', tail = ''] = [/^\d*/.exec(pattern)?.[0], /\d*$/.exec(pattern)?.[0]];
  return written === pattern || (written.startsWith(head) && written.endsWith(tail));
}
