import type { MailReturned } from '../../shared/messages.ts';
import { type DeliverParts, giveUp } from './deliver.ts';

/**
 * SES took a mail, and hours later the desk's own mail service did not: the notice was not delivered after all, and goes to a person like any that was
 * refused. Said once; of a notice that stands otherwise by now it says nothing.
 */
export async function mailReturned({ detail }: MailReturned, parts: DeliverParts): Promise<void> {
  const [noticeId = ''] = detail.mail.tags.notice;
  const stored = await parts.notices.get(noticeId);
  if (stored?.state !== 'delivered') return;
  const why = whyOf(detail);
  if (why === undefined) return;
  const attempts = [...stored.attempts, { at: parts.now().toISOString(), outcome: 'never' as const, said: why }];
  return giveUp(stored, { change: { attempts }, why, from: ['delivered'] }, parts);
}

/**
 * Undefined for what SES calls transient and general: most of those are absence notes and ticket systems that answer by themselves, and the mail is
 * there. (docs.aws.amazon.com/ses/latest/dg/notification-contents.html, "Bounce types".)
 */
function whyOf({ bounce, reject }: MailReturned['detail']): string | undefined {
  if (reject !== undefined) return `SES did not send the mail: ${reject.reason}`;
  if (bounce === undefined || (bounce.bounceType === 'Transient' && bounce.bounceSubType === 'General')) return undefined;
  return bounce.bounceSubType === 'MailboxFull'
    ? 'the mailbox is full'
    : `the mail came back (${bounce.bounceType}, ${bounce.bounceSubType})`;
}
