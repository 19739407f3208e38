/** What speaks against an agreeing identifier, shown to the reviewer first. */

import { compareModels, type Sides } from './description-evidence.ts';
import type { Comparison } from './sides.ts';

/**
 * `model-differs`: the number is the record's and the phone described is another model, not one step away; a cloned number, a copied
 * advert or a wrong record. `several-records` and `several-listings`: one number cannot be several phones.
 */
export function contradictionsOf(comparison: Comparison, profiles: Pick<Sides, 'listing' | 'record'>): string[] {
  const { context } = comparison;
  const flags: string[] = [];
  if (modelDiffers(comparison, profiles)) flags.push('model-differs');
  if ((context.otherRecordsWithIdentifier ?? 0) > 0) flags.push('several-records');
  if (context.otherListingsWithIdentifier > 0) flags.push('several-listings');
  return flags;
}

/** The record says what phone the number belongs to; where it does not, the TAC may. */
function modelDiffers({ record, context }: Comparison, profiles: Pick<Sides, 'listing' | 'record'>): boolean {
  const offered = profiles.listing.model;
  const stolen = profiles.record.model;
  if (compareModels(offered, stolen) === 'other') return true;
  if (stolen.models.length > 0) return false;
  const imeis = record.identifiers.flatMap(({ kind, value }) => (kind === 'imei' && value !== undefined ? value : []));
  return imeis.some((imei) => compareModels(offered, context.modelOfImei?.(imei) ?? { models: [] }) === 'other');
}
