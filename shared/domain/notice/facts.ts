/**
 * What a notice says of a Match: which facts agree and which do not, from a closed list. Neither side's words go in, because a record's may be a
 * victim's; weights do not either, because a platform would read them as proof. Facts against are told like those for.
 */

import { isDoubted } from '../identifiers/belonging.ts';
import type { Evidence, Match } from '../match.ts';

const compared = ['model', 'colour', 'storage', 'mark', 'photo', 'stolen-time', 'place', 'battery', 'network', 'offer'] as const;

export const factFields = ['identifier', ...compared, 'other-detail'] as const;
type FactField = (typeof factFields)[number];

/** Of an identifier how it agrees; of the rest whether it does. */
export const factOutcomes = ['equal', 'one-slip', 'other-slot', 'known-digits', 'agrees', 'differs'] as const;
type FactOutcome = (typeof factOutcomes)[number];

/** How much weaker or stronger the fact makes the inference: in tens of thousands, in tens, or less. */
export const factStrengths = ['strong', 'moderate', 'weak'] as const;

export interface NoticeFact {
  field: FactField;
  outcome: FactOutcome;
  speaks: 'for' | 'against';
  strength: (typeof factStrengths)[number];
  /** `observed` on the page itself, or `inferred` from it. */
  assertion: 'observed' | 'inferred';
}

/** Lines about the list, the arithmetic and the queue: nothing of the listing. */
const notFacts = new Set(['prior', 'other-candidates', 'calibration', 'cap', 'tac']);
const inferred = new Set<FactField>(['stolen-time', 'place', 'offer', 'other-detail']);
const strongBits = 13;
const moderateBits = 3;

const identifierOutcomes: Record<string, FactOutcome> = {
  equal: 'equal',
  'one slip apart': 'one-slip',
  'other slot': 'other-slot',
  'known digits agree': 'known-digits',
};

/** In the order of the Match; lines that weigh nothing say nothing. A number that may be another advert's is not told of this one. */
export function factsOf({ evidence }: Pick<Match, 'evidence'>): NoticeFact[] {
  return evidence
    .filter(({ field, bits, identifier }) => !notFacts.has(field) && bits !== 0 && !(identifier && isDoubted(identifier)))
    .map(factOf);
}

function factOf({ field: name, level, bits }: Evidence): NoticeFact {
  const field = fieldOf(name);
  const speaks = bits > 0 ? 'for' : 'against';
  const agreeing = field === 'identifier' ? (identifierOutcomes[level] ?? 'agrees') : 'agrees';
  return {
    field,
    outcome: speaks === 'for' ? agreeing : 'differs',
    speaks,
    strength: strengthOf(Math.abs(bits)),
    assertion: inferred.has(field) ? 'inferred' : 'observed',
  };
}

/** `mark: engraving` is a mark; a field that this list does not know yet is told as what it is. */
function fieldOf(name: string): FactField {
  const [head = ''] = name.split(':');
  return factFields.find((field) => field === head) ?? 'other-detail';
}

function strengthOf(bits: number): NoticeFact['strength'] {
  if (bits >= strongBits) return 'strong';
  return bits >= moderateBits ? 'moderate' : 'weak';
}

const identifierSentences: Partial<Record<FactOutcome, string>> = {
  equal: 'The advert shows the number of a device that is reported stolen.',
  'one-slip': 'The advert shows a number that is one slip of a digit away from that of a device reported stolen.',
  'other-slot': 'The advert shows the neighbouring number of a device reported stolen, as its second SIM slot has.',
  'known-digits': 'The digits of its number that the advert shows are those of a device reported stolen.',
  differs: 'The advert also shows another number than the device’s.',
};

const sentences: Record<Exclude<FactField, 'identifier'>, { for: string; against: string }> = {
  model: { for: 'The model offered is the one reported.', against: 'The model offered is not quite the one reported.' },
  colour: { for: 'The colour is the one reported.', against: 'The colour is another than reported.' },
  storage: { for: 'The storage is that of the device.', against: 'The storage is another than that of the device.' },
  mark: {
    for: 'A mark or damage is described or shown as on the device.',
    against: 'A mark of the device is not mentioned, or another is.',
  },
  photo: { for: 'A photo shows what the device looks like.', against: 'The photos show something other than the device.' },
  'stolen-time': { for: 'It was offered soon after the theft.', against: 'It was offered some time after the theft.' },
  place: { for: 'It is offered near the place of the theft.', against: 'It is offered away from the place of the theft.' },
  battery: { for: 'The battery’s state is that of the device.', against: 'The battery’s state is another than reported.' },
  network: { for: 'The network is that of the device.', against: 'The network is another than reported.' },
  offer: { for: 'Signs of the offer itself make a theft likelier.', against: 'Signs of the offer itself make a theft less likely.' },
  'other-detail': { for: 'A further detail of the advert agrees.', against: 'A further detail of the advert does not agree.' },
};

/** A fact in one plain sentence, of this list and of nothing else. */
export function sentenceOf({ field, outcome, speaks }: NoticeFact): string {
  if (field === 'identifier') return identifierSentences[outcome] ?? 'The advert shows a number that points to a device reported stolen.';
  return sentences[field][speaks];
}
