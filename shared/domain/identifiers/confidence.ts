/** How sure a find is: the bits of its facts added up, as a probability. */

import { probabilityOfBits } from '../match.ts';
import { weights } from './confidence-weights.ts';
import type { Facts } from './find.ts';

/** Names of the weights a set of facts calls on, with how often each counts. The prior is always one of them. */
function termsOf(facts: Facts): Map<keyof typeof weights, number> {
  const terms = new Map<keyof typeof weights, number>([['prior', 1]]);
  const add = (name: keyof typeof weights, times = 1) => terms.set(name, (terms.get(name) ?? 0) + times);
  add(`label ${facts.label}`);
  if (facts.label !== 'none' && (facts.wordsBetween ?? 0) > 2) add('a word between', Math.min(8, (facts.wordsBetween ?? 0) - 2));
  if (facts.shownBy !== undefined) addPartial(facts, add);
  else addComplete(facts, add);
  if (facts.calledOther !== undefined) add(`called ${facts.calledOther}`);
  if (facts.example) add('said to be an example');
  if (facts.unseen) add('not on the screen');
  if (facts.tac !== undefined) add('known TAC');
  if (facts.modelAgrees !== undefined) add(facts.modelAgrees ? 'model agrees' : 'model differs');
  return terms;
}

type Add = (name: keyof typeof weights, times?: number) => void;

function addComplete(facts: Facts, add: Add): void {
  if (facts.digits === 14) add('14 digits');
  if (facts.digits === 16) add('16 digits');
  if (facts.luhn !== undefined) add(facts.luhn ? 'check digit right' : 'check digit wrong');
  if (facts.reportingBody !== undefined) add(`reporting body ${facts.reportingBody}`);
  if (facts.doubtful) add('a doubtful digit', Math.min(8, facts.doubtful));
  if ((facts.readingsThatFit ?? 1) > 1) add('another reading fits', Math.min(4, (facts.readingsThatFit ?? 1) - 1));
  if ((facts.pieces ?? 1) > 1) add('in pieces');
  if (facts.reversed) add(facts.backwardsSaid ? 'backwards, and said so' : 'backwards, unsaid');
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
/** A serial number has neither check digit nor reporting body: alone it stays a candidate, and an equal one in a record is what proves it. */
const SUREST_SERIAL = 0.45;

/** The probability that the find names a device and was read right: `0.98` for a labelled number that passes every test. */
export function confidenceOf(facts: Facts): number {
  let bits = 0;
  for (const [name, times] of termsOf(facts)) bits += weights[name] * times;
  const surest = facts.label === 'serial' ? SUREST_SERIAL : SUREST;
  return Math.round(Math.min(surest, probabilityOfBits(bits)) * 1000) / 1000;
}
