/** Which level each field of a pair reaches: the same words for pairs that are one device and for strangers, counted on both. */

import { compareModels, descriptionFindings } from '../../shared/domain/matching/description-evidence.ts';
import { markFindings } from '../../shared/domain/matching/mark-evidence.ts';
import { emptySurvey } from '../../shared/domain/matching/market-survey.ts';
import { populationOf } from '../../shared/domain/matching/population.ts';
import type { DeviceProfile } from '../../shared/domain/matching/profile.ts';
import { isRare } from '../../shared/domain/matching/understanding/marks.ts';
import { distanceKm } from '../../shared/domain/matching/understanding/place.ts';
import type { MatchingModel } from '../../shared/domain/matching/weights.ts';

/** One field on which both sides speak, and how they agree. */
export interface LevelReached {
  field: string;
  level: string;
}

const dayMs = 86_400_000;

export type LevelReader = (listing: DeviceProfile, record: DeviceProfile) => LevelReached[];

/** `kinds`: the common marks that anybody's advert may show; those that neither side names are counted as silence of both. */
export function levelReader(model: MatchingModel, kinds: readonly string[]): LevelReader {
  const population = populationOf(emptySurvey, model);
  // A hundred thousand pairs reach some fifty levels between them: each level is one object.
  const known = new Map<string, LevelReached>();
  const theOne = (reached: LevelReached): LevelReached => {
    const key = `${reached.field}/${reached.level}`;
    const before = known.get(key) ?? reached;
    known.set(key, before);
    return before;
  };
  return (listing, record) => {
    const sides = { listing, record, model, population };
    return [
      ...descriptionFindings(sides).map(({ field, level }) => deviceLevel(field, level, listing, record)),
      ...timeLevel(listing, record, model),
      ...placeLevel(listing, record, model),
      ...markLevels(sides, kinds),
    ].map(theOne);
  };
}

function deviceLevel(field: string, level: string, listing: DeviceProfile, record: DeviceProfile): LevelReached {
  switch (field) {
    case 'model':
      return isVague(listing) || isVague(record)
        ? { field: 'make alone', level: level === 'make' ? 'agrees' : 'differs' }
        : { field, level };
    case 'network':
      return { field: record.network === 'unlocked' ? 'network, report unlocked' : 'network, report locked', level };
    case 'battery': {
      const fallen = (record.batteryHealth ?? 0) - (listing.batteryHealth ?? 0);
      return { field, level: fallen < -1 || fallen > 4 ? 'higher or far lower' : fallen > 2 ? 'lower' : 'as seen' };
    }
    default:
      return { field, level };
  }
}

function isVague({ model }: DeviceProfile): boolean {
  return model.models.length === 0;
}

function timeLevel(listing: DeviceProfile, record: DeviceProfile, { time }: MatchingModel): LevelReached[] {
  const days = (listing.at - record.at) / dayMs;
  const step = time.find(({ upToDays }) => days <= upToDays);
  // Before the theft is a gate, and nobody's weight.
  return step && days > -1 ? [{ field: 'stolen-time', level: nameOfStep(step.upToDays, 'days') }] : [];
}

function placeLevel(listing: DeviceProfile, record: DeviceProfile, { place }: MatchingModel): LevelReached[] {
  if (listing.coordinates && record.coordinates) {
    const distance = distanceKm(listing.coordinates, record.coordinates);
    const step = place.find(({ upToKm }) => distance <= upToKm);
    return step ? [{ field: 'place', level: nameOfStep(step.upToKm, 'km') }] : [];
  }
  const said = listing.place.filter((word) => word !== 'london');
  if (said.length === 0 || record.place.length === 0) return [];
  return [{ field: 'place in words', level: said.some((word) => record.place.includes(word)) ? 'shared' : 'different' }];
}

/** `within 3 days`, `later`, `within 3 km`, `farther`. */
export function nameOfStep(upTo: number, unit: 'days' | 'km'): string {
  if (Number.isFinite(upTo)) return `within ${upTo} ${unit}`;
  return unit === 'days' ? 'later' : 'farther';
}

function markLevels(sides: Parameters<typeof markFindings>[0], kinds: readonly string[]): LevelReached[] {
  const { listing, record, model } = sides;
  // A record without marks was not looked over: nothing of the advert's marks speaks against it.
  if (record.marks.length === 0) return [];
  const found = markFindings(sides).flatMap(({ field, level }) => {
    const kind = field.slice('mark: '.length);
    if (kind === 'worn' || model.mark.removable.kinds.includes(kind)) return [];
    const rare = [...listing.marks, ...record.marks].some((mark) => mark.kind === kind && isRare(mark));
    const known = record.marks.some((mark) => mark.kind === kind);
    return [{ field: `${rare ? 'rare' : 'common'} mark${known ? '' : ', unreported'}`, level }];
  });
  const named = new Set([...listing.marks, ...record.marks].map(({ kind }) => kind));
  const silent = kinds.filter((kind) => !named.has(kind)).map(() => ({ field: 'common mark, unreported', level: 'neither' }));
  const noRare = found.some(({ field }) => field === 'rare mark, unreported') ? [] : [{ field: 'rare mark, unreported', level: 'neither' }];
  return [...found, ...silent, ...noRare];
}

export function areOfOneFamily(listing: DeviceProfile, record: DeviceProfile): boolean {
  const agreement = compareModels(listing.model, record.model);
  return agreement === 'same' || agreement === 'family';
}
