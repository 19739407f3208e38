/**
 * The weights of 2026-11-22, each with its reason. "Expert" marks a judgement without a source, to be re-estimated
 * from pairs that an identifier confirmed and from reviewers' decisions.
 */

import type { MatchingModel } from './weights.ts';

/** Never edited once a Match was made with it: new numbers are a new file. */
export const model20261122: MatchingModel = {
  version: '2026-11-22',
  prior: {
    // About 80,000 smartphones a year are stolen in London and three quarters go abroad; 0.2-1 % of offers is what remains (Met evidence to the Commons, 2025).
    listedShare: 0.005,
    // Price, account age and wording say "stolen", never "which": they must not carry a match.
    capBits: 3,
  },
  identifier: {
    // log2(10): a serial or check digit agrees by chance once in ten.
    bitsPerDigit: Math.log2(10),
    // Nine freely chosen letters and digits of a serial number, after those that name factory and week.
    serialBits: 26,
    // One listing in fifty misprints the digits it shows (typing errors are 1-2 %).
    agrees: 0.98,
    // TAC digits are concentrated: about 615 TACs carry the market, so eight digits are worth 9.3 bits and not 26.6 (computed on UK-like shares).
    tacBits: [
      { digits: 2, bits: 0.4 },
      { digits: 4, bits: 6.4 },
      { digits: 6, bits: 9.2 },
      { digits: 8, bits: 9.3 },
    ],
    // Once the model agrees the TAC only tells its variants apart: some 30, 12 and 4 TACs a model, unevenly used.
    tacBitsWithModel: { apple: 4, samsung: 3, other: 1.5 },
    // One digit off where one side fails the check digit: a slip of the finger, not another phone.
    typoBits: 15,
    // Second slot predicted from the first: same TAC and the next number, or Samsung's same number under another TAC.
    siblingBits: 13,
    // A dual-SIM phone may show the slot that the record does not hold; Apple gives both slots one TAC and unrelated numbers.
    otherSlotBits: -2,
    otherNumberBits: -6,
    // The record holds both slots and the advert shows neither.
    bothSlotsDifferBits: -12,
    digitConflictBits: -10,
    // Expert: who gives the last digits unasked wants to be trusted, and an honest seller does so sooner than a thief.
    tailShownBits: -1,
  },
  // Expert, u from listings. A family step (Pro for Pro Max) is a common slip of sellers and desks.
  model: { same: 0.93, familyBits: -1, otherBits: -6, makeAgrees: 0.95 },
  storage: { same: 0.95, differentBits: -3.5 },
  colour: { equal: 0.85, neighbourBits: -0.5, differentBits: -3 },
  // Expert: most are sold fast. `assumed` is the share of a year's records that lie so far back.
  time: [
    { upToDays: 3, share: 0.3, assumed: 0.008 },
    { upToDays: 7, share: 0.24, assumed: 0.011 },
    { upToDays: 14, share: 0.18, assumed: 0.019 },
    { upToDays: 30, share: 0.14, assumed: 0.044 },
    { upToDays: 90, share: 0.1, assumed: 0.165 },
    { upToDays: Number.POSITIVE_INFINITY, share: 0.04, assumed: 0.753 },
  ],
  // Expert, for one large city and its surroundings.
  place: [
    { upToKm: 3, share: 0.16, assumed: 0.03 },
    { upToKm: 6, share: 0.16, assumed: 0.05 },
    { upToKm: 10, share: 0.12, assumed: 0.07 },
    { upToKm: 20, share: 0.18, assumed: 0.2 },
    { upToKm: 50, share: 0.12, assumed: 0.17 },
    { upToKm: Number.POSITIVE_INFINITY, share: 0.26, assumed: 0.48 },
  ],
  placeWords: { sharedBits: 2, differentBits: -0.5 },
  // Expert: few thieves unlock, and hardly any lock.
  network: { sameLock: 0.6, unlocked: 0.3, otherLock: 0.1, stayedUnlocked: 0.88 },
  // Health only falls, and slowly.
  battery: [
    { atMostBelow: 2, bits: 1.8 },
    { atMostBelow: 4, bits: -1.5 },
    { atMostBelow: Number.POSITIVE_INFINITY, bits: -4 },
  ],
  mark: {
    both: 0.5,
    // Two people see one crack and call it by one name more often than the counts of adverts suggest.
    bothCapBits: 4.5,
    onlySellerBits: -0.6,
    onlyRecordBits: -0.5,
    valueAgrees: 0.5,
    // Beyond this the agreement of a few letters would shout louder than an IMEI's last four digits.
    valueCapBits: 14,
    valueUnread: 0.2,
    otherValueBits: -4,
    // Sellers hide what names a phone: silence is never a veto.
    rareSilentBits: -1,
    rareUnknownToRecordBits: -1.5,
    // A cover is taken off and another put on.
    removable: { kinds: ['cover'], otherValueBits: -0.7, silentBits: -0.2, unknownToRecordBits: -0.3, capBits: 5 },
  },
  // Unrelated 64-bit hashes differ in 32 bits on average and in fewer than 11 once in 10^8.
  photo: { nearDistance: 8, nearBits: 12, stockFrom: 3 },
  seller: {
    // Expert. Never name, language, nationality or district.
    accountDays: [
      { below: 30, bits: 1.2 },
      { below: 90, bits: 0.9 },
      { below: 365, bits: 0.5 },
      { below: Number.POSITIVE_INFINITY, bits: -0.6 },
    ],
    // Robust z of the log price within model and storage: far too cheap is a scam or a broken phone, a good deal below is a quick sale.
    priceZ: [
      { below: -3, bits: 0.5 },
      { below: -1.5, bits: 1.3 },
      { below: -0.5, bits: 0.6 },
      { below: 0.5, bits: -0.5 },
      { below: Number.POSITIVE_INFINITY, bits: -1.2 },
    ],
    shopBits: -2,
    shopFromListings: 10,
    // Somebody who is no shop and sells phone after phone gets them somewhere.
    severalPhonesBits: 1.2,
    says: {
      'tied-to-account': 2,
      'phone-alone': 0.8,
      'must-go': 1,
      // A phone taken in the street comes without its box: one in ten is offered with one, against a third of the others.
      boxed: -1.6,
    },
  },
  caps: {
    // Cloned numbers, copied adverts and wrong records: one IMEI stood on 13,557 handsets in India in 2020.
    exact: 0.97,
    // Digits that agree by chance are already weighed; a misread mask is not.
    partial: 0.96,
    // Nobody has checked the owner's word.
    ownerReported: 0.6,
    // The number says yes and the phone says no: a case of its own kind for a person, and no likelier than a coin.
    contradicted: 0.5,
    // A description never names a device.
    description: 0.95,
  },
  // No labels yet: the sums stand as they are.
  calibration: { imei: { slope: 1, shift: 0 }, 'partial-imei': { slope: 1, shift: 0 }, description: { slope: 1, shift: 0 } },
  reviewFrom: 0.1,
  // A date stands for its first moment in UTC, and the owner may have noticed a day late.
  theftToleranceHours: { day: 24, minute: 2 },
  assumed: {
    // Share of second-hand offers in the United Kingdom, expert.
    makes: { apple: 0.5, samsung: 0.27, google: 0.07, xiaomi: 0.03, huawei: 0.02, motorola: 0.02, oneplus: 0.02 },
    otherMake: 0.01,
    storage: { 16: 0.01, 32: 0.04, 64: 0.2, 128: 0.42, 256: 0.23, 512: 0.07, 1024: 0.02 },
    colours: {
      black: 0.32,
      blue: 0.14,
      grey: 0.12,
      white: 0.12,
      silver: 0.08,
      green: 0.07,
      purple: 0.07,
      gold: 0.06,
      pink: 0.06,
      red: 0.05,
      cream: 0.04,
      yellow: 0.02,
      orange: 0.01,
      bronze: 0.01,
    },
    marks: { worn: 0.25, 'screen broken': 0.06, 'back broken': 0.06, 'edge bent': 0.04, 'lens broken': 0.02, cover: 0.1 },
    otherMark: 0.015,
    // One of so many pictures, patterns or initials people choose; initials are worth more, 1 in 150 to 300.
    markValue: 0.01,
    unlocked: 0.6,
    otherNetwork: 0.08,
    strength: 40,
  },
};
