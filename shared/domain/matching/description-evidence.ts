/** What both sides say of the device itself: model, storage, colour, network, battery. What one side leaves out is no evidence. */

import { catalogue } from './catalogue/catalogue.ts';
import type { ModelReading } from './catalogue/read-model.ts';
import { agreement, bitsOf, type Finding } from './finding.ts';
import type { Population } from './population.ts';
import type { DeviceProfile } from './profile.ts';
import { compareColours } from './understanding/colour.ts';
import type { MatchingModel } from './weights.ts';

/** Two descriptions, and how they are to be weighed. */
export interface Sides {
  listing: DeviceProfile;
  record: DeviceProfile;
  model: MatchingModel;
  population: Population;
}

/** One line a field on which both sides speak. */
export function descriptionFindings(sides: Sides): Finding[] {
  return [modelFinding(sides), storageFinding(sides), colourFinding(sides), networkFinding(sides), batteryFinding(sides)].filter(
    (finding) => finding !== undefined,
  );
}

/** From the strongest agreement down; `make` stands where one side names no more, `missing` where one names nothing. */
export type ModelAgreement = 'same' | 'family' | 'other' | 'make' | 'missing';

/** How two readings of a model agree; `make` when one of them names no more than that. */
export function compareModels(a: ModelReading, b: ModelReading): ModelAgreement {
  if (a.models.length > 0 && b.models.length > 0) {
    if (a.models.some((model) => b.models.includes(model))) return 'same';
    const families = new Set(a.models.map((model) => catalogue[model]?.family));
    return b.models.some((model) => families.has(catalogue[model]?.family)) ? 'family' : 'other';
  }
  if (a.make === undefined || b.make === undefined) return 'missing';
  return a.make === b.make ? 'make' : 'other';
}

/** The line of the models, undefined where a side names none. */
export function modelFinding({ listing, record, model, population }: Sides): Finding | undefined {
  const level = compareModels(listing.model, record.model);
  if (level === 'missing') return undefined;
  return {
    field: 'model',
    listingSays: listing.modelSaid,
    recordSays: record.modelSaid,
    level,
    ...weighed(),
  };

  function weighed(): Pick<Finding, 'bits' | 'byChance'> {
    switch (level) {
      case 'same':
        // Who names three models says as little as the three are common together.
        return agreement(
          model.model.same,
          Math.max(population.modelShare(record.model.models), population.modelShare(listing.model.models)),
        );
      case 'make':
        return agreement(model.model.makeAgrees, population.makeShare(record.model.make ?? ''));
      case 'family':
        return { bits: model.model.familyBits };
      default:
        return { bits: model.model.otherBits };
    }
  }
}

function storageFinding({ listing, record, model, population }: Sides): Finding | undefined {
  if (listing.storageGb === undefined || record.storageGb === undefined) return undefined;
  const equal = listing.storageGb === record.storageGb;
  const share = population.storageShare(record.model.models, record.storageGb);
  return {
    field: 'storage',
    listingSays: `${listing.storageGb} GB`,
    recordSays: `${record.storageGb} GB`,
    level: equal ? 'equal' : 'different',
    ...(equal ? agreement(model.storage.same, share) : { bits: model.storage.differentBits }),
  };
}

function colourFinding({ listing, record, model, population }: Sides): Finding | undefined {
  if (!listing.colour || !record.colour) return undefined;
  const level = compareColours(listing.colour, record.colour);
  const { equal, neighbourBits, differentBits } = model.colour;
  const weighed = {
    equal: () => agreement(equal, population.colourShare(record.model.models, record.colour ?? { said: '', plain: [] })),
    neighbour: () => ({ bits: neighbourBits }),
    different: () => ({ bits: differentBits }),
  };
  return { field: 'colour', listingSays: listing.colour.said, recordSays: record.colour.said, level, ...weighed[level]() };
}

function networkFinding({ listing, record, model, population }: Sides): Finding | undefined {
  const [offered, stolen] = [listing.network, record.network];
  if (offered === undefined || stolen === undefined) return undefined;
  const { sameLock, unlocked, otherLock, stayedUnlocked } = model.network;
  const share = population.networkShare(offered);
  const line = { field: 'network', listingSays: offered, recordSays: stolen };
  if (stolen === 'unlocked') {
    if (offered === 'unlocked') return { ...line, level: 'equal', ...agreement(stayedUnlocked, share) };
    return { ...line, level: 'different', bits: bitsOf(1 - stayedUnlocked, 1 - population.networkShare('unlocked')) };
  }
  if (offered === stolen) return { ...line, level: 'equal', ...agreement(sameLock, share) };
  if (offered === 'unlocked') return { ...line, level: 'unlocked-since', bits: bitsOf(unlocked, share) };
  return {
    ...line,
    level: 'different',
    bits: bitsOf(otherLock, 1 - population.networkShare('unlocked') - population.networkShare(stolen)),
  };
}

function batteryFinding({ listing, record, model }: Sides): Finding | undefined {
  const [offered, stolen] = [listing.batteryHealth, record.batteryHealth];
  if (offered === undefined || stolen === undefined) return undefined;
  // A percent more than the owner saw is a rounding; more than that is a new battery or another phone.
  const fallen = stolen - offered;
  const level = fallen < -1 ? model.battery.at(-1) : model.battery.find(({ atMostBelow }) => fallen <= atMostBelow);
  return {
    field: 'battery',
    listingSays: `${offered} %`,
    recordSays: `${stolen} %`,
    level: fallen < -1 ? 'higher' : fallen <= 2 ? 'equal' : 'lower',
    bits: level?.bits ?? 0,
  };
}
