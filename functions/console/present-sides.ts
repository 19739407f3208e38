/** The two sides of a Case: what the platform showed, with the finds marked where they stood, and what was reported to the force. */

import type { Attributes, Revision } from '../../shared/domain/listing.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import { type Moment, momentOf, priceWords } from '../../shared/pages/format.ts';
import { DESCRIPTION_LIMIT, TITLE_LIMIT } from '../../shared/pages/hostile-text.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import type { CaseFile } from './case-file.ts';
import type { Find } from './finds.ts';
import { type MarkedSegment, markFinds } from './highlight.ts';
import { gradeLabel, identifierKindWords, livenessLabel, statusLabel } from './present.ts';

export interface ListingView {
  title: MarkedSegment[];
  titleCut: number;
  description: MarkedSegment[];
  descriptionCut: number;
  price: string;
  liveness: Label;
  facts: { name: string; value: string }[];
  seller: string;
  location: string;
  posted: Moment | undefined;
  read: Moment;
  revision: number;
  newerRevision: number | undefined;
  itemId: string;
  images: string[];
}

export interface RecordView {
  grade: Label;
  status: Label;
  facts: { name: string; value: string }[];
  identifiers: { kind: string; value: string; agrees: boolean }[];
}

export function listingView({ item, listing, revisions }: CaseFile, revision: Revision, finds: readonly Find[]): ListingView {
  const raws = finds.map(({ places }) => places.map(({ raw }) => raw));
  const newest = revisions.at(-1)?.number ?? revision.number;
  return {
    title: markFinds(revision.title.slice(0, TITLE_LIMIT), raws),
    titleCut: Math.max(0, revision.title.length - TITLE_LIMIT),
    description: markFinds(revision.description.slice(0, DESCRIPTION_LIMIT), raws),
    descriptionCut: Math.max(0, revision.description.length - DESCRIPTION_LIMIT),
    price: priceWords(revision.price),
    liveness: livenessLabel(listing?.liveness ?? 'unknown'),
    facts: attributeFacts(revision.attributes ?? {}),
    seller: [revision.seller?.name, revision.seller?.id].filter((part) => part !== undefined).join(', platform id '),
    location: revision.location ?? '',
    posted: revision.postedAt === undefined ? undefined : momentOf(revision.postedAt),
    read: momentOf(revision.readAt),
    revision: revision.number,
    newerRevision: newest > revision.number ? newest : undefined,
    itemId: item.listing.itemId,
    images: revision.images.slice(0, 50).map(shownAddress),
  };
}

/** Under the names that the record's side has, so that the eye compares row by row. */
function attributeFacts({ brand, model, colour, storage }: Attributes): ListingView['facts'] {
  const facts = [
    { name: 'Make and model', value: [brand, model].filter((part) => part !== undefined).join(' ') },
    { name: 'Colour', value: colour ?? '' },
    { name: 'Storage', value: storage ?? '' },
  ];
  return facts.filter(({ value }) => value !== '');
}

export function recordView(record: StolenRecord, finds: readonly Find[]): RecordView {
  const agreeing = new Set(finds.filter(({ agrees }) => agrees).map(({ value }) => value.slice(0, 14)));
  const facts: { name: string; value: string | undefined }[] = [
    { name: 'Make and model', value: [record.make, record.model].filter((part) => part !== undefined).join(' ') },
    { name: 'Model number', value: record.modelNumber },
    { name: 'Colour', value: record.colour },
    { name: 'Storage', value: record.storageGb === undefined ? undefined : `${record.storageGb} GB` },
    { name: 'Stolen', value: momentOf(record.stolenAt, record.stolenAtPrecision).text },
    { name: 'Reported', value: record.reportedAt === undefined ? undefined : momentOf(record.reportedAt).text },
    { name: 'Area', value: record.area },
    { name: 'Marks', value: record.marks.join('; ') },
    { name: 'Description', value: record.description },
  ];
  return {
    grade: gradeLabel(record.grade),
    status: statusLabel(record.status),
    facts: facts.flatMap(({ name, value }) => (value === undefined || value === '' ? [] : [{ name, value }])),
    identifiers: record.identifiers.flatMap(({ kind, value }) =>
      value === undefined ? [] : [{ kind: identifierKindWords(kind), value, agrees: agreeing.has(value.slice(0, 14)) }],
    ),
  };
}

/** An address as text: the host in its ASCII form, so that a look-alike host shows itself (`xn--…`), and never a live link. */
export function shownAddress(address: string): string {
  return URL.parse(address)?.href.slice(0, 2048) ?? address.slice(0, 200);
}
