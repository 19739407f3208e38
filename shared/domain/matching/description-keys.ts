/** What is said of a phone as keys of the index: rare marks, photos, and the family of its model by month. */

import { catalogue } from './catalogue/catalogue.ts';
import type { IndexKey } from './index-keys.ts';
import { matchLimits } from './match-limits.ts';
import type { DeviceProfile } from './profile.ts';
import { dayOf, type Sketch } from './sketch.ts';
import { isRare } from './understanding/marks.ts';

/** Stands for what a side does not say. */
export const unsaid = '-';

/** Marks and photos: agreement in one of them is rare by itself. Both sides choose the same ones when they have too many. */
export function rareKeys({ profile }: Sketch): IndexKey[] {
  const order = [dayOf(profile.at)];
  return [
    ...markWords(profile).map((partition): IndexKey => ({ block: 'mark', partition, order })),
    ...photoBands(profile).map((partition): IndexKey => ({ block: 'photo', partition, order })),
  ];
}

/** Covers are taken off, so they lead nowhere. Longer words first: they are shared by fewer. */
function markWords({ marks }: DeviceProfile): string[] {
  const words = marks
    .filter((mark) => isRare(mark) && mark.kind !== 'cover')
    .flatMap(({ kind, value }) => value.map((word) => `mark:${kind}:${word}`));
  return [...new Set(words)].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, matchLimits.markWords);
}

/** Two hashes that differ in at most three of their 64 bits share one of the four quarters whole. */
function photoBands({ photoHashes }: DeviceProfile): string[] {
  const hashes = [...new Set(photoHashes.map((hash) => hash.toLowerCase()))].filter((hash) => hash.length === 16).toSorted();
  const bands = hashes
    .slice(0, matchLimits.photos)
    .flatMap((hash) => [0, 1, 2, 3].map((band) => `photo:${band}:${hash.slice(4 * band, 4 * band + 4)}`));
  return [...new Set(bands)];
}

/** One entry for each model that may be meant and each plain colour; a text that names no model, or many, is filed under none. */
export function familyKeys({ profile }: Sketch): IndexKey[] {
  if (!Number.isFinite(profile.at)) return [];
  const month = monthOf(profile.at);
  const [storage, colours] = [storageOf(profile), coloursOf(profile)];
  return modelsOf(profile).flatMap(({ family, name }) =>
    colours.map((colour) => ({
      block: 'family' as const,
      partition: familyPartition(family, month),
      order: [name, storage, colour, dayOf(profile.at)],
    })),
  );
}

export function familyPartition(family: string, month: string): string {
  return `family:${family}:${month}`;
}

export function modelsOf({ model }: DeviceProfile): { family: string; name: string }[] {
  if (model.models.length > matchLimits.models) return [];
  return model.models.flatMap((number) => catalogue[number] ?? []);
}

export function storageOf({ storageGb }: DeviceProfile): string {
  return storageGb === undefined ? unsaid : String(storageGb);
}

/** "Phantom silver" may be silver or white and is filed under both; what may be three colours or more is as good as unsaid. */
export function coloursOf({ colour }: DeviceProfile): string[] {
  return colour === undefined || colour.plain.length === 0 || colour.plain.length > 2 ? [unsaid] : colour.plain;
}

/** `2026-11`, in UTC. */
export function monthOf(at: number): string {
  return dayOf(at).slice(0, 7);
}
