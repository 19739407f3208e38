/** The product's story on a deployed stack: each act is waited for and said in a sentence, or the rehearsal fails with what was missing. */

import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { caseLine } from '../local/commands/case-text.ts';
import { listCases } from '../local/commands/cases-command.ts';
import { deadLettersOf, scanLine } from '../local/commands/summary.ts';
import type { Marketplace } from '../local/marketplace/marketplace.ts';
import type { Scan } from '../shared/domain/scan.ts';
import type { Deployed } from './deployed.ts';
import type { FrontDoor } from './front-door.ts';
import { importWhileThrottled, scanWhileThrottled } from './throttled-tables.ts';
import { waitFor } from './wait-for.ts';

export interface Stage {
  deployed: Deployed;
  door: FrontDoor;
  marketplace: Marketplace;
  /** Of the one Source that is watched. */
  source: string;
  recordsFile: string;
  say(line: string): void;
}

export async function tellStory(stage: Stage): Promise<void> {
  await importWhileThrottled(stage);
  const scan = await scanWhileThrottled(stage);
  await firstCases(stage);
  await poisonedMessage(stage);
  await deadMarketplace(stage, scan);
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
  const queue = new URL(deadLetterUrl).pathname.split('/').at(-1) ?? '';
  const alarm = await deployed.alarmOf('ApproximateNumberOfMessagesVisible', queue);
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
