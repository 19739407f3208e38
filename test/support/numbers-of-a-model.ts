import { checkDigit } from '../../shared/domain/imei.ts';

/** So many IMEIs of one TAC, their serial numbers `step` apart from 100,003 on and round the million: all different while step and count allow. */
export function numbersOf(tac: string, count: number, step: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const body = tac + String((100_003 + index * step) % 1_000_000).padStart(6, '0');
    return body + checkDigit(body);
  });
}
