/** Writes an e-mail as it goes over the wire (RFC 5322, MIME). */

import MailComposer from 'nodemailer/lib/mail-composer';

export interface Mail {
  /** `notices@police.example` */
  from: string;
  /** Shown before the address. */
  fromName: string;
  to: string;
  replyTo: string;
  subject: string;
  text: string;
  attachments: readonly { name: string; type: string; content: string }[];
  noticeId: string;
  /** `N-7Kq2.1`. The same for every sending of the same words, so that a receiver knows a second one. */
  deliveryId: string;
  at: Date;
}

/**
 * Plain text, with attachments. The library encodes every header and folds line breaks away, so that no text can write a header of its own; it may read
 * neither files nor addresses. SES puts a Message-ID of its own in place of ours, so the delivery's id has a header beside it.
 */
export function composeMail({ from, fromName, to, replyTo, subject, text, attachments, deliveryId, at }: Mail): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: { name: fromName, address: from },
    to: { name: '', address: to },
    replyTo: { name: '', address: replyTo },
    subject,
    text,
    date: at,
    messageId: `<${deliveryId}@${from.slice(from.lastIndexOf('@') + 1)}>`,
    // RFC 3834: no machine answers it with an absence note.
    headers: { 'Fencewatch-Notice': deliveryId, 'Auto-Submitted': 'auto-generated' },
    attachments: attachments.map(({ name, type, content }) => ({ filename: name, contentType: type, content })),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
