/** The page of one Case, as an answer to a question and as the answer to a form that could not be followed. */

import type { Person } from '../../shared/domain/person.ts';
import { latestBelievable } from '../../shared/domain/wrong-clock.ts';
import type { ConsoleContext } from './access.ts';
import { readingsOfCase } from './captured-readings.ts';
import { caseIdOf, decidedView } from './decided.ts';
import { leaveRow } from './leave-row.ts';
import { noticesOfCase } from './notices-of-case.ts';
import { casePage } from './pages/case-page.ts';
import type { Entered } from './pages/decision-form.ts';
import type { ConsoleParts } from './parts.ts';
import { presentAlongside } from './present-alongside.ts';
import { presentCase, revisionOf } from './present-case.ts';
import { presentPhotos } from './present-photos.ts';
import { presentSamePhotos } from './present-same-photos.ts';
import { presentWork } from './present-work.ts';
import { print } from './print.ts';
import { notFound } from './refusals.ts';
import { heldWith } from './refuse-case.ts';
import { samePhotos } from './same-photos.ts';
import type { Trouble } from './work-words.ts';

const SCANS_SHOWN = 5;
/** Of the Cases beside this one, the newest: a flood brings thousands, and the page is opened hundreds of times a day. */
const LOOKED_AT_ALONGSIDE = 25;

export function showCase(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  return printCase(context, parts, { person });
}

/** `trouble` says why a form was not followed, `entered` what stood in it. */
export async function printCase(
  context: ConsoleContext,
  parts: ConsoleParts,
  { person, trouble, entered = {} }: { person: Person; trouble?: Trouble; entered?: Entered },
): Promise<Response> {
  const id = caseIdOf(context);
  const item = await parts.cases.get(id);
  const ours = item?.team === person.team;
  // The row comes before the page: what is not on record is not shown.
  await leaveRow(parts, person, { act: 'case-viewed', subject: { kind: 'case', id }, outcome: ours ? 'done' : 'refused' });
  if (item === undefined || !ours) return notFound(context, parts);
  const { source: sourceId, itemId } = item.listing;
  const [listing, revisions, record, statusSet, scans, aboutListing, aboutRecord, held, roster, decided, notices, earlier] =
    await Promise.all([
      parts.listings.get(item.listing),
      parts.listings.revisions(item.listing),
      parts.records.get(item.match.recordReference),
      parts.records.statusSet(item.match.recordReference),
      parts.scans.recent(sourceId, SCANS_SHOWN, { dueBy: latestBelievable(parts.now()) }),
      parts.cases.newestAbout({ listing: { source: sourceId, itemId } }, LOOKED_AT_ALONGSIDE),
      parts.cases.newestAbout({ record: item.match.recordReference }, LOOKED_AT_ALONGSIDE),
      item.floodOf === undefined ? [] : heldWith(item, parts),
      parts.roster.ofTeam(person.team),
      decidedView(context, parts, person),
      noticesOfCase(item.id, parts),
      parts.offers.earlierOf(item.id),
    ]);
  const source = parts.sources.find((each) => each.id === sourceId);
  const now = parts.now();
  const scanOfReading = listing?.scanId === undefined ? undefined : await parts.scans.get(sourceId, listing.scanId);
  const { ladder } = parts;
  const file = { item, listing, revisions, record, statusSet, source, scans, scanOfReading, notices, earlier, ladder, held: held.length };
  const view = presentCase(file);
  const revision = revisionOf(file);
  const photos = presentPhotos(item.id, await readingsOfCase(item, revision, parts));
  const same = presentSamePhotos(item.id, await samePhotos(revision, item.listing, parts), parts.sources);
  const work = presentWork({ item, person, now, roster, held: held.length });
  const content = casePage(view, {
    work,
    photos,
    samePhotos: same,
    alongside: presentAlongside(item, { aboutListing, aboutRecord }),
    decided,
    trouble,
    entered,
  });
  const page = {
    title: trouble === undefined ? view.title : `Not done: ${view.title}`,
    under: '/cases' as const,
    back: { href: `/cases?state=${item.state}`, text: 'Back to the cases' },
    content,
  };
  return print(context, parts, page, statusOf(trouble));
}

function statusOf(trouble: Trouble | undefined): 200 | 409 | 422 {
  if (trouble === undefined) return 200;
  return trouble.field === undefined ? 409 : 422;
}
