/** Stretches of writing put together as a person reads them: rows from top to bottom, however the photo was held. */

import { mendingsOf } from '../domain/identifiers/photographed-text.ts';
import type { Letter, TextLine } from './recognise-text.ts';
import type { TextRegion } from './text-region.ts';

/** The whole writing as one text, and for each of its UTF-16 code units the letter it came from; blanks and line breaks came from none. */
export interface ReadText {
  text: string;
  letters: ({ letter: Letter; region: TextRegion } | undefined)[];
}

/** Of two heights: stretches whose middles are no further apart stand on one row. */
const SAME_ROW = 0.5;
/** Of a height: a wider gap parts two columns, a narrower one two words. */
const COLUMN_GAP = 2;

interface Placed {
  line: TextLine;
  /** Of the middle, along the common direction of reading and across it. */
  along: number;
  across: number;
}

/** Joins what stands on one level: a label left, its number right. */
export function textRows(lines: readonly TextLine[]): ReadText {
  const direction = commonDirection(lines);
  const [cosine, sine] = [Math.cos(direction), Math.sin(direction)];
  const placed = lines
    .filter(({ letters }) => letters.length > 0)
    .map((line): Placed => {
      const { x, y } = line.region.centre;
      return { line, along: x * cosine + y * sine, across: y * cosine - x * sine };
    })
    .sort((a, b) => a.across - b.across);
  return mended(written(rowsOf(placed)));
}

/** Longer lines say more surely which way the photo was held. */
function commonDirection(lines: readonly TextLine[]): number {
  let [x, y] = [0, 0];
  for (const { region } of lines) {
    x += Math.cos(region.angle) * region.length;
    y += Math.sin(region.angle) * region.length;
  }
  return Math.atan2(y, x);
}

function rowsOf(placed: readonly Placed[]): Placed[][] {
  const rows: Placed[][] = [];
  for (const each of placed) {
    const row = rows.findLast(
      (candidate) => candidate.some((other) => isOnOneRow(each, other)) && candidate.every((other) => !isAbove(each, other)),
    );
    if (row === undefined) rows.push([each]);
    else row.push(each);
  }
  return rows.map((row) => row.toSorted((a, b) => a.along - b.along));
}

function isOnOneRow(a: Placed, b: Placed): boolean {
  return Math.abs(a.across - b.across) < SAME_ROW * Math.min(a.line.region.height, b.line.region.height);
}

/** Two that stand over one another are no row, near as they may be. */
function isAbove(a: Placed, b: Placed): boolean {
  const overlap = (a.line.region.length + b.line.region.length) / 2 - Math.abs(a.along - b.along);
  return overlap > 0.5 * Math.min(a.line.region.length, b.line.region.length);
}

/** Of a height: two letters whose middles are no further apart along a row are one, read in two stretches that overlap. */
const SAME_LETTER = 0.25;

/** The letters of a stretch without those that the stretches before it on the row have read already. */
function lettersBehind(before: readonly Placed[], placed: Placed | undefined): Letter[] {
  if (placed === undefined) return [];
  const { letters, region } = placed.line;
  const reached = Math.max(...before.map((each) => placeOf(each, each.line.letters.at(-1)?.along ?? 0)));
  return letters.filter(({ along }) => placeOf(placed, along) > reached + SAME_LETTER * region.height);
}

function placeOf({ along, line }: Placed, within: number): number {
  return along + (within - 0.5) * line.region.length;
}

function written(rows: readonly Placed[][]): ReadText {
  const read: ReadText = { text: '', letters: [] };
  const add = (characters: string, from?: { letter: Letter; region: TextRegion }) => {
    read.text += characters;
    for (let unit = 0; unit < characters.length; unit++) read.letters.push(from);
  };
  for (const row of rows) {
    if (read.text !== '') add('\n');
    for (const [index, { line, along }] of row.entries()) {
      const before = row[index - 1];
      if (before !== undefined) {
        const gap = along - line.region.length / 2 - (before.along + before.line.region.length / 2);
        add(gap > COLUMN_GAP * line.region.height ? '   ' : ' ');
      }
      for (const letter of lettersBehind(row.slice(0, index), row[index])) add(letter.character, { letter, region: line.region });
    }
  }
  return read;
}

/** With labels put right that the model misread; what is put in came from no letter. */
function mended({ text, letters }: ReadText): ReadText {
  const whole: ReadText = { text: '', letters: [] };
  let from = 0;
  for (const { start, end, by } of mendingsOf(text)) {
    whole.text += text.slice(from, start) + by;
    whole.letters.push(...letters.slice(from, start), ...Array.from(by, () => undefined));
    from = end;
  }
  return { text: whole.text + text.slice(from), letters: [...whole.letters, ...letters.slice(from)] };
}
