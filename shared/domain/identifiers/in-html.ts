/** Reads identifiers in a page: what is seen, what is hidden, and every other place a number can stand. */

import type { Identifier } from '../identifier.ts';
import { type ReadingOptions, readPassage } from './in-text.ts';
import { mergeFinds, pairedUp } from './merge.ts';
import { overlapWith } from './overlap.ts';
import { pagePassages } from './page-passages.ts';
import { type Passage, type Piece, passageOf } from './passage.ts';
import { withoutPictureNumbers } from './picture-names.ts';
import { keyBefore } from './script-text.ts';

/**
 * Reads the identifiers in a page: text across tags and entities, comments, hidden elements, attributes, links and picture names,
 * JSON-LD and state blobs. Each says where it stood; spans are offsets into `html`, `raw` is what stands there, markup included.
 * Outside what a person sees a number counts only under a name or label that says so. `sift` leaves places out before those of one number are merged
 * into one find, so that a number of two places goes only with both.
 */
export function findIdentifiersInHtml(
  html: string,
  { sift = (finds) => finds, ...options }: Omit<ReadingOptions, 'where'> & { sift?: (finds: Identifier[]) => Identifier[] } = {},
): Identifier[] {
  const { seen, everything, others } = pagePassages(html);
  const shown = seen === undefined ? [] : read(html, passageOf(seen, { where: 'text', bare: true, unseen: false }), options);
  const text = everything === undefined ? shown : withHidden(html, shown, everything, options);
  const finds = [...text, ...others.flatMap((passage) => read(html, passage, options))];
  return pairedUp(mergeFinds(sift(withoutPictureNumbers(html, finds))));
}

function read(html: string, passage: Passage, options: ReadingOptions): Identifier[] {
  return readPassage(passage.text, { ...options, ...passage }).map((find) => {
    const span = passage.spanOf(find.span?.start ?? 0, find.span?.end ?? 0);
    const raw = html.slice(span.start, Math.min(span.end, span.start + 200));
    const isCode = passage.where === 'json-ld' || passage.where === 'script';
    const key = isCode ? keyBefore(html, span.start) : '';
    return { ...find, raw, span, where: key === '' ? passage.where : `${passage.where}:${key}` };
  });
}

/**
 * Reads the page again with what is hidden. Where both readings say something about the same place, digits hidden inside a number are
 * decoys and the screen is right; unless the screen shows only part of a number that is whole with them.
 */
function withHidden(html: string, shown: Identifier[], everything: readonly Piece[], options: ReadingOptions): Identifier[] {
  const isHidden = overlapWith(everything.filter((piece) => piece.hidden));
  const all = read(html, passageOf(everything, { where: 'hidden-text', bare: true, unseen: true }), options);
  const added = all.filter((find) => isHidden(find.span));
  const isWholeWithHidden = overlapWith(added.filter(isSound).map((find) => find.span));
  const kept = shown.filter((find) => find.kind !== 'partial' || !isWholeWithHidden(find.span));
  const isKept = overlapWith(kept.filter(isSound).map((find) => find.span));
  return [...kept, ...added.filter((find) => !isKept(find.span))];
}

function isSound(find: Identifier): boolean {
  return find.kind !== 'partial' && find.features?.checkDigit !== 'wrong';
}
