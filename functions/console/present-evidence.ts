/** The captured page as an officer reads it: where each number stands in its source, then the source itself. Nothing of it is run or loaded. */

import type { Case } from '../../shared/domain/case.ts';
import type { Revision } from '../../shared/domain/listing.ts';
import { type Moment, momentOf } from '../../shared/pages/format.ts';
import type { CapturedEvidence } from './captured-evidence.ts';
import { findsOf } from './finds.ts';
import { type MarkedSegment, markFinds } from './highlight.ts';
import { captureWords } from './present.ts';

export interface EvidenceView {
  caseId: string;
  title: string;
  captured: { words: string; at: Moment; sha256: string } | undefined;
  state: CapturedEvidence['state'];
  /** Stretches around the finds, in the order of the page. */
  excerpts: MarkedSegment[][];
  /** Finds of the compared Revision that do not stand in the captured page. */
  absent: string[];
  source: { text: string; cut: number };
}

/** A page of more holds scripts for the rest. */
const LONGEST_SEARCHED = 400_000;
const LONGEST_SOURCE = 40_000;
const MOST_EXCERPTS = 12;
const CONTEXT = 240;

export function presentEvidence({
  item,
  revision,
  evidence,
}: {
  item: Case;
  revision: Revision | undefined;
  evidence: CapturedEvidence;
}): EvidenceView {
  const { page, match } = item;
  const text = evidence.state === 'intact' ? evidence.text : '';
  const finds = revision === undefined ? [] : findsOf({ content: revision, record: undefined, evidence: match.evidence });
  const segments = markFinds(
    text.slice(0, LONGEST_SEARCHED),
    finds.map(({ places }) => places.map(({ raw }) => raw)),
  );
  const standing = new Set(segments.map(({ find }) => find));
  return {
    caseId: item.id,
    title: item.listing.title,
    captured: page && { words: captureWords(page), at: momentOf(page.capturedAt), sha256: page.sha256 ?? '' },
    state: evidence.state,
    excerpts: excerptsOf(segments),
    absent:
      evidence.state === 'intact' ? finds.filter(({ number }) => !standing.has(number)).map(({ kind, value }) => `${kind} ${value}`) : [],
    source: { text: text.slice(0, LONGEST_SOURCE), cut: Math.max(0, text.length - LONGEST_SOURCE) },
  };
}

function excerptsOf(segments: readonly MarkedSegment[]): MarkedSegment[][] {
  const excerpts: MarkedSegment[][] = [];
  for (const [index, segment] of segments.entries()) {
    if (segment.find === undefined || excerpts.length === MOST_EXCERPTS) continue;
    const before = segments[index - 1];
    const after = segments[index + 1];
    excerpts.push([
      ...(before?.find === undefined && before ? [{ text: before.text.slice(-CONTEXT) }] : []),
      segment,
      ...(after?.find === undefined && after ? [{ text: after.text.slice(0, CONTEXT) }] : []),
    ]);
  }
  return excerpts;
}
