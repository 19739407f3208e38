/** The product's story on a deployed stack: each act is waited for and said in a sentence, or the rehearsal fails with what was missing. */

import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { caseLine } from '../local/commands/case-text.ts';
import { listCases } from '../local/commands/cases-command.ts';
import { deadLettersOf, scanLine } from '../local/commands/summary.ts';
import type { Marketplace } from '../local/marketplace/marketplace.ts';
import { clocks } from '../shared/aws/resources.ts';
import type { Scan } from '../shared/domain/scan.ts';
import type { Deployed } from './deployed.ts';
import type { Emulator } from './emulator.ts';
import { drill } from './on-call-drill.ts';
import { importWhileThrottled, scanWhileThrottled } from './throttled-tables.ts';
import { waitFor } from './wait-for.ts';

export interface Front {
  /** `Console`. */
  what: string;
  url: string;
}

export interface Stage {
  deployed: Deployed;
  emulator: Emulator;
  marketplace: Marketplace;
  /** Of the one Source that is watched. */
  source: string;
  recordsFile: string;
  fronts: readonly Front[];
  say(line: string): void;
}

export async function tellStory(stage: Stage): Promise<void> {
  await frontsAnswer(stage);
  await importWhileThrottled(stage);
  const scan = await scanWhileThrottled(stage);
  await firstCases(stage);
  await stage.marketplace.stop();
  stage.say('The marketplace goes dark. The next scan will have to say so; meanwhile:');
  await everyClock(stage);
  await poisonedMessage(stage);
  await deadMarketplace(stage, scan);
}

/** The console sends who is not signed in to the sign-in page; the others describe themselves to everybody. */
const atTheDoor: Record<string, { path: string; status: number }> = {
  Console: { path: '', status: 302 },
  Portal: { path: 'openapi.json', status: 200 },
  Check: { path: 'openapi.json', status: 200 },
};

async function frontsAnswer({ fronts, say }: Stage): Promise<void> {
  for (const [what, { path, status }] of Object.entries(atTheDoor)) {
    const front = fronts.find((each) => each.what === what);
    const answer = front && (await fetch(front.url + path, { redirect: 'manual' }));
    if (answer?.status !== status) throw new Error(`${what} answered ${answer?.status ?? 'nowhere'} instead of ${status}`);
  }
  say('The console sends who comes to its address to sign in; the portal and the check API describe themselves to everybody.');
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

/** Most strike once an hour or once a day; under its own role and on this day's data each must do its work once. */
async function everyClock({ deployed, say }: Stage): Promise<void> {
  const scheduledAt = `${new Date().toISOString().slice(0, 19)}Z`;
  for (const clock of Object.keys(clocks)) {
    const part = clock.charAt(0).toUpperCase() + clock.slice(1);
    const answer = await deployed.invoke(part, { scheduledAt });
    if (answer.includes('errorMessage')) throw new Error(`${part} did not do its work: ${answer}`);
  }
  say(`The ${Object.keys(clocks).length} functions that a clock starts were each started once by hand, and did their work.`);
}

async function poisonedMessage({ deployed, emulator, say }: Stage): Promise<void> {
  const { stores } = deployed;
  const { url, deadLetterUrl } = stores.queues.read;
  await stores.sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody: '{"type":"poison"}', MessageGroupId: 'rehearsal' }));
  await waitFor('a poisoned message among the dead letters', async () => ((await deadLettersOf(stores)).read > 0 ? true : undefined));
  const queue = new URL(deadLetterUrl).pathname.split('/').at(-1) ?? '';
  const alarm = await deployed.alarmOf('ApproximateNumberOfMessagesVisible', queue);
  say('A poisoned message was parked with its reason. The alarm that watches its dead letters goes off, and the person on call reads:');
  say(`  “${await drill(emulator, alarm)}”`);
}

async function deadMarketplace({ deployed: { stores }, source, say }: Stage, before: Scan): Promise<void> {
  const scan = await waitFor('a scan that says that it could not see', async () =>
    (await stores.scans.recent(source, 10)).find(
      ({ id, closedAt, health }) => id !== before.id && closedAt !== undefined && (health === 'blind' || health === 'blocked'),
    ),
  );
  say(`The scan of the dark marketplace has ended. ${scanLine(scan)}`);
  const cases = await listCases(stores, 'ready', 100);
  if (cases.length === 0) throw new Error('Cases were lost while the marketplace was dark');
  for (const { listing } of cases) {
    const liveness = (await stores.listings.get(listing))?.liveness;
    if (liveness === 'gone') throw new Error(`${listing.itemId} was called gone while nobody could see`);
  }
  say('No listing of a case was called gone for it, and no case was closed.');
}
