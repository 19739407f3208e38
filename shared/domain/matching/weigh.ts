/** Weighs one pair: the identity fields of a listing and a record, as findings whose bits add up. */

import type { Identifier } from '../identifier.ts';
import type { StolenRecord } from '../stolen-record.ts';
import { circumstanceFindings, type Surroundings } from './circumstance-evidence.ts';
import { descriptionFindings, modelFinding } from './description-evidence.ts';
import { type Finding, sumOfBits } from './finding.ts';
import { type AgreedModel, type IdentifierFinding, identifierFinding } from './identifier-evidence.ts';
import { markFindings } from './mark-evidence.ts';
import type { Population } from './population.ts';
import type { DeviceProfile } from './profile.ts';
import type { MatchingModel } from './weights.ts';

/** What all comparisons of one run share. */
export interface Scales {
  model: MatchingModel;
  population: Population;
  surroundings: Surroundings;
  /** What an equal number and an equal model are worth together where the number may be somebody else's. */
  doubtedBits: number;
}

/** A pair before prior, rivals and caps. */
export interface Weighed {
  identifier?: IdentifierFinding;
  findings: Finding[];
  /** Sum of all findings, the identifier's among them. */
  bits: number;
}

/** A record with what was read out of it, so that it is read once. */
export interface ReadRecord {
  record: StolenRecord;
  profile: DeviceProfile;
}

/**
 * Below this sum of model, storage, colour, network and battery, without an identifier and without a rare mark to look for, a pair is
 * given up: damage, time and place together cannot carry it from there to one in a hundred. Half of all pairs of a block end here.
 */
const hopelessBits = -4;

export function weighPair(finds: Identifier[], listing: DeviceProfile, { record, profile }: ReadRecord, scales: Scales): Weighed {
  const agreed = finds.length === 0 ? undefined : agreedModel(listing, profile, scales);
  const identifier =
    finds.length === 0
      ? undefined
      : identifierFinding({
          finds,
          record,
          offeredMake: listing.model.make,
          agreed,
          weights: scales.model.identifier,
          doubtedBits: scales.doubtedBits,
        });
  const findings = [...(identifier ? [identifier] : []), ...findingsOf(listing, profile, { ...scales, identifierBits: identifier?.bits })];
  return { findings, bits: sumOfBits(findings), ...(identifier ? { identifier } : {}) };
}

/** What the two descriptions and the circumstances come to, beside an identifier line of so many bits if there is one. */
export function findingsOf(
  listing: DeviceProfile,
  record: DeviceProfile,
  { model, population, surroundings, identifierBits }: Scales & { identifierBits: number | undefined },
): Finding[] {
  const sides = { listing, record, model, population };
  const findings = descriptionFindings(sides);
  if (identifierBits === undefined && !listing.bearsRareMark && sumOfBits(findings) < hopelessBits) return findings;
  return [...findings, ...markFindings(sides), ...circumstanceFindings(sides, surroundings)];
}

/** What the models agree in, so that a TAC does not count it again. */
export function agreedModel(listing: DeviceProfile, record: DeviceProfile, { model, population }: Pick<Scales, 'model' | 'population'>) {
  const finding = modelFinding({ listing, record, model, population });
  if (finding?.level !== 'same' && finding?.level !== 'make') return undefined;
  const level: AgreedModel['level'] = finding.level;
  return { make: record.model.make ?? '', level, bits: finding.bits };
}
