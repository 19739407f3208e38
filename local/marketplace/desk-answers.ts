/** What a demo desk makes of a notice, and how it says so: by the portal's own call for programs, at the address that the notice carries. */

import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Said } from '../../shared/domain/notice/answer.ts';
import type { Notice } from '../../shared/domain/notice/notice.ts';

export interface Verdict {
  itemId: string;
  /** Whether the listing is offered from now on. */
  offered: boolean;
  /** Absent where the desk says nothing. */
  said?: Said;
}

const refusal: Said = {
  answer: 'refused',
  reason: 'seller-has-proof',
  words: 'The seller sent us the receipt of a shop. We think that the listing may stay.',
};

/**
 * By item, the same on every run: of ten listings a desk takes seven down and says so, refuses two, and says nothing of the last. The first notice that
 * it ever gets it follows, so that whoever tries the demo sees that first.
 */
export function verdictsOn(notice: Notice, { isFirst }: { isFirst: boolean }): Verdict[] {
  return notice.targets.map(({ platformItemId: itemId }) => {
    if (notice.kind === 'recall') return { itemId, offered: true, said: { answer: 'restored' } };
    if (notice.kind === 'preservation-request') return { itemId, offered: true, said: { answer: 'preserved' } };
    const draw = isFirst || notice.kind === 'follow-up' ? 0 : (createHash('sha256').update(itemId).digest()[0] ?? 0) % 10;
    if (draw < 7) return { itemId, offered: false, said: { answer: 'removed' } };
    return draw < 9 ? { itemId, offered: true, said: refusal } : { itemId, offered: false };
  });
}

export type AnswerSender = (answerAt: string, verdicts: readonly Verdict[]) => Promise<void>;

const tries = 6;
const firstWaitMs = 250;

/** Says it again, each time after twice as long, while the portal does not take it. Throws when it never does. */
export async function sendAnswers(answerAt: string, verdicts: readonly Verdict[]): Promise<void> {
  const answers = verdicts.flatMap(({ itemId: item, said }) => (said === undefined ? [] : [{ item, ...said }]));
  if (answers.length === 0) return;
  let status = 0;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (attempt > 0) await sleep(firstWaitMs * 2 ** (attempt - 1), undefined, { ref: false });
    status = await statusOf(`${answerAt}/answers`, { answers });
    if (status === 200) return;
  }
  throw new Error(`The portal did not take the answers (HTTP ${status})`);
}

/** 0 when nobody answers. */
async function statusOf(address: string, body: object): Promise<number> {
  try {
    const answer = await fetch(address, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return 0;
  }
}
