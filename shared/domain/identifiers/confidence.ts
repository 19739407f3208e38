/** How sure a find is: the bits of its facts added up, as a probability. */

import { SERIAL_CONFIDENCE } from '../identifier.ts';
import { probabilityOfBits } from '../match.ts';
import { type WeightName, type Weights, weights } from './confidence-weights.ts';
import type { Facts } from './find.ts';

type Add = (name: WeightName, times?: number) => void;

/** Names of the weights a set of facts calls on, with how often each counts. The prior is always one of them; a serial number calls on none. */
export function termsOf(facts: Facts): Map<WeightName, number> {
  const terms = new Map<WeightName, number>();
  if (facts.label === 'serial') return terms;
  const add: Add = (name, times = 1) => terms.set(name, (terms.get(name) ?? 0) + times);
  add('prior');
  add(`label ${facts.label}`);
  if (facts.label !== 'none' && (facts.wordsBetween ?? 0) > 2) add('a word between', Math.min(8, (facts.wordsBetween ?? 0) - 2));
  if (facts.shownBy !== undefined) addPartial(facts, add);
  else addComplete(facts, add);
  if (facts.calledOther !== undefined) add(`called ${facts.calledOther}`);
  if (facts.example) add('said to be an example');
  if (facts.denied) add('said not to be one');
  if (facts.unseen) add('not on the screen');
  if (facts.tac !== undefined) add('known TAC');
  if (facts.modelAgrees !== undefined) add(facts.modelAgrees ? 'model agrees' : 'model differs');
  return terms;
}

function addComplete(facts: Facts, add: Add): void {
  if (facts.digits === 14) add('14 digits');
  if (facts.digits === 16) add('16 digits');
  if (facts.checkDigit === 'right' || facts.checkDigit === 'wrong') add(`check digit ${facts.checkDigit}`);
  if (facts.reportingBody !== undefined) add(`reporting body ${facts.reportingBody}`);
  if (facts.reportingBody === 'former' && (facts.label === 'none' || (facts.reversed && !facts.backwardsSaid)))
    add('former body, little else');
  if (facts.doubtfulDigits) add('a doubtful digit', Math.min(8, facts.doubtfulDigits));
  if ((facts.pieces ?? 1) > 1) add('in pieces');
  if (facts.reversed) add(facts.backwardsSaid ? 'backwards, and said so' : 'backwards, unsaid');
  else if (facts.backwardsSaid && facts.checkDigit === 'not written') add('forwards, though said backwards');
  if (facts.oddGroups) add('odd groups');
  if (facts.follows) add('follows another');
}

function addPartial(facts: Facts, add: Add): void {
  add(`partial by ${facts.shownBy ?? 'nothing'}`);
  if (facts.reportingBody !== undefined) add(`reporting body ${facts.reportingBody}`);
  if ((facts.known ?? 0) < 4) add('fewer than 4 digits known');
}

/** Nothing read from a listing is surer than this: the number may be copied from elsewhere. */
const SUREST = 0.99;

/** Against the likeliest reading of doubtful digits each other one that passes as well is half as likely. */
const OTHER_READING = 0.5;

/**
 * How often a number is the listing's own where the page or its words suggest that it is somebody else's: a judgement. It multiplies, for
 * reading well proves nothing of whose number it is; so no such find is a claim.
 */
export const doubtedShare = 0.25;

/**
 * The probability that the find names a device of the listing and was read right: `0.98` for a labelled number that passes every test.
 * It follows from the facts alone, so anybody can work it out again from the features of a find.
 */
export function confidenceOf(facts: Facts, inForce: Weights = weights): number {
  if (facts.label === 'serial') return SERIAL_CONFIDENCE;
  let bits = 0;
  for (const [name, times] of termsOf(facts)) bits += inForce[name] * times;
  const likeliest = 1 / (1 + OTHER_READING * ((facts.readingsThatFit ?? 1) - 1));
  const own = facts.perhapsOf === undefined ? 1 : doubtedShare;
  return Math.round(Math.min(SUREST, probabilityOfBits(bits)) * likeliest * own * 1000) / 1000;
}
