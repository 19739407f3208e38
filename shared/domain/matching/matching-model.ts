/** The weights in force, in one place, each with its reason. A Match names the version, so that it can be computed again. */

export interface MatchingModel {
  /** Names this set of numbers: `2026-11-22`. A changed number is a new version, never an edit. */
  version: string;
  /** Share of listings that offer a phone on the list, before anything else is known of the listing. */
  listedShare: number;
  identifier: {
    /** Bits of one equal decimal digit below the TAC: log2(10). */
    bitsPerDigit: number;
    /** Highest probability an equal complete identifier may reach without a person. */
    exactCap: number;
    /** The same, when the record rests on the owner's word alone. */
    ownerReportedCap: number;
    /** The same, when something contradicts it: another model, several records or listings on one number. */
    contradictedCap: number;
  };
  /** A Match at or above this probability earns a place in the review queue. */
  reviewFrom: number;
  /** How long before the recorded theft an advert may have been placed and still be read as after it, in hours. */
  theftToleranceHours: { day: number; minute: number };
}

export const currentModel: MatchingModel = {
  version: '2026-11-22',
  // About 80,000 smartphones a year are stolen in London and three quarters go abroad; 0.2-1 % of offers is what remains (Met evidence to the Commons, 2025).
  listedShare: 0.005,
  identifier: {
    bitsPerDigit: Math.log2(10),
    // Cloned numbers, copied adverts and wrong records: one IMEI stood on 13,557 handsets in India in 2020.
    exactCap: 0.97,
    ownerReportedCap: 0.6,
    // The number says yes and the phone says no: a case of its own kind for a person, and no likelier than a coin.
    contradictedCap: 0.5,
  },
  reviewFrom: 0.1,
  // A date stands for its first moment in UTC, and the owner may have noticed a day late.
  theftToleranceHours: { day: 24, minute: 2 },
};
