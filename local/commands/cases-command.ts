/** `fencewatch cases`: the review queue on a terminal. The page shows more; this is for scripts and for a quick look. */

import { type Command, Option } from 'commander';
import { addGolden } from '../../functions/console/add-golden.ts';
import { refuseCase } from '../../functions/console/refuse-case.ts';
import { releaseHeld } from '../../functions/console/release-held.ts';
import { type Case, type CaseState, caseStates } from '../../shared/domain/case.ts';
import { type DecisionCode, decisionCodes } from '../../shared/domain/decision.ts';
import { differences, replay } from '../../shared/domain/matching/match-basis.ts';
import { modelOfVersion } from '../../shared/domain/matching/matching-model.ts';
import { type RefusalReason, refusalReasons } from '../../shared/domain/refusal.ts';
import { attach } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import type { Stores } from '../stores.ts';
import { caseLine, describeCase } from './case-text.ts';
import { dataOption, jsonOption, wholeNumber } from './data-option.ts';

interface ListOptions {
  data: string;
  json?: boolean;
  state: CaseState;
  limit: number;
}

export function registerCasesCommand(program: Command): void {
  const cases = program.command('cases').description('list, show, replay, refuse and release cases');
  cases
    .command('list')
    .description('cases of one state, strongest first')
    .addOption(new Option('--state <state>', 'which cases').choices([...caseStates]).default('ready'))
    .option('--limit <number>', 'at most this many', wholeNumber, 50)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(listCommand);
  cases
    .command('show')
    .argument('<id>', 'id of the case, as `cases list` shows it')
    .description('one case with every reason for and against')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(showCommand);
  cases
    .command('replay')
    .argument('<id>', 'id of the case')
    .description('compute its match again from what it followed from, and tell every line that comes out otherwise (exit code 1)')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(replayCommand);
  cases
    .command('refuse')
    .argument('<id>', 'id of the case')
    .description('close a case that is not the device; the pair comes back only when its evidence changes')
    .addOption(new Option('--reason <reason>', 'why').choices([...refusalReasons]).makeOptionMandatory())
    .requiredOption('--by <name>', 'who says so, for the audit')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(refuseCommand);
  cases
    .command('golden')
    .argument('<id>', 'id of a case whose answer is known for sure')
    .description('mix a copy of it among the ready cases, to see how officers decide it')
    .addOption(new Option('--answer <code>', 'the right decision').choices([...decisionCodes]).makeOptionMandatory())
    .requiredOption('--by <name>', 'who says so, for the audit')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(goldenCommand);
  cases
    .command('release')
    .argument('<id>', 'id of a flood’s case')
    .description('a flood is real: put what is held with it up for review')
    .requiredOption('--by <name>', 'who says so, for the audit')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(releaseCommand);
}

interface GoldenOptions {
  data: string;
  json?: boolean;
  answer: DecisionCode;
  by: string;
}

async function goldenCommand(id: string, { data, json, answer, by }: GoldenOptions): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    const { cases, audit } = attached.stores;
    const known = await cases.get(id);
    if (known === undefined) throw new Error(`There is no case ${id}`);
    const copy = await addGolden(known, { answer, by }, { cases, audit, now: () => new Date() });
    console.log(json ? JSON.stringify({ id: copy.id }) : `Case ${copy.id} is among those ready for review. Tell nobody.`);
  } finally {
    await attached.stop();
  }
}

async function releaseCommand(id: string, { data, json, by }: { data: string; json?: boolean; by: string }): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    const { cases, audit, reviewQueue } = attached.stores;
    const flood = await cases.get(id);
    if (flood === undefined) throw new Error(`There is no case ${id}`);
    if (flood.floodOf === undefined) throw new Error(`expected the case of a flood, found ${id}, which is about one match`);
    const released = await releaseHeld(flood, { id: by, name: by }, { cases, audit, reviewQueue, now: () => new Date() });
    if (json) console.log(JSON.stringify(released.map((each) => each.id)));
    else console.log(`${released.length} ${released.length === 1 ? 'case is' : 'cases are'} up for review.`);
  } finally {
    await attached.stop();
  }
}

async function replayCommand(id: string, { data, json }: { data: string; json?: boolean }): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    const { cases, bases } = attached.stores;
    const replayed = await cases.get(id);
    if (replayed === undefined) throw new Error(`There is no case ${id}`);
    const basis = replayed.basis === undefined ? undefined : await bases.get(replayed.basis);
    if (basis === undefined) throw new Error(`What case ${id} followed from was not kept`);
    const again = replay(basis, modelOfVersion);
    const found = differences(replayed.match, again);
    const { modelVersion, surveyVersion } = basis;
    if (json) console.log(JSON.stringify({ id, modelVersion, surveyVersion, bits: again.bits, differences: found }, undefined, 2));
    else if (found.length === 0)
      console.log(
        `Case ${id}: the same on every line, ${again.bits.toFixed(2)} bits, with model ${modelVersion} and survey ${surveyVersion}.`,
      );
    else console.log(found.join('\n'));
    if (found.length > 0) process.exitCode = 1;
  } finally {
    await attached.stop();
  }
}

interface RefuseOptions {
  data: string;
  json?: boolean;
  reason: RefusalReason;
  by: string;
}

async function refuseCommand(id: string, { data, json, reason, by }: RefuseOptions): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    const { cases, audit } = attached.stores;
    const refused = await cases.get(id);
    if (refused === undefined) throw new Error(`There is no case ${id}`);
    const closed = await refuseCase(refused, { reason, by: { id: by, name: by } }, { cases, audit, now: () => new Date() });
    if (closed.length === 0)
      throw new Error(`Case ${id} is ${refused.state}, or an officer has it in hand: it was not refused. ${refused.closedBecause ?? ''}`);
    if (json) console.log(JSON.stringify(closed.map((each) => each.id)));
    else console.log(closed.length === 1 ? `Case ${id} is closed.` : `${closed.length} cases are closed, those held with it among them.`);
  } finally {
    await attached.stop();
  }
}

/** All cases of a state up to a limit, strongest first. */
export async function listCases({ cases, team }: Stores, state: CaseState, limit: number): Promise<Case[]> {
  const found: Case[] = [];
  let cursor: string | undefined;
  do {
    const page = await cases.queue({ team, state, limit: Math.min(100, limit - found.length), ...(cursor !== undefined && { cursor }) });
    found.push(...page.cases);
    cursor = page.cursor;
  } while (cursor !== undefined && found.length < limit);
  return found;
}

async function listCommand({ data, json, state, limit }: ListOptions): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    const found = await listCases(attached.stores, state, limit);
    if (json) console.log(JSON.stringify(found, undefined, 2));
    else console.log(found.length > 0 ? found.map(caseLine).join('\n') : `No case is ${state}. \`npm start\` scans the demo marketplace.`);
  } finally {
    await attached.stop();
  }
}

async function showCommand(id: string, { data, json }: { data: string; json?: boolean }): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    const found = await attached.stores.cases.get(id);
    if (found === undefined) throw new Error(`There is no case ${id}`);
    console.log(json ? JSON.stringify(found, undefined, 2) : describeCase(found));
  } finally {
    await attached.stop();
  }
}
