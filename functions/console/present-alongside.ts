/** Other Cases that share a side with this one: other records that fit the listing, other listings that fit the record. */

import type { Case } from '../../shared/domain/case.ts';
import { percentWords } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import { stateLabel } from './present.ts';

export interface AlongsideEntry {
  href: string;
  title: string;
  /** `Record 4217/26-A, estimate 97 %` */
  beside: string;
  state: Label;
}

export interface AlongsideView {
  ofListing: AlongsideEntry[];
  ofRecord: AlongsideEntry[];
  /** There are others that are not shown. */
  more: boolean;
}

/** A flood brings hundreds; its own Case says so. */
const MOST_SHOWN = 8;

export function presentAlongside(
  item: Case,
  { aboutListing, aboutRecord }: { aboutListing: readonly Case[]; aboutRecord: readonly Case[] },
): AlongsideView {
  const [ofListing, ofRecord] = [aboutListing, aboutRecord].map((cases) =>
    cases
      .filter((other) => other.id !== item.id && other.team === item.team && !givesAway(item, other))
      .toSorted((a, b) => b.match.bits - a.match.bits),
  );
  const shown = (cases: readonly Case[] = []) => cases.slice(0, MOST_SHOWN).map(entryOf);
  const isCut = (cases: readonly Case[] = []) => cases.length > MOST_SHOWN;
  return { ofListing: shown(ofListing), ofRecord: shown(ofRecord), more: isCut(ofListing) || isCut(ofRecord) };
}

/** A check is blind only while the Case that it copies is not beside it. */
function givesAway({ check }: Case, { id }: Case): boolean {
  return check?.of === id;
}

function entryOf({ id, listing, match, state }: Case): AlongsideEntry {
  return {
    href: `/cases/${encodeURIComponent(id)}`,
    title: listing.title,
    beside: `Record ${match.recordReference}, estimate ${percentWords(match.probability)}`,
    state: stateLabel(state),
  };
}
