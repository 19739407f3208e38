/** Finds the Cases about a number, a record, a listing or a seller, whatever their state: is this already in the queue? */

import type { CaseStore } from '../../shared/aws/case-store.ts';
import type { IdentifierStore } from '../../shared/aws/identifier-store.ts';
import type { RecordStore } from '../../shared/aws/record-store.ts';
import type { Case } from '../../shared/domain/case.ts';
import { comparisonKey, maskIdentifier } from '../../shared/domain/identifier.ts';
import { itemIdOf } from '../../shared/sources/listing-url.ts';
import type { Source } from '../../shared/sources/source.ts';

export interface SearchParts {
  cases: Pick<CaseStore, 'allAbout' | 'ofSeller'>;
  identifiers: Pick<IdentifierStore, 'lookUp'>;
  records: Pick<RecordStore, 'get'>;
  sources: readonly Source[];
}

/** What a text was taken for; `imei` masked. */
export type Sought = { as: 'imei'; masked: string } | { as: 'listing'; id: string } | { as: 'words'; text: string };

export interface Found {
  sought: Sought;
  /** Of the team alone, newest first. */
  cases: Case[];
  /** Something was found that is not a Case of this team: a record that is held, a listing that was seen. */
  known: string[];
}

const LONGEST = 500;
/** A number that a hostile seller repeated in thousands of adverts is looked up in so many of them. */
const MOST_LOOKED_UP = 25;

export async function searchCases(asked: string, team: string, parts: SearchParts): Promise<Found> {
  const text = asked.trim().slice(0, LONGEST);
  const digits = text.replaceAll(/[\s\-./]/g, '');
  if (/^\d{14,16}$/.test(digits)) return byNumber(digits, team, parts);
  const listing = listingAt(text, parts.sources);
  if (listing !== undefined) {
    return {
      sought: { as: 'listing', id: `${listing.source}/${listing.itemId}` },
      cases: ofTeam(await parts.cases.allAbout({ listing }), team),
      known: [],
    };
  }
  return byWords(text, team, parts);
}

async function byNumber(digits: string, team: string, { cases, identifiers }: SearchParts): Promise<Found> {
  const key = comparisonKey({ kind: digits.length === 16 ? 'imeisv' : 'imei', value: digits });
  const entries = key === undefined ? { listings: [], records: [], siblings: [] } : await identifiers.lookUp(key);
  const records = [...new Set([...entries.records, ...entries.siblings])];
  const subjects = [
    ...records.map((record) => ({ record })),
    ...entries.listings.map(({ source, itemId }) => ({ listing: { source, itemId } })),
  ].slice(0, MOST_LOOKED_UP);
  const about = await Promise.all(subjects.map((subject) => cases.allAbout(subject)));
  const known = [
    ...(records.length > 0
      ? [`The number stands in ${records.length === 1 ? 'a stolen record' : `${records.length} stolen records`}.`]
      : []),
    ...(entries.listings.length > 0
      ? [`It was read on ${entries.listings.length === 1 ? 'a listing' : `${entries.listings.length} listings`}.`]
      : []),
  ];
  return { sought: { as: 'imei', masked: maskIdentifier(digits) }, cases: ofTeam(about.flat(), team), known };
}

/** A text may be a record's reference, a platform's id of a listing or of a seller; each is one look-up. */
async function byWords(text: string, team: string, { cases, records, sources }: SearchParts): Promise<Found> {
  if (text === '') return { sought: { as: 'words', text }, cases: [], known: [] };
  const [record, ofRecord, ...ofSources] = await Promise.all([
    records.get(text),
    cases.allAbout({ record: text }),
    ...sources.flatMap(({ id }) => [
      cases.allAbout({ listing: { source: id, itemId: text } }),
      cases.ofSeller({ source: id, seller: text }),
    ]),
  ]);
  return {
    sought: { as: 'words', text },
    cases: ofTeam([...ofRecord, ...ofSources.flat()], team),
    known: record === undefined ? [] : [`A stolen record has this reference; its status is ${record.status.replaceAll('-', ' ')}.`],
  };
}

function listingAt(text: string, sources: readonly Source[]) {
  for (const source of sources) {
    const itemId = itemIdOf(source, text);
    if (itemId !== undefined) return { source: source.id, itemId };
  }
  return undefined;
}

function ofTeam(cases: readonly Case[], team: string): Case[] {
  const distinct = new Map(cases.filter((item) => item.team === team).map((item) => [item.id, item]));
  return [...distinct.values()].sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
}
