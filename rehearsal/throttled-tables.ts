/** Two acts of the story, each while DynamoDB turns functions away from the table that they need: the work waits, comes when it may, and is not parked. */

import { setTimeout as sleep } from 'node:timers/promises';
import { importFile } from '../local/commands/records-command.ts';
import { scanLine } from '../local/commands/summary.ts';
import type { Scan } from '../shared/domain/scan.ts';
import type { Throttling } from './front-door.ts';
import type { Stage } from './story.ts';
import { waitFor } from './wait-for.ts';

/** What an SDK client of ours tries before it gives up (AWS SDKs reference guide, "Retry behavior"). */
const attemptsOfTheSdk = 3;

/** The story is told in sentences. */
const silent = { update() {}, stop() {} };

export async function importWhileThrottled({ deployed, emulator: { door }, recordsFile, say }: Stage): Promise<void> {
  const { stores, tables } = deployed;
  say('DynamoDB throttles the table of records just as the records desk drops a file of stolen devices.');
  const throttling = door.throttle(tables.records);
  const importing = importFile(recordsFile, stores, silent);
  await turnedAway(throttling);
  throttling.lift();
  const { batch } = await importing;
  if (batch.state === 'failed' || batch.created === 0) throw new Error(`The records were not imported: ${JSON.stringify(batch)}`);
  say(
    `The import was turned away ${throttling.turnedAway()} times and came again by itself: of ${batch.rows} stolen devices ${batch.created} are on the list.`,
  );
  await nothingParked(deployed);
}

export async function scanWhileThrottled({ deployed, emulator: { door }, source, say }: Stage): Promise<Scan> {
  const { stores, tables } = deployed;
  say(`Nobody starts a scan: the schedule of ${source} fires every minute.`);
  const { id } = await waitFor('a scan that its schedule opened', async () => (await stores.scans.recent(source, 1))[0]);
  const throttling = door.throttle(tables.listings);
  say(`It opened the scan ${id}, and now the table of listings is throttled.`);
  const failing = await deployed.alarmOf('Errors', 'OpenScan');
  const [, scheduledAt] = id.split('~');
  const answer = await deployed.invoke('OpenScan', { source, scheduledAt });
  if (!/throughput for the table was exceeded/.test(answer)) throw new Error(`OpenScan did not say that it was throttled: ${answer}`);
  // The scan's own function too, which its queue feeds.
  await turnedAway(throttling, throttling.turnedAway());
  throttling.lift();
  const errors = await deployed.measured(failing);
  if (errors === 0) throw new Error('Lambda counted no error of OpenScan');
  say(
    `Functions were turned away ${throttling.turnedAway()} times. Tried by hand, OpenScan broke off: its ${errors} error is counted, which an alarm watches:`,
  );
  say(`  “${failing.AlarmDescription ?? ''}”`);
  say(`  “${(await deployed.alarmOf('WriteThrottleEvents', tables.listings)).AlarmDescription ?? ''}”`);
  const scan = await waitFor('the end of the scan that was held up', async () =>
    (await stores.scans.recent(source, 5)).find((each) => each.id === id && each.closedAt !== undefined),
  );
  if (scan.health !== 'healthy') throw new Error(`A short throttling made a scan ${scan.health}: ${scan.summary}`);
  say(`The throttling is over, and the scan that it held up came to its end: ${scanLine(scan)}`);
  await nothingParked(deployed);
  return scan;
}

/** Until a function has given up what it was doing, and not just an attempt of its SDK. */
async function turnedAway(throttling: Throttling, before = 0): Promise<void> {
  const times = before + attemptsOfTheSdk;
  await waitFor('work that was turned away', async () => (throttling.turnedAway() >= times ? true : undefined));
  await sleep(2000);
}

/** Throttling for some seconds is no reason to give anything up. */
async function nothingParked(deployed: Stage['deployed']): Promise<void> {
  const parked = await deployed.deadLetters();
  if (parked > 0) throw new Error(`${parked} dead letters lie about after a short throttling`);
}
