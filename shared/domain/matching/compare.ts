/** One Listing against one StolenRecord: gates, contradictions, and lines of evidence whose bits sum to the total. */

import type { Match } from '../match.ts';
import { offerFinding } from './listing-prior.ts';
import { emptySurvey } from './market-survey.ts';
import { populationOf } from './population.ts';
import { profileOfListing, profileOfRecord } from './profile.ts';
import type { Comparison } from './sides.ts';
import { verdictOf } from './verdict.ts';
import { weighPair } from './weigh.ts';

/**
 * Compares one pair as if no other record could fit: what an identifier look-up needs. Pure: the same pair in the same context
 * under the same model version gives the same bits, always. Descriptions are ranked against all records in `rank.ts`.
 */
export function compareListingWithRecord(comparison: Comparison): Match {
  const { listing, record, context } = comparison;
  const { model } = context;
  const population = context.population ?? populationOf(emptySurvey, model);
  const profiles = { listing: profileOfListing(listing), record: profileOfRecord(record) };
  const weighed = weighPair(
    listing.identifiers,
    profiles.listing,
    { record, profile: profiles.record },
    { model, population, surroundings: {} },
  );
  const offer = offerFinding({ listing, profile: profiles.listing, model, population });
  return verdictOf({ comparison, profiles, weighed, offer, rivals: { bits: 0, count: 0 } });
}
