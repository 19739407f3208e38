/** Writes the sample file anew: `node local/sample/make-records.ts`. The same input gives the same file, byte for byte. */

import { writeFileSync } from 'node:fs';
import { toCsv } from './records-csv.ts';
import { sampleRecords } from './sample-records.ts';

const file = new URL('records.csv', import.meta.url);
const records = sampleRecords();
writeFileSync(file, toCsv(records));
process.stdout.write(`${records.length} records written to ${file.pathname}\n`);
