import { fileURLToPath } from 'node:url';

/** The 500 made-up stolen records that come with Fencewatch. */
export const sampleRecords = fileURLToPath(new URL('../../local/sample/records.csv', import.meta.url));
