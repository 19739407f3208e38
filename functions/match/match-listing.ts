import type { Case } from '../../shared/domain/case.ts';
import type { ListingKey } from '../../shared/domain/listing.ts';
import { matchLimits } from '../../shared/domain/matching/match-limits.ts';
import { closeCase, queueFit } from './cases.ts';
import { type Fit, fitsOfListing } from './fits-of-listing.ts';
import type { Listed } from './listed.ts';
import { createLookUps, type LookUps } from './look-ups.ts';
import type { MatchParts } from './parts.ts';

/** Three more than are ever needed while nothing else changes. */
const mostLooks = 4;

/**
 * Compares a Listing with every record that may be its phone, queues the pairs that fit, and closes the Cases of those that no longer do.
 * What comes of it depends on what Listings, records and index hold, not on what message led here.
 *
 * After a change to its Cases it looks once more: a rival record that was filed meanwhile either sees the Case, or is seen here.
 * `changed`: references of the records whose change led here.
 */
export async function matchListing(
  key: ListingKey,
  { parts, lookUps, changed = new Set() }: { parts: MatchParts; lookUps: LookUps; changed?: ReadonlySet<string> },
): Promise<void> {
  for (let look = 1; look <= mostLooks; look += 1) {
    const fresh = look === 1 ? lookUps : await createLookUps(parts);
    if (!(await matchOnce(key, { parts, lookUps: fresh, changed }))) return;
  }
}

async function matchOnce(
  key: ListingKey,
  { parts, lookUps, changed }: { parts: MatchParts; lookUps: LookUps; changed: ReadonlySet<string> },
): Promise<boolean> {
  const { listing, revisions } = await newestRevisions(key, parts, lookUps);
  if (listing === undefined) return false;
  const standing = listing.keptForCase ? (await parts.cases.allAbout({ listing: key })).filter(isOpenPair) : [];
  const known = standing.map(({ match }) => match.recordReference);
  const fits = await fitsOfListing(revisions, known, { parts, lookUps });
  const outcomes: boolean[] = [];
  for (const fit of fits) outcomes.push(await queueFit(fit, parts));
  for (const each of standing.filter((before) => !isAmong(before, fits) && !outlasts(before, changed)))
    outcomes.push(await closeCase(each, reasonToClose(each, changed), parts));
  return outcomes.some((hasChanged) => hasChanged);
}

/** Only the Revisions that the Listing knows of: a later one is still being written, and brings its own message. */
async function newestRevisions(key: ListingKey, { listings }: MatchParts, lookUps: LookUps) {
  const listing = await listings.get(key);
  const found = listing === undefined ? [] : await listings.revisions(key);
  const revisions: Listed[] = [];
  for (const revision of found.toReversed())
    if (listing && revision.number <= listing.revision) revisions.push(await lookUps.read(listing, revision));
  return { listing, revisions: revisions.slice(0, matchLimits.revisions) };
}

function isOpenPair({ state, kind }: Case): boolean {
  return state !== 'closed' && kind !== 'flood';
}

/** What two persons confirmed is not undone by what the seller writes afterwards; a record that changed is looked at again. */
function outlasts({ state, match }: Case, changed: ReadonlySet<string>): boolean {
  return state === 'confirmed' && !changed.has(match.recordReference);
}

function isAmong({ match }: Case, fits: readonly Fit[]): boolean {
  return fits.some((fit) => fit.match.recordReference === match.recordReference);
}

function reasonToClose({ match }: Case, changed: ReadonlySet<string>): string {
  return changed.has(match.recordReference) ? 'The record changed and no longer fits.' : 'With what is known now it no longer fits.';
}
