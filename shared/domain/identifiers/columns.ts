/** Tables as text: cells of a row stand behind tabs or bars, and the head of a column says what the numbers in it are. */

/** How far a row reaches to either side of its number, and how far above it a head is looked for. */
const WIDEST = 400;
const HIGHEST = 1500;
const MOST_ROWS = 40;

const bar = /\t| ?[|;] ?/;

/** Which cell of its line a place stands in, counted from 0, and what the cell holds; undefined where the line has but one. */
export function cellAt(folded: string, at: number): { column: number; cell: string } | undefined {
  const { cells, column } = rowAt(folded, at);
  return cells.length > 1 ? { column, cell: cells[column] ?? '' } : undefined;
}

/** The head of the column in which a number stands: the first cell above it, in rows of as many cells, that holds words and no number. */
export function headOfColumn(folded: string, at: number): string | undefined {
  const own = rowAt(folded, at);
  if (own.cells.length < 2) return undefined;
  let end = own.start - 1;
  for (let rows = 0; rows < MOST_ROWS && end > 0 && at - end < HIGHEST; rows++) {
    const { cells, start } = rowAt(folded, end);
    if (cells.length !== own.cells.length) return undefined;
    const cell = cells[own.column] ?? '';
    if (!/\d{5}/.test(cell) && /[\p{L}\p{M}]{2}/u.test(cell)) return cell;
    end = start - 1;
  }
  return undefined;
}

function rowAt(folded: string, at: number): { cells: string[]; column: number; start: number } {
  const from = Math.max(0, at - WIDEST);
  const start = from + folded.slice(from, at).lastIndexOf('\n') + 1;
  const behind = folded.slice(at, at + WIDEST).search(/\n/);
  const line = folded.slice(start, behind < 0 ? at + WIDEST : at + behind);
  // Bars at the ends of a row frame it, and the last cell ends in a tab too: no cells stand behind.
  const frame = /^\|\s?/.exec(line)?.[0].length ?? 0;
  const row = line.slice(frame).replace(/\t$|\s?\|\s?$/, '');
  return { cells: row.split(bar), column: folded.slice(start + frame, at).split(bar).length - 1, start };
}
