/** The product's story on a deployed stack: each act is waited for and said in a sentence, or the rehearsal fails with what was missing. */

import { setTimeout as sleep } from 'node:timers/promises';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { caseLine } from '../local/commands/case-text.ts';
import { listCases } from '../local/commands/cases-command.ts';
import { importFile } from '../local/commands/records-command.ts';
import { deadLettersOf, scanLine } from '../local/commands/summary.ts';
import type { Marketplace } from '../local/marketplace/marketplace.ts';
import type { Scan } from '../shared/domain/scan.ts';
import type { Deployed } from './deployed.ts';

interface Stage {
  deployed: Deployed;
  marketplace: Marketplace;
  /** Of the one Source that is watched. */
  source: string;
  recordsFile: string;
  say(line: string): void;
}

const patienceMs = 6 * 60_000;

export async function tellStory(stage: Stage): Promise<void> {
  await importRecords(stage);
  const scan = await firstScan(stage);
  await firstCases(stage);
  await poisonedMessage(stage);
  await deadMarketplace(stage, scan);
}

async function importRecords({ deployed: { stores }, recordsFile, say }: Stage): Promise<void> {
  const { batch } = await importFile(recordsFile, stores);
  if (batch.state === 'failed' || batch.created === 0) throw new Error(`The records were not imported: ${JSON.stringify(batch)}`);
  say(`The records desk dropped a file of ${batch.rows} stolen devices; ${batch.created} are on the list.`);
}

async function firstScan({ deployed: { stores }, source, say }: Stage): Promise<Scan> {
  say(`Nobody starts a scan: the schedule of ${source} fires every minute.`);
  const scan = await waitFor('a scan that its schedule opened and that ended', async () =>
    (await stores.scans.recent(source, 5)).find(({ closedAt }) => closedAt !== undefined),
  );
  say(scanLine(scan));
  return scan;
}

async function firstCases({ deployed: { stores }, say }: Stage): Promise<void> {
  const cases = await waitFor('a listing of a stolen phone that became a case, with its page captured', async () => {
    const ready = await listCases(stores, 'ready', 100);
    return ready.some(({ match }) => match.evidenceKind === 'imei') ? ready : undefined;
  });
  say(`${cases.length} ${cases.length === 1 ? 'case waits' : 'cases wait'} for an officer, the strongest:`);
  const [strongest] = cases;
  if (strongest !== undefined) say(`  ${caseLine(strongest)}`);
  const replayable = cases.filter(({ basis }) => basis !== undefined).length;
  if (replayable !== cases.length) throw new Error(`${cases.length - replayable} cases cannot be replayed`);
}

async function poisonedMessage({ deployed, say }: Stage): Promise<void> {
  const { stores } = deployed;
  const { url, deadLetterUrl } = stores.queues.read;
  await stores.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: '{"type":"poison"}', MessageGroupId: 'rehearsal' }));
  await waitFor('a poisoned message among the dead letters', async () => ((await deadLettersOf(stores)).read > 0 ? true : undefined));
  const queue = new URL(deadLetterUrl).pathname.split('/').at(-1);
  const alarm = (await deployed.alarms()).find(
    ({ MetricName, Dimensions = [] }) =>
      MetricName === 'ApproximateNumberOfMessagesVisible' && Dimensions.some(({ Value }) => Value === queue),
  );
  if (alarm === undefined) throw new Error(`No alarm watches ${queue}`);
  say('A poisoned message was parked with its reason, and the alarm that watches its dead letters says:');
  say(`  “${alarm.AlarmDescription ?? ''}”`);
}

async function deadMarketplace({ deployed: { stores }, marketplace, source, say }: Stage, before: Scan): Promise<void> {
  await marketplace.stop();
  const scan = await waitFor('a scan that says that it could not see', async () =>
    (await stores.scans.recent(source, 10)).find(
      ({ id, closedAt, health }) => id !== before.id && closedAt !== undefined && (health === 'blind' || health === 'blocked'),
    ),
  );
  say(`The marketplace went dark. ${scanLine(scan)}`);
  const cases = await listCases(stores, 'ready', 100);
  if (cases.length === 0) throw new Error('Cases were lost while the marketplace was dark');
  for (const { listing } of cases) {
    const liveness = (await stores.listings.get(listing))?.liveness;
    if (liveness === 'gone') throw new Error(`${listing.itemId} was called gone while nobody could see`);
  }
  say('No listing of a case was called gone for it, and no case was closed.');
}

async function waitFor<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`Waited ${patienceMs / 60_000} minutes in vain for ${what}`);
    await sleep(1000);
  }
}
