/** `fencewatch start` (`npm start`): the whole of Fencewatch on the demo marketplace, unattended, with the console beside it. */

import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { announce, findRunning } from '../attach.ts';
import { startCheckApi } from '../check-server.ts';
import { startConsole } from '../console-server.ts';
import { openDataFolder } from '../data-folder.ts';
import { demoSites } from '../demo.ts';
import { demoCheckKey } from '../demo-check-key.ts';
import { type Machine, startMachine } from '../machine.ts';
import { keepCollectingMail } from '../marketplace/collect-mail.ts';
import { clockEvent, startSchedules } from '../schedules.ts';
import { dataOption, portNumber } from './data-option.ts';
import { listenForInterrupt } from './interrupt.ts';
import { importFile } from './records-command.ts';
import { everyQueue, openSources, reportFault, type Watched } from './scan-command.ts';
import { deadLettersOf, scanLine, summarise, summaryText } from './summary.ts';
import { checkTruth, truthText } from './truth-check.ts';
import { followScans, whenAllSettled } from './watch.ts';

interface Options {
  data: string;
  port: number;
  checkPort?: number;
  portalPort?: number;
}

const sampleRecords = fileURLToPath(new URL('../sample/records.csv', import.meta.url));
const defaultPort = 4810;
/** Nobody watches a demonstration for a week. */
const demoLadder = [2, 4, 8, 16];

export function registerStartCommand(program: Command): void {
  program
    .command('start')
    .description('scan the demo marketplace on its schedules, with the console beside it, until Ctrl-C')
    .option('--port <number>', 'port of the console', portNumber, defaultPort)
    .option('--check-port <number>', 'port of the check API; left out, one after that of the console', portNumber)
    .option('--portal-port <number>', 'port of the portal of platforms; left out, two after that of the console', portNumber)
    .addOption(dataOption())
    .action(start);
}

async function start({
  data,
  port,
  checkPort = port === 0 ? 0 : port + 1,
  portalPort = port === 0 ? 0 : port + 2,
}: Options): Promise<void> {
  const interrupt = listenForInterrupt();
  const folder = await openDataFolder(data);
  if (await findRunning(folder)) throw new Error(`Fencewatch is running in ${folder.path} already. Stop it, or choose another --data.`);
  const watched = await openSources(demoSites, folder);
  try {
    const platforms = watched.demo?.sites.map(({ platform }) => platform) ?? [];
    const machine = await startMachine({
      folder,
      sources: watched.sources,
      platforms,
      ladder: demoLadder,
      portal: { port: portalPort },
      work: everyQueue,
    });
    try {
      const { review, check, stop } = await openServers(machine, { port, checkPort });
      try {
        await announce(folder, machine, review.url);
        for (const { name, baseUrl } of watched.demo?.sites ?? []) say(`Demo marketplace ${name} at ${baseUrl}`);
        say(`Local mailbox at ${machine.mailboxUrl}: what Fencewatch mails stays on this machine`);
        if (machine.portalUrl) say(`Portal of platforms at ${machine.portalUrl}, by the links that notices carry`);
        if (machine.portalUrl)
          say(`Public figures at ${machine.portalUrl}/figures, counted anew every hour; \`fencewatch figures\` counts them now`);
        say(`Console at ${review.url}`);
        say(`Check API at ${check.url}, demo client key ${await demoCheckKey(folder, machine.stores)}`);
        const mail = keepCollectingMail(watched.demo?.sites ?? [], machine.mailboxUrl, interrupt.signal);
        await Promise.race([Promise.all([work(machine, watched, interrupt.signal), mail]), machine.failed]);
      } finally {
        await stop();
      }
      say('Stopped. The next start goes on from here.');
    } finally {
      await machine.stop();
    }
  } finally {
    await watched.demo?.stop();
    interrupt.release();
  }
}

/** The first round of scans with its summary, then line by line what the schedules bring. */
async function work(machine: Machine, { sources, demo }: Watched, signal: AbortSignal): Promise<void> {
  const { batch } = await importFile(sampleRecords, machine.stores);
  say(
    `Stolen records: ${batch.rows} rows, ${batch.created} new, ${batch.changed} changed, ${batch.unchanged} unchanged, ${batch.rejected} rejected.`,
  );

  const schedules = startSchedules({ sources, fire: machine.functions.fire, now: () => new Date(), onFault: reportFault });
  const following = followScans(machine, {
    sources,
    signal,
    onClosed: (closed) => say(`${new Date().toTimeString().slice(0, 5)} ${scanLine(closed)}`),
  });
  if ((await whenAllSettled(machine, signal)) === 'settled') {
    const summary = await summarise(
      machine,
      sources.map(({ id }) => id),
    );
    say(`\n${summaryText(summary)}\n`);
    if (demo) say(`${truthText(checkTruth(demo, [...summary.cases, ...summary.waiting]))}\n`);
    await machine.functions.fire(clockEvent('figures', new Date())).catch((error: unknown) => reportFault('figures', error));
    say('Watching on: the demo marketplace changes, and each source is scanned again by its schedule. Ctrl-C stops.');
  }
  await following;
  schedules.stop();
}

/** Both or none: a server that is left open would keep the process alive. */
async function openServers(machine: Machine, { port, checkPort }: { port: number; checkPort: number }) {
  const review = await openConsole(machine, port);
  try {
    const check = await openCheckApi(machine, checkPort);
    return { review, check, stop: () => Promise.all([review.stop(), check.stop()]) };
  } catch (error) {
    await review.stop();
    throw error;
  }
}

function openConsole({ environment, stores }: Machine, port: number) {
  const report = (error: unknown) => console.error('A page of the console failed:', error);
  return startConsole({ port, environment, report, deadLetters: () => deadLettersOf(stores) });
}

function openCheckApi({ environment }: Machine, port: number) {
  const report = (error: unknown) => console.error('A check could not be answered:', error);
  return startCheckApi({ port, environment, report });
}

function say(line: string): void {
  console.log(line);
}
