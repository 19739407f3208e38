/** One cell of a stolen-records file: what stands in it, read as its column wants it. */

import { type CellIdentifier, type CellLabel, readIdentifierCell } from './identifiers/in-cell.ts';
import type { Grade, RecordStatus } from './stolen-record.ts';
import { grades, recordStatuses } from './stolen-record.ts';

/** `found` is said only where it tells more than the cell itself (`5,210 characters`). */
export type CellReading<Value> = { ok: true; value: Value } | { ok: false; expected: string; found?: string };

/** What a desk or its system writes where there is nothing to say. */
const wordsForNothing = new Set(['-', '--', '—', 'n/a', 'n/k', 'none', 'nil', 'null', 'unknown', 'not known', 'not recorded']);

/** The cell's text on one line, composed (Unicode NFC) and trimmed; undefined when it says nothing (``, `N/A`, `not known`). */
export function contentOfCell(text: string | undefined): string | undefined {
  return contentOrNothing(text?.normalize('NFC').replace(/\s+/g, ' '));
}

/** As `contentOfCell`, keeping line breaks: for the description. */
export function linesOfCell(text: string | undefined): string | undefined {
  return contentOrNothing(text?.normalize('NFC').replace(/\r\n?/g, '\n'));
}

function contentOrNothing(text: string | undefined): string | undefined {
  const content = text?.trim();
  return content === undefined || content === '' || wordsForNothing.has(content.toLowerCase()) ? undefined : content;
}

/** U+FFFD stands where a byte was not UTF-8; guessing the letter would change a name or a mark. */
export function readText(text: string, longest: number): CellReading<string> {
  if (text.includes('\uFFFD')) return { ok: false, expected: 'text in UTF-8 (in a spreadsheet: save as "CSV UTF-8")' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  if (/[\u0000-\u0008\u000B-\u001F\u007F]/.test(text)) return { ok: false, expected: 'text without control characters' };
  if (text.length > longest) {
    return { ok: false, expected: `at most ${longest} characters`, found: `${text.length} characters` };
  }
  return { ok: true, value: text };
}

/** `Police verified`, `police_verified` and `police-verified` are one grade. */
export function readGrade(text: string): CellReading<Grade> {
  return oneOf(grades, text);
}

export function readStatus(text: string): CellReading<RecordStatus> {
  return oneOf(recordStatuses, text);
}

function oneOf<Word extends string>(words: readonly Word[], text: string): CellReading<Word> {
  const plain = text.toLowerCase().replace(/[\s_]+/g, '-');
  const value = words.find((word) => word === plain);
  return value === undefined ? { ok: false, expected: `one of ${words.join(', ')}` } : { ok: true, value };
}

/** Gigabytes of `128`, `128GB`, `128 gig` or `1TB` (1,024: the size after 512 in every maker's range). */
export function readStorage(text: string): CellReading<number> {
  const parts = /^(\d{1,4}) ?(gb|gig|g|tb|t)?$/i.exec(text);
  const amount = Number(parts?.[1] ?? 0);
  const gigabytes = parts?.[2]?.toLowerCase().startsWith('t') ? amount * 1024 : amount;
  if (gigabytes < 1 || gigabytes > 8192) return { ok: false, expected: 'gigabytes such as 128, 128GB or 1TB' };
  return { ok: true, value: gigabytes };
}

/** IMEIs or MEIDs, up to two in a cell. */
export function readIdentifiers(text: string, label: CellLabel): CellReading<CellIdentifier[]> {
  const reading = readIdentifierCell(text, label);
  return reading.ok ? { ok: true, value: reading.identifiers } : reading;
}

/**
 * Upper case, without the separators people add (`r58m 30-abcd1` is `R58M30ABCD1`). Makers use 5 to 32 letters and digits. Letters
 * alone are a remark (`see box`), except for ten in one word: Apple's serial numbers since 2021 are random, and some have no digit.
 */
export function readSerial(text: string): CellReading<string> {
  const value = text.toUpperCase().replace(/[\s./:_-]/g, '');
  const mayBeSerial = /^[A-Z0-9]{5,32}$/.test(value) && (/\d/.test(value) || /^[A-Z]{10}$/i.test(text));
  if (!mayBeSerial || new Set(value).size === 1) return { ok: false, expected: 'a serial number of 5 to 32 letters and digits' };
  return { ok: true, value };
}

const MOST_MARKS = 20;
const LONGEST_MARK = 200;

/** `cracked lens; AM engraved on the back`, or a JSON array where a mark itself holds a semicolon. */
export function readMarks(text: string): CellReading<string[]> {
  const marks = text.startsWith('[') ? marksOfJson(text) : text.split(';');
  if (marks === undefined) return { ok: false, expected: 'marks parted by semicolons, or a JSON array of texts' };
  const contents = marks.map(contentOfCell).filter((mark) => mark !== undefined);
  if (contents.length > MOST_MARKS) return { ok: false, expected: `at most ${MOST_MARKS} marks`, found: `${contents.length} marks` };
  for (const mark of contents) {
    const reading = readText(mark, LONGEST_MARK);
    if (!reading.ok) return reading;
  }
  return { ok: true, value: [...new Set(contents)] };
}

function marksOfJson(text: string): string[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : undefined;
  } catch {
    return undefined;
  }
}
