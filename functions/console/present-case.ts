/** One Case as a reviewer reads it: cautions first, then the listing beside the record, the reasons, and what happened when. */

import type { Case } from '../../shared/domain/case.ts';
import { identifiersOf, type Revision } from '../../shared/domain/listing.ts';
import type { Evidence } from '../../shared/domain/match.ts';
import type { Scan } from '../../shared/domain/scan.ts';
import { bitsWords, type Moment, momentOf, percentWords } from '../../shared/pages/format.ts';
import type { Label } from '../../shared/pages/pieces.ts';
import type { CaseFile } from './case-file.ts';
import { type Find, findsOf } from './finds.ts';
import { noticeWords, type RemovalView, removalView, type SaidView, saidView } from './notice-words.ts';
import { offeredAgainWords } from './offered-again-words.ts';
import {
  captureWords,
  evidenceKindWords,
  fieldName,
  flagSentence,
  gateHeading,
  refusalWords,
  stateLabel,
  statusLabel,
  strengthLabel,
} from './present.ts';
import { lastFinished, lastHealth } from './present-cases.ts';
import { type ListingView, listingView, type RecordView, recordView, shownAddress } from './present-sides.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';
import { type Waterfall, waterfallOf } from './waterfall.ts';

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
  /** Blocks of the index that were not read whole. */
  narrowed: readonly string[];
  /** What the platform was told, oldest first. */
  notices: { href: string; words: string; waits: boolean }[];
  /** What may be said of the listing since the platform was told. */
  removal: RemovalView | undefined;
  /** What the platform said last: a word and no proof. */
  said: SaidView | undefined;
  timeline: TimelineEntry[];
  capture: CaptureView;
  /** The last finished Scan of the Source, and the one behind what is said of this listing. */
  scan: ScanView;
  scanOfReading: ScanView | undefined;
  sourceName: string;
}

export interface ScanView {
  health: Label;
  summary: string;
  at: Moment | undefined;
}

export interface Caution {
  heading: string;
  sentence: string;
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
  const finds =
    revision === undefined
      ? []
      : findsOf({ content: { ...revision, identifiers: identifiersOf(revision) }, record, evidence: match.evidence });
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
    narrowed: match.narrowed ?? [],
    notices: file.notices.map((each) => ({
      href: `/notices/${encodeURIComponent(each.notice.id)}`,
      words: noticeWords(each),
      waits: each.notice.state === 'to-hand-in',
    })),
    removal: removalView(file.notices, file.ladder),
    said: saidView(file.notices),
    timeline: timelineOf(file),
    capture: captureView(item),
    scan: scanView(file.scans),
    scanOfReading: file.scanOfReading && scanView([file.scanOfReading]),
    sourceName: source?.name ?? item.listing.source,
  };
}

/** The Revision that the Match was made from; a newer one is only announced. */
export function revisionOf({ item, revisions }: Pick<CaseFile, 'item' | 'revisions'>): Revision | undefined {
  return revisions.find(({ number }) => number === item.listing.revision) ?? revisions.at(-1);
}

/** What a reviewer must see before any reason in favour. */
function cautionsOf(file: CaseFile): Caution[] {
  const { item, record, held, earlier } = file;
  const cautions = [
    ...answerCaution(file),
    ...floodCaution(item, held),
    ...refusalCaution(item),
    ...earlier.map((found) => ({ heading: 'The same item was removed before', sentence: `${offeredAgainWords(found)}.` })),
    ...item.match.gates.map(({ gate, sentence }) => ({ heading: gateHeading(gate), sentence })),
    ...item.match.flags.map((flag) => ({ heading: 'Contradiction', sentence: `${flagSentence(flag)}.` })),
  ];
  if (item.match.evidence.some(({ level }) => level === 'equal, in doubt')) {
    cautions.push({
      heading: 'The number may be somebody else’s',
      sentence:
        'It stands where the page speaks of others. Look at the page before anything else: a neighbour’s advert may be the one meant.',
    });
  } else if (item.match.evidenceKind === 'description') {
    cautions.push({
      heading: 'No device number fits',
      sentence: 'This match rests on the description alone. Many devices may fit it as well.',
    });
  }
  const cut = revisionOf(file)?.how['identifiers'];
  if (cut !== undefined)
    cautions.push({
      heading: 'Not all of its numbers are kept',
      sentence: `The page shows more numbers than one listing can keep: ${cut}.`,
    });
  if (record === undefined) {
    cautions.push({ heading: 'The stolen record is not there', sentence: 'It may have been removed since this case was opened.' });
  } else if (record.status !== 'stolen' && item.match.gates.every(({ gate }) => gate !== 'record-not-looked-for')) {
    const sentence = `The record now stands as “${statusLabel(record.status).text}”.`;
    cautions.push({ heading: 'The record is no longer looked for', sentence });
  }
  return cautions;
}

/** A platform that disputes or asks is answered by a person; the case stays as two persons left it. */
function answerCaution({ notices }: CaseFile): Caution[] {
  const last = notices.findLast(({ answers = [] }) => answers.length > 0)?.answers?.at(-1)?.said;
  if (last?.answer === 'wrong') return [{ heading: 'The platform says that the notice is wrong', sentence: last.words }];
  return last?.answer === 'need-more' ? [{ heading: 'The platform needs to know more', sentence: last.words }] : [];
}

function floodCaution({ floodOf }: Case, held: number): Caution[] {
  if (floodOf === undefined) return [];
  const what = floodOf === 'record' ? 'The record suddenly fits many listings' : 'The listing suddenly fits many records';
  const rest = held === 1 ? '1 more case is held back' : `${held} more cases are held back`;
  return [
    { heading: 'A flood', sentence: `${what}; ${rest} until this one is decided. Ask first whether the number or the record is wrong.` },
  ];
}

/** An officer who meets a pair again must see that a colleague has been there, and what is new. */
function refusalCaution({ state, refusal, reopenedBecause }: Case): Caution[] {
  if (refusal === undefined || state === 'closed') return [];
  const said = `Refused on ${momentOf(refusal.at).text} by ${refusal.by}: ${refusalWords(refusal.reason)}.`;
  return [{ heading: 'Refused before', sentence: [said, ...(reopenedBecause ?? [])].join(' ') }];
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
    summary: finished?.summary ?? 'Not finished yet.',
    at: finished?.closedAt === undefined ? undefined : momentOf(finished.closedAt),
  };
}
