/**
 * `npm run rehearse`: the real template deployed by the real `cdk deploy` onto an AWS emulator, where schedules fire and functions run from
 * their bundles. Exit code 0 when the story was told to its end or the machine cannot hold a rehearsal (it says so), 1 otherwise.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startMarketplace } from '../local/marketplace/marketplace.ts';
import { letBatchesBeSent } from './batch-rights.ts';
import { deploy, isProtected } from './deploy.ts';
import { findDeployed } from './deployed.ts';
import { type Emulator, NoEmulator, startEmulator } from './emulator.ts';
import { fillInScheduledTime } from './scheduled-time.ts';
import { type Front, tellStory } from './story.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const folder = join(project, '.rehearsal');
const recordsFile = fileURLToPath(new URL('../local/sample/records.csv', import.meta.url));
const seed = 11;

const { values: options } = parseArgs({ options: { keep: { type: 'boolean', default: false } } });
const startedAt = Date.now();

// In the middle of it, by Ctrl-C or by a CI without patience: an exit ends the emulator too.
const end = () => process.exit(1);
process.once('SIGINT', end);
process.once('SIGTERM', end);

await mkdir(join(folder, 'sources'), { recursive: true });
try {
  await rehearse(await startEmulator(folder));
} catch (error) {
  if (error instanceof NoEmulator) console.log(`SKIPPED: there is no rehearsal on this machine, ${error.message}`);
  else {
    console.error(error);
    process.exitCode = 1;
  }
}

async function rehearse(emulator: Emulator): Promise<void> {
  try {
    say(`The emulator answers at ${emulator.url}.`);
    const openedAt = new Date();
    const marketplace = await startMarketplace({ seed, startedAt: openedAt, now: () => new Date() });
    try {
      const [site] = marketplace.sites;
      if (site === undefined) throw new Error('The demo marketplace has no site');
      const { searches, searchPage } = site.source;
      // A small part of the site, every minute: enough for a case, and a scan ends before the next begins.
      const source = {
        ...site.source,
        schedule: { everyMinutes: 1 },
        searches: searches.slice(0, 1),
        searchPage: { ...searchPage, maxPages: 1 },
      };
      const sourceFile = join(folder, 'sources', 'rehearsal.json');
      await writeFile(sourceFile, JSON.stringify([source], undefined, 2));
      const outputs = await deploy({ emulator, sourceFiles: [relative(project, sourceFile)], folder });
      await letBatchesBeSent(emulator, 'Fencewatch');
      const deployed = await findDeployed(emulator, { networks: '127.0.0.0/8' });
      say(`cdk deploy made ${deployed.functions.length} functions and ${(await deployed.alarms()).length} alarms.`);
      const over = new AbortController();
      const clock = fillInScheduledTime(emulator, over.signal);
      try {
        await Promise.race([
          tellStory({
            deployed,
            emulator,
            marketplace,
            source: source.id,
            recordsFile,
            fronts: frontsOf(outputs, emulator),
            say,
          }),
          clock,
        ]);
      } finally {
        over.abort();
        await clock;
      }
      const refused = await emulator.refused();
      if (refused !== undefined) throw new Error(`A function went beyond its rights: ${refused}`);
      say('No function asked for more than its role grants.');
      if (!(await isProtected({ emulator, folder }))) throw new Error('The stack of production could be deleted by one command');
      say('cdk destroy was refused: a stack of production is protected from being deleted.');
      say('The rehearsal is over: everything was seen.');
    } finally {
      if (options.keep) await keptUp(emulator);
      await marketplace.stop();
    }
  } finally {
    await emulator.stop();
  }
}

/** Where the emulator answers for an API of the stack: AWS's own address of it leads to AWS. */
function frontsOf(outputs: Record<string, string>, { url }: Emulator): Front[] {
  return Object.entries(outputs).flatMap(([name, value]) => {
    const [, what] = /^(Console|Portal|Check)Url/.exec(name) ?? [];
    const [api] = new URL(value, 'https://none.example').host.split('.');
    return what === undefined ? [] : [{ what, url: `${url}/_aws/execute-api/${api}/$default/` }];
  });
}

/** Left up to look at, with any tool that speaks to AWS. */
async function keptUp({ url, environment }: Emulator): Promise<void> {
  say(
    `Kept up at ${url} until Ctrl-C: ${Object.entries(environment)
      .map(([name, value]) => `${name}=${value}`)
      .join(' ')}`,
  );
  process.off('SIGINT', end);
  const awake = setInterval(() => {}, 60_000);
  await new Promise((interrupted) => process.once('SIGINT', interrupted));
  clearInterval(awake);
}

function say(line: string): void {
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  console.log(`${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}  ${line}`);
}
