/** `fencewatch notices`: what platforms were told, as they were told it. */

import { type Command, Option } from 'commander';
import { readConfig } from '../../shared/aws/config.ts';
import { type NoticeState, noticeStates, type StoredNotice } from '../../shared/aws/notice-store.ts';
import { answeredNoticeId, type StoredAnswer } from '../../shared/domain/notice/answer.ts';
import { answerWords } from '../../shared/domain/notice/answer-words.ts';
import { noticeWords } from '../../shared/domain/notice/words.ts';
import { claimWords, lookWords, recallWords, takenBackWords } from '../../shared/domain/removal-words.ts';
import { type Ladder, nextLookAt, removalClaim, type Verification, whyEscalate } from '../../shared/domain/verification.ts';
import { attach } from '../attach.ts';
import { existingDataFolder } from '../data-folder.ts';
import { dataOption, jsonOption } from './data-option.ts';
import { plain, plainLines } from './plain.ts';

export function registerNoticesCommand(program: Command): void {
  const notices = program.command('notices').description('list and show notices to platforms');
  notices
    .command('list')
    .description('notices of one state, oldest first')
    .addOption(new Option('--state <state>', 'which notices').choices([...noticeStates]).default('delivered'))
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(listCommand);
  notices
    .command('show')
    .argument('<id>', 'id of the notice, as `notices list` shows it')
    .description('one notice in words, and what came of it')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(showCommand);
}

async function listCommand({ data, json, state }: { data: string; json?: true; state: NoticeState }): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    const { notices, verifications, team } = attached.stores;
    const stored = await notices.ofState(team, state);
    const found = await Promise.all(stored.map(async (notice) => ({ ...notice, verifications: await verifications.ofNotice(notice.id) })));
    if (json) console.log(JSON.stringify(found, undefined, 2));
    else
      console.log(
        found.length > 0
          ? found.map(noticeLine).join('\n')
          : `No notice is ${state}; --state asks for ${noticeStates.filter((other) => other !== state).join(', ')} ones.`,
      );
  } finally {
    await attached.stop();
  }
}

async function showCommand(id: string, { data, json }: { data: string; json?: true }): Promise<void> {
  const attached = await attach(await existingDataFolder(data));
  try {
    const { notices, verifications, answers } = attached.stores;
    const found = await notices.get(id);
    if (found === undefined) throw new Error(`There is no notice ${id}`);
    const [looked, said] = await Promise.all([verifications.ofNotice(id), answers.ofNotice(answeredNoticeId(found.notice))]);
    const { VERIFICATION_LADDER: ladder } = readConfig(attached.environment, ['VERIFICATION_LADDER']);
    if (json) console.log(JSON.stringify({ ...found, verifications: looked, answers: said }, undefined, 2));
    else
      console.log(
        [describeNotice(found), ...said.map(answerLine), ...looked.flatMap((each) => verificationLines(each, ladder))].join('\n'),
      );
  } finally {
    await attached.stop();
  }
}

/** A notice that was taken back is no longer what its platform was asked, so it says so in place of how it arrived. */
export function noticeLine({
  id,
  state,
  createdAt,
  notice,
  verifications,
}: StoredNotice & { verifications: readonly Verification[] }): string {
  const items = plain(notice.targets.map(({ platformItemId }) => platformItemId).join(', '));
  const standing = recallWords(verifications) ?? state;
  return `${id}  ${standing.padEnd(13)}  ${createdAt}  ${notice.kind} to ${plain(notice.recipient.platform)}: ${items}`;
}

/** The desk's answer comes from outside. */
function describeNotice({ state, stateBecause, notice, cases, left, attempts }: StoredNotice): string {
  return [
    plainLines(noticeWords(notice)),
    `State: ${state}${stateBecause === undefined ? '' : ` (${plain(stateBecause, longestSaid)})`}`,
    ...cases.map(({ caseId, decidedBy, deconfliction }) => {
      const [first, second] = decidedBy;
      return `Case ${caseId}: decided by ${first} and ${second}; no objection of another operation (${deconfliction.by}, ${deconfliction.at})`;
    }),
    ...left.map(({ caseId, why }) => `Case ${caseId} left out: ${why}`),
    ...attempts.map(
      ({ at, outcome, status, said }) => `${at}  ${outcome}${status === undefined ? '' : ` (HTTP ${status})`}: ${plain(said, longestSaid)}`,
    ),
  ].join('\n');
}

/** A platform's word, in words of its own. */
function answerLine({ itemId, at, said, statement }: StoredAnswer): string {
  const own = said.words === undefined ? '' : `. “${plain(said.words, longestSaid)}”`;
  return `${at}  the platform says of ${plain(itemId)}: ${answerWords(said)}${own}${statement === undefined ? '' : ' (statement of reasons)'}`;
}

/** Of what a platform answered. */
const longestSaid = 300;

function verificationLines(verification: Verification, ladder: Ladder): string[] {
  const { listing, looks, recalledAt } = verification;
  if (recalledAt !== undefined) return [`Listing ${plain(listing.itemId)}: ${takenBackWords} on ${recalledAt}`];
  const why = whyEscalate(verification, ladder);
  const next = nextLookAt(verification, ladder);
  return [
    `Listing ${plain(listing.itemId)}: ${claimWords[removalClaim(verification, ladder)]}${why === undefined ? '' : `. For a person: ${why}`}`,
    ...looks.map((look) => `  ${look.at}  ${plain(lookWords(look), longestSaid)}; last scan ${look.scanHealth}`),
    ...(next === undefined ? [] : [`  ${next}  the next look`]),
  ];
}
