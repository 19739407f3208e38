/**
 * Weights in bits (log2 of a likelihood ratio), so that they add up. Starting values are those of the domain notes (a check digit
 * lets one random number in ten through: +3.3; three reporting bodies of a hundred prefixes: +3).
 */
export const weights = {
  prior: -7,
  'label imei': 9,
  'label imeisv': 9,
  'label meid': 9,
  'label device': 6,
  'label name': 5,
  // A plain number that passes both tests and that nothing names: of those in our texts, harmless wording included, some nine in ten are one.
  'label none': 4,
  'a word between': -0.3,
  '14 digits': 0,
  '16 digits': -0.5,
  'check digit right': 3.3,
  'check digit wrong': -5.5,
  'reporting body allocating': 3,
  'reporting body former': 1,
  // Without a label, or read backwards unasked. Phones with such numbers are twenty years old, and ids of platforms begin with 10, 44 and
  // 50 to 54 as well: a candidate, no claim.
  'former body, little else': -3,
  'reporting body none': -7,
  'reporting body test': -9,
  'a doubtful digit': -0.2,
  'in pieces': -1.5,
  'backwards, and said so': -0.5,
  'backwards, unsaid': -5,
  'forwards, though said backwards': -6,
  // 4-6-5 is a card, 10-5 a telephone with its extension.
  'odd groups': -5,
  'follows another': -0.5,
  'partial by mask': 3,
  'partial by words': 2.5,
  'partial by nothing': -6,
  'fewer than 4 digits known': -1,
  'called other': -11,
  'called vague': -4.3,
  // "Locker number 35…": of some four hundred such in our own texts none is an IMEI, yet the word may be a handset's in a language we lack.
  'called unknown': -6,
  'called contact': -2,
  'called price': -9,
  'called serial': -2,
  'called device': 0,
  'said to be an example': -11,
  // Whoever hides a number may say so of it: a candidate that a person sees, no claim.
  'said not to be one': -10,
  'not on the screen': -0.5,
  'known TAC': 2,
  'model agrees': 3,
  'model differs': -1,
} as const satisfies Record<string, number>;

export type WeightName = keyof typeof weights;

/** A set of weights: those above, or others that are tried against them. */
export type Weights = Readonly<Record<WeightName, number>>;
