/** What a platform was told about a Case, and what was seen of the listing since. */

import type { AnswerStore } from '../../shared/aws/answer-store.ts';
import type { NoticeStore, StoredNotice } from '../../shared/aws/notice-store.ts';
import type { VerificationStore } from '../../shared/aws/verification-store.ts';
import type { StoredAnswer } from '../../shared/domain/notice/answer.ts';
import type { Verification } from '../../shared/domain/verification.ts';

export interface NoticeOfCase {
  notice: StoredNotice;
  /** Of a removal notice that was delivered. */
  verification?: Verification;
  /** What the platform said of the listing, oldest first. */
  answers?: readonly StoredAnswer[];
}

interface NoticeStores {
  notices: Pick<NoticeStore, 'idsOfCase' | 'get'>;
  verifications: Pick<VerificationStore, 'ofNotice'>;
  answers: Pick<AnswerStore, 'ofNotice'>;
}

/** Oldest first. */
export async function noticesOfCase(caseId: string, { notices, verifications, answers }: NoticeStores): Promise<NoticeOfCase[]> {
  const found = await Promise.all(
    (await notices.idsOfCase(caseId)).map(async (id): Promise<NoticeOfCase[]> => {
      const [notice, looked, said] = await Promise.all([notices.get(id), verifications.ofNotice(id), answers.ofNotice(id)]);
      const verification = looked.find((each) => each.caseId === caseId);
      const own = said.filter((each) => each.caseId === caseId);
      return notice === undefined ? [] : [{ notice, ...(verification && { verification }), answers: own }];
    }),
  );
  return found.flat().sort((a, b) => a.notice.createdAt.localeCompare(b.notice.createdAt));
}
