/** What a platform was told about a Case, and what was seen of the listing since. */

import type { AnswerStore } from '../../shared/aws/answer-store.ts';
import type { NoticeStore, StoredNotice } from '../../shared/aws/notice-store.ts';
import type { OfferedAgainStore } from '../../shared/aws/offered-again-store.ts';
import type { VerificationStore } from '../../shared/aws/verification-store.ts';
import type { StoredAnswer } from '../../shared/domain/notice/answer.ts';
import type { OfferedAgain } from '../../shared/domain/offered-again.ts';
import type { Verification } from '../../shared/domain/verification.ts';

export interface NoticeOfCase {
  notice: StoredNotice;
  /** Of a removal notice that was delivered. */
  verification?: Verification;
  /** What the platform said of the listing, oldest first. */
  answers?: readonly StoredAnswer[];
  /** What was put up again since, of this Case's listing. */
  again?: OfferedAgain[];
}

interface NoticeStores {
  notices: Pick<NoticeStore, 'idsOfCase' | 'get'>;
  verifications: Pick<VerificationStore, 'ofNotice'>;
  answers: Pick<AnswerStore, 'ofNotice'>;
  offers: Pick<OfferedAgainStore, 'since'>;
}

/** Oldest first. */
export async function noticesOfCase(caseId: string, { notices, verifications, answers, offers }: NoticeStores): Promise<NoticeOfCase[]> {
  const found = await Promise.all(
    (await notices.idsOfCase(caseId)).map(async (id): Promise<NoticeOfCase[]> => {
      const [notice, looked, said, after] = await Promise.all([
        notices.get(id),
        verifications.ofNotice(id),
        answers.ofNotice(id),
        offers.since(id),
      ]);
      const verification = looked.find((each) => each.caseId === caseId);
      const own = said.filter((each) => each.caseId === caseId);
      const again = after.filter(({ earlier }) => earlier.caseId === caseId);
      return notice === undefined ? [] : [{ notice, ...(verification && { verification }), answers: own, again }];
    }),
  );
  return found.flat().sort((a, b) => a.notice.createdAt.localeCompare(b.notice.createdAt));
}
