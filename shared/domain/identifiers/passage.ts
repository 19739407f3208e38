/** A stretch of text put together out of pieces of a page, which knows where in the page each character came from. */

export interface Piece {
  text: string;
  /** In the page. A piece as long as its source maps character by character; any other maps as a whole. */
  start: number;
  end: number;
  /** Hidden from the reader by CSS or an attribute. */
  hidden: boolean;
}

export interface Passage {
  text: string;
  /** Where it stood: `text`, `title`, `attribute:alt`, `comment`, … */
  where: string;
  /** Whether a number without a label counts here. */
  bare: boolean;
  /** Not on the screen. */
  unseen: boolean;
  /** The page offsets behind a stretch of `text`. */
  spanOf(start: number, end: number): { start: number; end: number };
}

/** A passage that stands in the page as it is. */
export function plainPassage(text: string, start: number, about: Omit<Passage, 'text' | 'spanOf'>): Passage {
  return { ...about, text, spanOf: (from, to) => ({ start: start + from, end: start + to }) };
}

/** A passage out of pieces, in the order given. */
export function passageOf(pieces: readonly Piece[], about: Omit<Passage, 'text' | 'spanOf'>): Passage {
  let text = '';
  for (const piece of pieces) text += piece.text;
  let starts: number[] | undefined;
  const spanOf = (from: number, to: number) => {
    starts ??= startsOf(pieces);
    return { start: pageOffset(pieces, starts, from, 'start'), end: pageOffset(pieces, starts, Math.max(from, to - 1), 'end') };
  };
  return { ...about, text, spanOf };
}

function startsOf(pieces: readonly Piece[]): number[] {
  let at = 0;
  return pieces.map((piece) => {
    const start = at;
    at += piece.text.length;
    return start;
  });
}

function pageOffset(pieces: readonly Piece[], starts: readonly number[], at: number, edge: 'start' | 'end'): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return 0;
  if (piece.text.length !== piece.end - piece.start) return edge === 'start' ? piece.start : piece.end;
  return piece.start + (at - (starts[low] ?? 0)) + (edge === 'end' ? 1 : 0);
}
