/** One Case as a reviewer reads it: cautions first, then the listing beside the record, the reasons, and what happened when. */

import type { Case } from '../../shared/domain/case.ts';
import type { Listing, Revision } from '../../shared/domain/listing.ts';
import type { Evidence } from '../../shared/domain/match.ts';
import type { Scan } from '../../shared/domain/scan.ts';
import type { StolenRecord } from '../../shared/domain/stolen-record.ts';
import type { Source } from '../../shared/sources/source.ts';
import { type Find, findsOf } from './finds.ts';
import { type MarkedSegment, markFinds } from './highlight.ts';
import { DESCRIPTION_LIMIT, TITLE_LIMIT } from './hostile-text.ts';
import {
  bitsWords,
  captureWords,
  evidenceKindWords,
  fieldName,
  flagSentence,
  gateHeading,
  gradeLabel,
  identifierKindWords,
  type Label,
  livenessLabel,
  type Moment,
  momentOf,
  percentWords,
  priceWords,
  stateLabel,
  statusLabel,
  strengthLabel,
} from './present.ts';
import { lastFinished, lastHealth } from './present-cases.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import { type Waterfall, waterfallOf } from './waterfall.ts';

/** Everything that the stores hold about one Case. */
export interface CaseFile {
  item: Case;
  listing: Listing | undefined;
  /** Oldest first. */
  revisions: readonly Revision[];
  record: StolenRecord | undefined;
  source: Source | undefined;
  /** Of this Source, newest first. */
  scans: readonly Scan[];
}

export interface CaseView {
  title: string;
  reference: string;
  state: Label;
  why: string;
  strength: Label;
  estimate: string;
  bits: string;
  cautions: Caution[];
  listing: ListingView | undefined;
  listingAddress: string;
  record: RecordView | undefined;
  finds: Find[];
  reasons: ReasonView[];
  waterfall: Waterfall;
  modelVersion: string;
  timeline: TimelineEntry[];
  capture: CaptureView;
  scan: { health: Label; summary: string; at: Moment | undefined };
  sourceName: string;
}

export interface Caution {
  heading: string;
  sentence: string;
}

export interface ListingView {
  title: MarkedSegment[];
  titleCut: number;
  description: MarkedSegment[];
  descriptionCut: number;
  price: string;
  liveness: Label;
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

export interface ReasonView {
  field: string;
  sentence: string;
  listingSays: string;
  recordSays: string;
  bits: string;
  speaks: 'for' | 'against';
}

export type CaptureView =
  | { state: 'kept'; sha256: string; at: Moment; words: string }
  | { state: 'failed'; at: Moment; words: string }
  | { state: 'waiting' };

export function presentCase(file: CaseFile): CaseView {
  const { item, record, source } = file;
  const { match } = item;
  const revision = revisionOf(file);
  const finds = revision === undefined ? [] : findsOf({ content: revision, record, evidence: match.evidence });
  return {
    title: revision?.title ?? item.listing.title,
    reference: match.recordReference,
    state: stateLabel(item.state),
    why: evidenceKindWords(match.evidenceKind),
    strength: strengthLabel(match.probability),
    estimate: percentWords(match.probability),
    bits: bitsWords(match.bits),
    cautions: cautionsOf(file),
    listing: revision === undefined ? undefined : listingView(file, revision, finds),
    listingAddress: shownAddress(item.listing.url),
    record: record === undefined ? undefined : recordView(record, finds),
    finds,
    reasons: match.evidence.map(reasonView),
    waterfall: waterfallOf(match.evidence),
    modelVersion: match.modelVersion,
    timeline: timelineOf(file),
    capture: captureView(item),
    scan: scanView(file.scans),
    sourceName: source?.name ?? item.listing.source,
  };
}

/** The Revision that the Match was made from; a newer one is only announced. */
function revisionOf({ item, revisions }: CaseFile): Revision | undefined {
  return revisions.find(({ number }) => number === item.listing.revision) ?? revisions.at(-1);
}

/** What a reviewer must see before any reason in favour. */
function cautionsOf({ item, record }: CaseFile): Caution[] {
  const cautions = [
    ...item.match.gates.map(({ gate, sentence }) => ({ heading: gateHeading(gate), sentence })),
    ...item.match.flags.map((flag) => ({ heading: 'Contradiction', sentence: `${flagSentence(flag)}.` })),
  ];
  if (item.match.evidenceKind === 'description') {
    cautions.push({
      heading: 'No device number fits',
      sentence: 'This match rests on the description alone. Many devices may fit it as well.',
    });
  }
  if (record === undefined) {
    cautions.push({ heading: 'The stolen record is not there', sentence: 'It may have been removed since this case was opened.' });
  } else if (record.status !== 'stolen' && item.match.gates.every(({ gate }) => gate !== 'record-not-looked-for')) {
    const sentence = `The record now stands as “${statusLabel(record.status).text}”.`;
    cautions.push({ heading: 'The record is no longer looked for', sentence });
  }
  return cautions;
}

function listingView({ item, listing, revisions }: CaseFile, revision: Revision, finds: readonly Find[]): ListingView {
  const raws = finds.map(({ places }) => places.map(({ raw }) => raw));
  const newest = revisions.at(-1)?.number ?? revision.number;
  return {
    title: markFinds(revision.title.slice(0, TITLE_LIMIT), raws),
    titleCut: Math.max(0, revision.title.length - TITLE_LIMIT),
    description: markFinds(revision.description.slice(0, DESCRIPTION_LIMIT), raws),
    descriptionCut: Math.max(0, revision.description.length - DESCRIPTION_LIMIT),
    price: priceWords(revision.price),
    liveness: livenessLabel(listing?.liveness ?? 'unknown'),
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

function recordView(record: StolenRecord, finds: readonly Find[]): RecordView {
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

/** Lines about the whole and not about what one of the sides says. */
const linesOfNoSide = ['prior', 'calibration', 'cap'];

function reasonView(line: Evidence): ReasonView {
  const sided = !linesOfNoSide.includes(line.field);
  return {
    field: fieldName(line.field),
    sentence: line.sentence,
    listingSays: sided ? (line.listingSays ?? '') : '',
    recordSays: sided ? (line.recordSays ?? '') : '',
    bits: bitsWords(line.bits),
    speaks: line.bits < 0 ? 'against' : 'for',
  };
}

function captureView({ page }: Case): CaptureView {
  if (page === undefined) return { state: 'waiting' };
  const at = momentOf(page.capturedAt);
  if (page.sha256 === undefined) return { state: 'failed', at, words: captureWords(page) };
  return { state: 'kept', sha256: page.sha256, at, words: captureWords(page) };
}

function scanView(scans: readonly Scan[]): CaseView['scan'] {
  const finished = lastFinished(scans);
  return {
    health: lastHealth(scans),
    summary: finished?.summary ?? 'No scan of this source has finished yet.',
    at: finished?.closedAt === undefined ? undefined : momentOf(finished.closedAt),
  };
}

/** An address as text: the host in its ASCII form, so that a look-alike host shows itself (`xn--…`), and never a live link. */
function shownAddress(address: string): string {
  return URL.parse(address)?.href.slice(0, 2048) ?? address.slice(0, 200);
}
