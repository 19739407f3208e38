/** Writes the sample file anew: `node local/sample/make-records.ts`. It comes out the same every time, byte for byte. */

import { writeFileSync } from 'node:fs';
import { toCsv } from './records-csv.ts';
import { sampleRecords } from './sample-records.ts';

export function makeRecords(file: URL): void {
  writeFileSync(file, toCsv(sampleRecords()));
}

if (import.meta.main) makeRecords(new URL('records.csv', import.meta.url));
