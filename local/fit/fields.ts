/** Where the number behind each level stands in a model: read before a fit, written after it. */

import type { MatchingModel } from '../../shared/domain/matching/weights.ts';
import { nameOfStep } from './levels.ts';

/** What the model file holds of a level. */
export type Held =
  /** The probability of reaching it, given one device; what strangers do is counted by the survey. */
  | { as: 'probability'; value: number }
  /** Fixed bits, for what the survey does not count. `atMost`: no figures may make it speak for the pair. */
  | { as: 'bits'; value: number; atMost?: number }
  /** Nothing: it is what the other levels leave. */
  | { as: 'rest' };

export interface Field {
  name: string;
  levels: { name: string; held: Held }[];
  /** Strangers are counted among pairs of one family of models: the field is weighed after the model. */
  withinFamily?: boolean;
  /** Sellers who show a number write other adverts than those who hide it: pairs that a number confirmed count half here. */
  damped?: boolean;
  /** The model with these numbers, in the order of the levels that hold one. */
  with(model: MatchingModel, numbers: readonly number[]): MatchingModel;
}

const probability = (name: string, value: number) => ({ name, held: { as: 'probability', value } satisfies Held });
const bits = (name: string, value: number, atMost?: number) => ({
  name,
  held: { as: 'bits', value, ...(atMost !== undefined && { atMost }) } satisfies Held,
});
const rest = (name: string) => ({ name, held: { as: 'rest' } satisfies Held });

/** Every field that a fit estimates. Identifiers, photos, covers and the signs of the offer are not among them: no label tells their weights. */
export function fieldsOf(model: MatchingModel): Field[] {
  return [...deviceFields(model), ...circumstanceFields(model), ...markFields(model)];
}

function deviceFields({ model, storage, colour, network, battery }: MatchingModel): Field[] {
  return [
    {
      name: 'model',
      levels: [probability('same', model.same), bits('family', model.familyBits, 0), bits('other', model.otherBits, 0)],
      with: (before, [same = 0, familyBits = 0, otherBits = 0]) => ({ ...before, model: { ...before.model, same, familyBits, otherBits } }),
    },
    {
      name: 'make alone',
      levels: [probability('agrees', model.makeAgrees), rest('differs')],
      with: (before, [makeAgrees = 0]) => ({ ...before, model: { ...before.model, makeAgrees } }),
    },
    {
      name: 'storage',
      withinFamily: true,
      levels: [probability('equal', storage.same), bits('different', storage.differentBits, 0)],
      with: (before, [same = 0, differentBits = 0]) => ({ ...before, storage: { same, differentBits } }),
    },
    {
      name: 'colour',
      withinFamily: true,
      levels: [probability('equal', colour.equal), bits('neighbour', colour.neighbourBits, 0), bits('different', colour.differentBits, 0)],
      with: (before, [equal = 0, neighbourBits = 0, differentBits = 0]) => ({ ...before, colour: { equal, neighbourBits, differentBits } }),
    },
    {
      name: 'network, report locked',
      levels: [
        probability('equal', network.sameLock),
        probability('unlocked-since', network.unlocked),
        probability('different', network.otherLock),
      ],
      with: (before, [sameLock = 0, unlocked = 0, otherLock = 0]) => ({
        ...before,
        network: { ...before.network, sameLock, unlocked, otherLock },
      }),
    },
    {
      name: 'network, report unlocked',
      levels: [probability('equal', network.stayedUnlocked), rest('different')],
      with: (before, [stayedUnlocked = 0]) => ({ ...before, network: { ...before.network, stayedUnlocked } }),
    },
    {
      name: 'battery',
      levels: ['as seen', 'lower', 'higher or far lower'].map((name, step) => bits(name, battery[step]?.bits ?? 0)),
      with: (before, numbers) => ({
        ...before,
        battery: before.battery.map((step, at) => ({ ...step, bits: numbers[at] ?? step.bits })),
      }),
    },
  ];
}

function circumstanceFields({ time, place, placeWords }: MatchingModel): Field[] {
  return [
    {
      name: 'stolen-time',
      damped: true,
      levels: time.map(({ upToDays, share }) => probability(nameOfStep(upToDays, 'days'), share)),
      with: (before, numbers) => ({ ...before, time: before.time.map((step, at) => ({ ...step, share: numbers[at] ?? step.share })) }),
    },
    {
      name: 'place',
      damped: true,
      levels: place.map(({ upToKm, share }) => probability(nameOfStep(upToKm, 'km'), share)),
      with: (before, numbers) => ({ ...before, place: before.place.map((step, at) => ({ ...step, share: numbers[at] ?? step.share })) }),
    },
    {
      name: 'place in words',
      damped: true,
      levels: [bits('shared', placeWords.sharedBits), bits('different', placeWords.differentBits, 0)],
      with: (before, [sharedBits = 0, differentBits = 0]) => ({ ...before, placeWords: { sharedBits, differentBits } }),
    },
  ];
}

function markFields({ mark }: MatchingModel): Field[] {
  const withMark = (before: MatchingModel, fitted: Partial<MatchingModel['mark']>) => ({ ...before, mark: { ...before.mark, ...fitted } });
  return [
    {
      name: 'common mark',
      damped: true,
      levels: [probability('both', mark.both), bits('record only', mark.onlyRecordBits, 0)],
      with: (before, [both = 0, onlyRecordBits = 0]) => withMark(before, { both, onlyRecordBits }),
    },
    {
      name: 'common mark, unreported',
      damped: true,
      levels: [bits('listing only', mark.onlySellerBits, 0), rest('neither')],
      with: (before, [onlySellerBits = 0]) => withMark(before, { onlySellerBits }),
    },
    {
      name: 'rare mark',
      damped: true,
      levels: [
        probability('same value', mark.valueAgrees),
        probability('same kind', mark.valueUnread),
        bits('other value', mark.otherValueBits, 0),
        bits('record only', mark.rareSilentBits, 0),
      ],
      with: (before, [valueAgrees = 0, valueUnread = 0, otherValueBits = 0, rareSilentBits = 0]) =>
        withMark(before, { valueAgrees, valueUnread, otherValueBits, rareSilentBits }),
    },
    {
      name: 'rare mark, unreported',
      damped: true,
      levels: [bits('listing only', mark.rareUnknownToRecordBits, 0), rest('neither')],
      with: (before, [rareUnknownToRecordBits = 0]) => withMark(before, { rareUnknownToRecordBits }),
    },
  ];
}
