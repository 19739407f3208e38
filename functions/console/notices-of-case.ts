/** What a platform was told about a Case, and what was seen of the listing since. */

import type { NoticeStore, StoredNotice } from '../../shared/aws/notice-store.ts';
import type { VerificationStore } from '../../shared/aws/verification-store.ts';
import type { Verification } from '../../shared/domain/verification.ts';

export interface NoticeOfCase {
  notice: StoredNotice;
  /** Of a removal notice that was delivered. */
  verification?: Verification;
}

interface NoticeStores {
  notices: Pick<NoticeStore, 'idsOfCase' | 'get'>;
  verifications: Pick<VerificationStore, 'ofNotice'>;
}

/** Oldest first. */
export async function noticesOfCase(caseId: string, { notices, verifications }: NoticeStores): Promise<NoticeOfCase[]> {
  const found = await Promise.all(
    (await notices.idsOfCase(caseId)).map(async (id): Promise<NoticeOfCase[]> => {
      const [notice, looked] = await Promise.all([notices.get(id), verifications.ofNotice(id)]);
      const verification = looked.find((each) => each.caseId === caseId);
      return notice === undefined ? [] : [{ notice, ...(verification && { verification }) }];
    }),
  );
  return found.flat().sort((a, b) => a.notice.createdAt.localeCompare(b.notice.createdAt));
}
