/** Web addresses as text: percent-encoding undone twice, as redirects wrap one address in another. */

import { type Passage, type Piece, passageOf, plainPassage } from './passage.ts';

const percentEscape = /%(?:25)?([0-7][\da-f])/gi;

/** The address in `text` that starts at `start` of the page, readable. Only ASCII is decoded: digits and labels need no more. */
export function addressPassage(text: string, start: number, where: string): Passage {
  const about = { where, bare: true, unseen: true };
  if (!text.includes('%')) return plainPassage(text, start, about);
  const pieces: Piece[] = [];
  let at = 0;
  const plain = (to: number) => {
    if (to > at) pieces.push({ text: text.slice(at, to), start: start + at, end: start + to, hidden: false });
  };
  for (const match of text.matchAll(percentEscape)) {
    plain(match.index);
    at = match.index + match[0].length;
    pieces.push({
      text: String.fromCharCode(Number.parseInt(match[1] ?? '20', 16)),
      start: start + match.index,
      end: start + at,
      hidden: false,
    });
  }
  plain(text.length);
  return passageOf(pieces, about);
}
