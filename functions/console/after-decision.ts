/** What follows from a decision beside the Case itself: a row for the figures, and of some refusals a second look. */

import { createHash } from 'node:crypto';
import type { Case } from '../../shared/domain/case.ts';
import { type DecisionRow, secondLookAt } from '../../shared/domain/quality.ts';
import type { ConsoleParts } from './parts.ts';

type AfterParts = Pick<ConsoleParts, 'cases' | 'decisions'>;

/** `takenAt`: when the person took the Case in hand. */
export async function afterDecision(item: Case, takenAt: string | undefined, parts: AfterParts): Promise<void> {
  const row = rowOf(item, takenAt);
  if (row === undefined) return;
  await parts.decisions.note(row);
  const look = secondLookAt(item, drawOf(item));
  if (look !== undefined) await parts.cases.open(look);
}

/** The figures count it no more; a second look at what was taken back asks nothing any more. */
export async function afterTakingBack(item: Case, parts: AfterParts & { now: () => Date }): Promise<void> {
  const row = rowOf(item, undefined);
  if (row === undefined) return;
  await parts.decisions.note({ ...row, undone: true });
  const closing = { closedAt: parts.now().toISOString(), closedBecause: 'What it looked at was taken back.' };
  await parts.cases.move(drawOf(item).id, 'closed', closing);
}

function rowOf({ team, id, check, work }: Case, takenAt: string | undefined): DecisionRow | undefined {
  const decision = work?.decisions.at(-1);
  if (decision === undefined) return undefined;
  const { at, stage, code } = decision;
  const seconds = takenAt === undefined ? 0 : Math.round((Date.parse(at) - Date.parse(takenAt)) / 1000);
  return { team, caseId: id, at, stage, code, seconds, ...(check && { check: { kind: check.kind, answer: check.answer } }) };
}

/** Follows from the Case and the millisecond of its decision: nobody knows it beforehand, and it comes out the same when a crash has it done again. */
function drawOf({ id, work }: Case): { id: string; draw: number } {
  const digest = createHash('sha256').update(JSON.stringify(['second-look', id, work?.decisions.at(-1)?.at]));
  const bytes = digest.digest();
  return { id: bytes.toString('base64url').slice(0, 20), draw: bytes.readUInt32BE(24) / 2 ** 32 };
}
