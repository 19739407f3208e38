/** What the queue can be asked by, kept beside each Case in the `by-facets` index: a few words instead of the Case, so that 100,000 can be looked through. */

import * as z from 'zod';
import type { Case, CaseState } from '../domain/case.ts';
import { standingDecisions } from '../domain/case-work.ts';
import { decisionCodes } from '../domain/decision.ts';
import type { CountedCase } from '../domain/desk-figures.ts';
import type { EvidenceKind } from '../domain/match.ts';

export interface CaseFilter {
  /** Ids of Sources, any of which will do. */
  sources?: readonly string[];
  evidence?: EvidenceKind;
  /** As in `Case.about`, in any case of letters. */
  model?: string;
  area?: string;
}

/** The attributes that the index carries. */
export const facetNames = [
  'facetSource',
  'facetEvidence',
  'facetModel',
  'facetArea',
  'facetOutcome',
  'facetDecidedAt',
  'openedAt',
  'readyAt',
] as const;

/** They follow from the comparison. */
export function facetsOf({ listing, match, about }: Pick<Case, 'listing' | 'match' | 'about'>) {
  return {
    facetSource: listing.source,
    facetEvidence: match.evidenceKind,
    facetModel: about?.model?.toLowerCase(),
    facetArea: about?.area?.toLowerCase(),
  };
}

/** They follow from what people did: the last decision that stands. A check of decisions says nothing of listings and counts for no figure of them. */
export function outcomeFacets({ work, check }: Pick<Case, 'work' | 'check'>) {
  const last = work && check === undefined ? standingDecisions(work).at(-1) : undefined;
  return { facetOutcome: last?.code, facetDecidedAt: last?.at };
}

/** A DynamoDB filter; without an expression when everything will do. */
export function filterExpression({ sources, evidence, model, area }: CaseFilter) {
  const equal = { facetEvidence: evidence, facetModel: model?.toLowerCase(), facetArea: area?.toLowerCase() };
  const asked = Object.entries(equal).filter(([, value]) => value !== undefined);
  const aliases = (sources ?? []).map((source, index) => [`:source${index}`, source] as const);
  const conditions = asked.map(([name]) => `${name} = :${name}`);
  if (sources !== undefined) conditions.push(`facetSource IN (${aliases.map(([alias]) => alias).join(', ')})`);
  return {
    ...(conditions.length > 0 && { FilterExpression: conditions.join(' AND ') }),
    values: Object.fromEntries([...aliases, ...asked.map(([name, value]) => [`:${name}`, value] as const)]),
  };
}

const countedSchema = z.object({
  facetSource: z.string(),
  facetEvidence: z.enum(['imei', 'partial-imei', 'description']),
  openedAt: z.string(),
  readyAt: z.string().optional(),
  facetOutcome: z.enum(decisionCodes).optional(),
  facetDecidedAt: z.string().optional(),
});

/** Undefined for an item that a former version wrote, which carries no such words. */
export function countedCase(state: CaseState, item: Record<string, unknown>): CountedCase | undefined {
  const read = countedSchema.safeParse(item);
  if (!read.success) return undefined;
  const { facetSource: source, facetEvidence: evidence, openedAt, readyAt, facetOutcome: outcome, facetDecidedAt: decidedAt } = read.data;
  return {
    ...{ state, source, evidence, openedAt },
    ...(readyAt !== undefined && { readyAt }),
    ...(outcome !== undefined && { outcome }),
    ...(decidedAt !== undefined && { decidedAt }),
  };
}
