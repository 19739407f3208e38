import { checkDigit } from '../../shared/domain/imei.ts';

/** Fourteen digits with the check digit that an IMEI would have: numbers of shops pass the check as well, one in ten by chance. */
export function withLuhn(fourteen: string): string {
  return `${fourteen}${checkDigit(fourteen)}`;
}
