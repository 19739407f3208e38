/** The numbers of one made-up phone, and ways to write them. */

import { madeUpImei, madeUpSerial, secondSlot } from '../../local/sample/made-up-imei.ts';
import type { Random } from '../../local/sample/random.ts';
import type { SceneNumbers } from './scene.ts';

export function numbersOf(random: Random): SceneNumbers {
  const body = random.weighted(['35', '86', '01', '99'], (prefix) => ({ '35': 80, '86': 14, '01': 4, '99': 2 })[prefix] ?? 1);
  const imei = madeUpImei(`${body}${random.digits(6)}`, random);
  return {
    imeis: random.chance(0.45) ? [imei, secondSlot(imei)] : [imei],
    iccid: `89${random.pick(['44', '49', '01', '33', '86'])}${random.digits(16)}`,
    eid: `8904${random.digits(28)}`,
    meid: imei.slice(0, 14),
    serial: madeUpSerial(random.pick(['Apple', 'Samsung', 'Other']), random),
    ean: `${random.pick(['0190', '0194', '8806'])}${random.digits(9)}`,
  };
}

/** As screens and labels group them. */
export function grouped(imei: string, sizes: readonly number[], sign: string): string {
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
  return ends.map((end, index) => imei.slice(end - (sizes[index] ?? 0), end)).join(sign);
}

export const groupings = {
  whole: [15],
  apple: [2, 6, 6, 1],
  tac: [6, 2, 6, 1],
  eight: [8, 6, 1],
  threes: [3, 3, 3, 3, 3],
} as const;
