/** What speaks against an agreeing identifier, shown to the reviewer first. */

import { catalogue } from './catalogue/catalogue.ts';
import type { ModelReading } from './catalogue/read-model.ts';
import { compareModels, type Sides } from './description-evidence.ts';
import type { Finding } from './finding.ts';
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

/** The same as lines, for versions of the model that weigh them: a number in several places is right in one of them at most. */
export function contradictionFindings(comparison: Comparison, profiles: Pick<Sides, 'listing' | 'record'>): Finding[] {
  const { otherListingsWithIdentifier, otherRecordsWithIdentifier = 0, model } = comparison.context;
  if (!model.contradictionLines) return [];
  return [
    ...tacFinding(comparison, profiles),
    ...severalFinding('other-listings', otherListingsWithIdentifier),
    ...severalFinding('other-records', otherRecordsWithIdentifier),
  ];
}

function severalFinding(field: string, others: number): Finding[] {
  return others > 0 ? [{ field, level: others === 1 ? '1 other' : `${others} others`, bits: -Math.log2(1 + others) }] : [];
}

/** Where the report names no model, the first digits of its number do. */
function tacFinding({ record, context }: Comparison, profiles: Pick<Sides, 'listing' | 'record'>): Finding[] {
  if (profiles.record.model.models.length > 0) return [];
  const named = modelsOfNumbers(record, context).find((model) => compareModels(profiles.listing.model, model) === 'other');
  const name = catalogue[named?.models[0] ?? -1]?.name;
  if (name === undefined) return [];
  return [{ field: 'tac', listingSays: profiles.listing.modelSaid, recordSays: name, level: 'other', bits: context.model.model.otherBits }];
}

/** The record says what phone the number belongs to; where it does not, the TAC may. */
function modelDiffers({ record, context }: Comparison, profiles: Pick<Sides, 'listing' | 'record'>): boolean {
  if (compareModels(profiles.listing.model, profiles.record.model) === 'other') return true;
  if (profiles.record.model.models.length > 0) return false;
  return modelsOfNumbers(record, context).some((model) => compareModels(profiles.listing.model, model) === 'other');
}

function modelsOfNumbers({ identifiers }: Comparison['record'], { modelOfImei }: Comparison['context']): ModelReading[] {
  const imeis = identifiers.flatMap(({ kind, value }) => (kind === 'imei' && value !== undefined ? value : []));
  return imeis.map((imei) => modelOfImei?.(imei) ?? { models: [] });
}
