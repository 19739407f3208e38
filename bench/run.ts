/** `npm run bench`: measures Fencewatch against named peers in the same run. `npm run bench -- reading` runs one part. */

import { bundles } from './bundles.bench.ts';
import { copies } from './copies.bench.ts';
import { hostileInputs } from './hostile-inputs.bench.ts';
import { identifiers } from './identifiers.bench.ts';
import { matching } from './matching.bench.ts';
import { packs } from './packs.bench.ts';
import { photoMemory } from './photo-memory.bench.ts';
import { photos } from './photos.bench.ts';
import { queue } from './queue.bench.ts';
import { reading, readingMemory } from './reading.bench.ts';
import { requestUnits } from './request-units.bench.ts';

/** One line of a report: what was measured, the figure, and what it stands against. */
export interface Figure {
  what: string;
  value: string;
  /** Empty for a count that stands for itself. */
  against: string;
}

const parts: Record<string, { title: string; run: () => Promise<Figure[]> }> = {
  reading: { title: 'Reading listing pages (fetch over loopback, then title, price, seller, … )', run: reading },
  'reading-memory': { title: 'Memory over 10,000 listing pages', run: readingMemory },
  identifiers: { title: 'Reading identifiers', run: identifiers },
  'hostile-inputs': { title: 'Reading identifiers in hostile inputs', run: hostileInputs },
  matching: { title: 'Matching through the index', run: matching },
  photos: { title: 'Reading photos', run: photos },
  'photo-memory': { title: 'Memory over 1,000 photos', run: photoMemory },
  copies: { title: 'Knowing a photo again', run: copies },
  packs: { title: 'Packing evidence for a platform', run: packs },
  queue: { title: 'The queue of a long backlog', run: queue },
  bundles: { title: 'What a cold start loads', run: bundles },
  'request-units': { title: 'DynamoDB request units', run: requestUnits },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`There is no part ${unknown.join(', ')}. The parts are ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
for (const [name, { title, run }] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.log(`\n${title}`);
  for (const { what, value, against } of await run()) console.log(`  ${what.padEnd(52)} ${value.padStart(10)}  ${against}`);
}
