/**
 * The weights of 2026-11-27: those of 2026-11-22, with the signs of the offer and a slip of the finger judged again. The wording of offers is
 * read in a dozen languages now, which makes its signs worth more than a guess in one.
 */

import { model20261122 } from './model-2026-11-22.ts';
import type { MatchingModel } from './weights.ts';

/** Never edited once a Match was made with it: new numbers are a new file. */
export const model20261127: MatchingModel = {
  ...model20261122,
  version: '2026-11-27',
  contradictionLines: true,
  prior: {
    ...model20261122.prior,
    // With every sign at its worst an offer is one in seven: enough to put the best descriptions first, too little to carry one by itself.
    capBits: 5,
  },
  identifier: {
    ...model20261122.identifier,
    // Of the numbers a stranger mistypes 7 in 10^6 are one slip from a given number of the same TAC, and one phone of a model in 16 has that TAC.
    typoBits: 20,
  },
  seller: {
    ...model20261122.seller,
    // Expert. A third of those who sell what is not theirs opened the account this quarter, and hardly anybody else did.
    accountDays: [
      { below: 30, bits: 1.8 },
      { below: 90, bits: 1.5 },
      { below: 365, bits: 0.6 },
      { below: Number.POSITIVE_INFINITY, bits: -1.2 },
    ],
    // Expert. Damage lowers prices too, so that the cheapest are not the surest.
    priceZ: [
      { below: -3, bits: 1.5 },
      { below: -1.5, bits: 1.6 },
      { below: -0.5, bits: 0.8 },
      { below: 0.5, bits: -0.5 },
      { below: Number.POSITIVE_INFINITY, bits: -1.6 },
    ],
    severalPhonesBits: 1.8,
    says: {
      // One honest seller in a hundred offers a phone that only somebody else can unlock, one in eight of the others.
      'tied-to-account': 3,
      'phone-alone': 1,
      'must-go': 1.2,
      boxed: -2,
    },
  },
};
