/** Small facts a seller states in numbers and set words: battery health, network lock. */

const health = [
  /\b(?:battery|batt|bh)\b[^.\n%\d]{0,30}(\d{2,3})\s?%/,
  /(\d{2,3})\s?%\s?(?:battery|batt|bh)\b/,
  /\b(?:battery|akku|batterie|bateria|batería)\b[^.\n%\d]{0,30}(\d{2,3})\s?%?/,
];

/** Battery health in percent: `battery health 87%`, `Battery capacity at 87%`, `87% BH`. */
export function readBatteryHealth(text: string): number | undefined {
  const lower = text.toLowerCase();
  for (const pattern of health) {
    const value = Number(pattern.exec(lower)?.[1]);
    if (value >= 50 && value <= 100) return value;
  }
  return undefined;
}

const networks =
  'ee|o2|vodafone|three|3|sky|sky mobile|giffgaff|tesco|tesco mobile|lebara|voxi|id mobile|smarty|bt|virgin|talkmobile|lyca|t-mobile|tmobile|telekom|orange|sfr|bouygues|movistar|tim|wind|play|plus|verizon|at&t';
const locked = new RegExp(
  `\\b(?:locked to|lock to|on the|works with|works on|network:?|sim lock(?:ed)? to|tied to|only for|uses?)\\s+(${networks})\\b|\\b(${networks})\\s+(?:only|locked|network|sim)\\b`,
);
const open =
  /\b(?:unlocked|no network lock|sim[- ]?free|all networks|any network|any sim|not locked|network free|open to all|factory unlock(?:ed)?|simlockfrei|ohne simlock|libre|desbloqueado|débloqué|tous opérateurs)\b/;

/** `unlocked`, or the operator the phone is tied to: `vodafone`. */
export function readNetwork(text: string): string | undefined {
  const lower = text.toLowerCase();
  if (open.test(lower)) return 'unlocked';
  const found = locked.exec(lower);
  return found ? (found[1] ?? found[2]) : undefined;
}

/** The same from a field that holds nothing else: `Vodafone`, `Unlocked`, `SIM free`. */
export function readNetworkField(text: string): string | undefined {
  const lower = text.toLowerCase().trim();
  if (lower === '') return undefined;
  return open.test(lower) ? 'unlocked' : lower.replace(/\s+mobile$/, '');
}
