/** Notices as e-mails: the whole notice to a desk that reads e-mail, or no more than that one waits to a desk that has the portal. */

import type { Notice } from '../domain/notice/notice.ts';
import { deliveryIdOf, noticeSubject, noticeWords } from '../domain/notice/words.ts';
import type { Mail } from './compose-mail.ts';

export interface Envelope {
  /** The force's own address for notices. */
  from: string;
  to: string;
  at: Date;
}

/** Every field in words for a person, the notice as it is for a machine. */
export function noticeMail(notice: Notice, envelope: Envelope): Mail {
  const attachment = { name: `${deliveryIdOf(notice)}.json`, type: 'application/json', content: JSON.stringify(notice, undefined, 2) };
  return { ...headOf(notice, envelope), subject: noticeSubject(notice), text: noticeWords(notice), attachments: [attachment] };
}

/** Says that a notice waits and where; neither what it is about nor of which kind. */
export function waitingMail(notice: Notice & { answerAt: string }, envelope: Envelope): Mail {
  const text = [
    `${notice.authority.name} has sent a notice to ${notice.recipient.platform}. Read it and answer it here:`,
    notice.answerAt,
    'The link is for your team alone and runs out. Whoever has it sees your notices: please do not pass it on.',
    `Questions: ${notice.authority.email}`,
    '',
  ].join('\n\n');
  return { ...headOf(notice, envelope), subject: `A notice waits for you (${deliveryIdOf(notice)})`, text, attachments: [] };
}

function headOf(notice: Notice, { from, to, at }: Envelope) {
  const { name, email } = notice.authority;
  return { from, fromName: name, to, replyTo: email, noticeId: notice.noticeId, deliveryId: deliveryIdOf(notice), at };
}
