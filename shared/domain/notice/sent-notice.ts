import type { NoticeKind } from './notice.ts';

/** A notice that was delivered, in short: what lists and counts of many need. */
export interface SentNotice {
  noticeId: string;
  team: string;
  source: string;
  kind: NoticeKind;
  /** Of a recall and a follow-up: the notice they are about. */
  refersTo?: string;
  listings: { caseId: string; itemId: string }[];
  createdAt: string;
  deliveredAt: string;
  respondBy: string;
}
