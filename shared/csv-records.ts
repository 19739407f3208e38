/** CSV a record at a time, as the spreadsheets and databases of the world write it. */

import { CsvError, parse } from 'csv-parse';

export interface CsvOptions {
  delimiter: string;
  /** A record longer than this many characters is no record: a quotation mark was left open, or the file is something else. */
  longestRecord: number;
  /** Cells may stand in quotation marks; without, a mark is a letter like any other. */
  quotes?: boolean;
}

export interface CsvRecord {
  cells: string[];
  /** The line on which it ends, from 1; a cell with line breaks makes a record of several lines. */
  line: number;
}

/** The text cannot be read beyond this point; what was yielded before stands. */
export class CsvFault extends Error {
  readonly expected: string;
  readonly found: string;

  constructor(expected: string, found: string, options?: ErrorOptions) {
    super(`expected ${expected}, found ${found}`, options);
    this.expected = expected;
    this.found = found;
  }
}

/**
 * Reads quoted cells with line breaks, any line ending, records of any number of cells. Throws a CsvFault when it cannot go on.
 *
 * Records are taken from the parser's hook, not from its stream: a stream that fails drops the good records it still holds, and then
 * nobody could say which one is bad. Only the records of one piece of text are held.
 */
export async function* csvRecords(
  text: AsyncIterable<string>,
  { delimiter, longestRecord, quotes = true }: CsvOptions,
): AsyncGenerator<CsvRecord> {
  const records: CsvRecord[] = [];
  const parser = parse({
    delimiter,
    // An inch mark in `5" screen` is text, not the start of a quotation.
    ...(quotes ? { relax_quotes: true } : { quote: null }),
    relax_column_count: true,
    max_record_size: longestRecord,
    on_record: (cells, { lines }) => {
      records.push({ cells, line: lines });
      return null;
    },
  });
  // Each write answers for itself below; without a listener Node would end the process.
  parser.on('error', () => {}).resume();
  for await (const piece of text) {
    const fault = await faultOf((done) => parser.write(piece, done));
    yield* records.splice(0);
    if (fault) throw faultInWords(fault, longestRecord);
  }
  const fault = await faultOf((done) => parser.end(done));
  yield* records.splice(0);
  if (fault) throw faultInWords(fault, longestRecord);
}

function faultOf(act: (done: (error?: Error | null) => void) => unknown): Promise<Error | null | undefined> {
  return new Promise((resolve) => act(resolve));
}

function faultInWords(fault: Error, longestRecord: number): Error {
  if (!(fault instanceof CsvError)) return fault;
  const endless = fault.code === 'CSV_QUOTE_NOT_CLOSED' || fault.code === 'CSV_MAX_RECORD_SIZE';
  return endless
    ? new CsvFault('a row that ends', `a quotation mark that is never closed, or a row of more than ${longestRecord} characters`, {
        cause: fault,
      })
    : new CsvFault('CSV (RFC 4180)', fault.message, { cause: fault });
}
