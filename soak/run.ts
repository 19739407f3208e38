/** `npm run soak`: exit code 0 when every listing is accounted for and nothing false was said, 1 otherwise. */

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { soak } from './soak.ts';

const { values: options } = parseArgs({
  options: {
    hours: { type: 'string', default: '24' },
    seed: { type: 'string', default: '11' },
    pages: { type: 'string', default: '8' },
    'at-once': { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
  },
});
const recordsFile = fileURLToPath(new URL('../local/sample/records.csv', import.meta.url));
const startedAt = Date.now();

const outcome = await soak({
  hours: Number(options.hours),
  seed: Number(options.seed),
  pages: Number(options.pages),
  atOnce: Number(options['at-once']),
  recordsFile,
  hourPassed: ({ hour, heapMb, listings, scans }) =>
    console.error(`${minutes()}  hour ${hour}: ${listings} listings on offer, ${scans} scans so far, ${heapMb} MB of heap`),
});

if (options.json) console.log(JSON.stringify(outcome, undefined, 2));
else {
  const { counts, verdict } = outcome;
  const faults = Object.entries(counts.weather).map(([what, times]) => `${what} ${times}`);
  console.log(
    `${counts.listings} listings read, ${counts.cases} cases, ${counts.messages} messages, of which ${counts.parked} were parked with their reason.`,
  );
  console.log(
    `Gone wrong: ${counts.crashes} functions died at a write, ${counts.throttled} calls were throttled, ${counts.handedOutTwice} messages came again though they were done; ${faults.join(', ')}.`,
  );
  console.log(
    `Scans: ${Object.entries(counts.scans)
      .map(([health, times]) => `${times} ${health}`)
      .join(', ')}.`,
  );
  for (const [what, cases] of Object.entries(verdict))
    console.log(`  ${what.padEnd(12)} ${cases.length}${cases.length > 0 ? `: ${cases.slice(0, 5).join(', ')}` : ''}`);
}
if (Object.values(outcome.verdict).some((faults) => faults.length > 0)) process.exitCode = 1;

function minutes(): string {
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}
