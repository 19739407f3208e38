/** A notice as text: for an e-mail, for a form that a person fills in, for who reads it without a machine. */

import { type NoticeField, noticeFields } from './fields.ts';
import type { Notice, NoticeKind } from './notice.ts';

const headings: Record<NoticeKind, string> = {
  'removal-notice': 'Notice of a listing that offers a device reported stolen',
  'preservation-request': 'Request to preserve data',
  'follow-up': 'Reminder of an earlier notice',
  recall: 'An earlier notice is taken back',
};

/** `Request to preserve data`. */
export function kindHeading(kind: NoticeKind): string {
  return headings[kind];
}

/** `N-7Kq2.1`: the same on every delivery of the same words, so that a receiver who gets them twice knows. */
export function deliveryIdOf({ noticeId, version }: Pick<Notice, 'noticeId' | 'version'>): string {
  return `${noticeId}.${version}`;
}

/** `Notice of a listing that offers a device reported stolen (N-7Kq2.1)`: the subject of an e-mail. */
export function noticeSubject(notice: Notice): string {
  return `${headings[notice.kind]} (${deliveryIdOf(notice)})`;
}

/** Every field of it; short ones on a line, long ones below their name. */
export function noticeWords(notice: Notice): string {
  return `${[noticeSubject(notice), ...noticeFields(notice).map(paragraph)].join('\n\n')}\n`;
}

function paragraph({ name, text }: NoticeField): string {
  return text.includes('\n') ? `${name}:\n${text.replace(/^/gm, '  ')}` : `${name}: ${text}`;
}
