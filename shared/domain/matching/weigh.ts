/** Weighs one pair: the identity fields of a listing and a record, as findings whose bits add up. */

import type { Identifier } from '../identifier.ts';
import type { StolenRecord } from '../stolen-record.ts';
import { circumstanceFindings, type Surroundings } from './circumstance-evidence.ts';
import { compareModels, descriptionFindings } from './description-evidence.ts';
import { type Finding, sumOfBits } from './finding.ts';
import { type IdentifierFinding, identifierFinding } from './identifier-evidence.ts';
import { markFindings } from './mark-evidence.ts';
import type { Population } from './population.ts';
import type { DeviceProfile } from './profile.ts';
import type { MatchingModel } from './weights.ts';

/** What all comparisons of one run share. */
export interface Scales {
  model: MatchingModel;
  population: Population;
  surroundings: Surroundings;
}

export interface Weighed {
  identifier?: IdentifierFinding;
  findings: Finding[];
  /** Sum of all findings, the identifier's among them. */
  bits: number;
}

export interface ReadRecord {
  record: StolenRecord;
  profile: DeviceProfile;
}

export function weighPair(finds: Identifier[], listing: DeviceProfile, { record, profile }: ReadRecord, scales: Scales): Weighed {
  const { model, population, surroundings } = scales;
  const agreeingMake = compareModels(listing.model, profile.model) === 'same' ? profile.model.make : undefined;
  const identifier = identifierFinding({ finds, record, agreeingMake, weights: model.identifier });
  const sides = { listing, record: profile, model, population };
  const findings = [
    ...(identifier ? [identifier] : []),
    ...descriptionFindings(sides),
    ...markFindings(sides),
    ...circumstanceFindings(sides, surroundings),
  ];
  return { findings, bits: sumOfBits(findings), ...(identifier ? { identifier } : {}) };
}
