/** One row of a TAC table becomes an entry, or the list of what is wrong with it. */

import { reportingBody } from '../imei.ts';
import { shownText } from '../record-row.ts';
import type { TacColumn, TacHeader } from './table-header.ts';
import type { TacEntry } from './tac-directory.ts';

/** `found` is safe to show and log: long numbers masked. */
export interface TacProblem {
  /** `row` where the row as a whole is wrong. */
  field: TacColumn | 'row';
  expected: string;
  found: string;
}

export type TacRowReading = { ok: true; tac: string; entry: TacEntry } | { ok: false; problems: TacProblem[] };

/** GSMA's export lists dozens of internal names of one modem; more than these help nobody. */
const MOST_NAMES = 20;
const LONGEST_NAME = 100;

/** What tables write where they know nothing. */
const wordsForNothing = new Set(['', '-', 'n/a', 'na', 'none', 'null', 'unknown', 'not known', 'not available', 'undefined', 'tbd', '?']);

/**
 * Reads `35925406,Apple,iPhone 6,,A1549` under the header `tac,brand,model,comment,aka`. A cell may hold several models, parted by `|`, `,`
 * or `;`. A TAC of seven digits lost its leading zero in a spreadsheet and gets it back; one that no reporting body can have given out
 * (`25669145`, a MEID's beginning) is a problem.
 */
export function readTacRow(cells: readonly string[], header: TacHeader, source: string): TacRowReading {
  const problems: TacProblem[] = [];
  const written = textOf(cells, header, 'tac');
  const tac = readTac(written);
  if (!tac.ok)
    problems.push({ field: 'tac', expected: tac.expected, found: shownText(written.replace(/[\s\p{Cc}]+/gu, ' ')) || 'nothing' });

  const brand = namesOf(cells, header, 'brand')[0] ?? namesOf(cells, header, 'manufacturer')[0] ?? '';
  const byKind = (['name', 'model', 'designation'] as const).map((column) => namesOf(cells, header, column));
  const models = byKind.find((names) => names.length > 0) ?? [];
  const besides = [...byKind.flat(), ...namesOf(cells, header, 'otherNames')];
  if (brand === '' && models.length === 0) {
    problems.push({ field: header.includes('model') ? 'model' : 'name', expected: 'a brand or a model', found: 'nothing' });
  }
  if (problems.length > 0 || !tac.ok) return { ok: false, problems };
  const otherNames = [...new Set(besides)].filter((name) => !models.includes(name)).slice(0, MOST_NAMES);
  return { ok: true, tac: tac.tac, entry: { brand, models, otherNames, source } };
}

function readTac(written: string): { ok: true; tac: string } | { ok: false; expected: string } {
  const digits = written.replace(/\.0$/, '').replace(/^(\d{2})[/-](\d{6})$/, '$1$2');
  if (!/^\d{7,8}$/.test(digits)) return { ok: false, expected: 'a TAC of 8 digits, or of 7 that lost a leading zero' };
  const tac = digits.padStart(8, '0');
  if (reportingBody(tac).status === 'none')
    return { ok: false, expected: 'a TAC that begins with the digits of a reporting body (01, 35, 86, 99, …)' };
  return { ok: true, tac };
}

function textOf(cells: readonly string[], header: TacHeader, column: TacColumn): string {
  return cells[header.indexOf(column)]?.trim() ?? '';
}

function namesOf(cells: readonly string[], header: TacHeader, column: TacColumn): string[] {
  const text = textOf(cells, header, column).normalize('NFC');
  // A brand is one name: "Samsung Electronics Co., Ltd".
  const names = column === 'brand' || column === 'manufacturer' ? [text] : text.split(/[|;,]/);
  const said = names.map((name) =>
    name
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, LONGEST_NAME),
  );
  return [...new Set(said)].filter((name) => !wordsForNothing.has(name.toLowerCase())).slice(0, MOST_NAMES);
}
