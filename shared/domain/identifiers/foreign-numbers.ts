/** Numbers that are something else by their very shape, whatever a check digit says. */

/** Prices and sizes in a row: three groups or more that only rise or only fall (`350 / 375 / 400 / 425 / 450`), five where they reach a new width. */
export function isLadder(groups: readonly string[]): boolean {
  const [first = ''] = groups;
  const isEven = groups.every((group) => group.length === first.length);
  // Four groups of four in order are a software-version IMEI as likely as four prices.
  if (groups.length < (first.length === 4 || !isEven ? 5 : 3) || groups.some(({ length }) => length < 2 || length > 4)) return false;
  const numbers = groups.map(Number);
  const rises = numbers.every((number, i) => i === 0 || number >= (numbers[i - 1] ?? 0));
  return rises || numbers.every((number, i) => i === 0 || number <= (numbers[i - 1] ?? 0));
}

/** A pair of coordinates: `35.66523, 139.68321`, three decimals or more in both (a house is named by four). */
export function isCoordinates(written: string): boolean {
  return /^\d{1,3}\.\d{3,}\s?[,;/ ]\s?-?\d{1,3}\.\d{3,}$/.test(written);
}

/** A telephone number: international, or national with its leading zero, of 9 to 14 digits (ITU-T E.164 allows 15 with the country code). */
export function isTelephone(before: string, digits: string): boolean {
  if (digits.length < 8 || digits.length > 14) return false;
  return (
    before.endsWith('+') ||
    digits.startsWith('00') ||
    (digits.startsWith('0') && !digits.startsWith('01')) ||
    (digits.startsWith('01') && digits.length < 12)
  );
}
