/** Hands a notice to a platform on the channel that it declares. */

import type { Notice } from '../domain/notice/notice.ts';
import type { Sent } from '../domain/notice/sent.ts';
import { deliveryIdOf } from '../domain/notice/words.ts';
import type { Mail } from './compose-mail.ts';
import type { Platform } from './declaration.ts';
import { noticeMail, waitingMail } from './notice-mail.ts';
import type { WebhookSender } from './webhook.ts';

export type NoticeSender = (notice: Notice, platform: Platform, signal?: AbortSignal) => Promise<Sent>;

export interface Channels {
  webhook: WebhookSender;
  /** By Source: what its webhook is signed with. */
  secrets: Readonly<Record<string, string>>;
  mail: (mail: Mail, signal?: AbortSignal) => Promise<Sent>;
  /** Whom e-mails come from; without one none is sent. */
  sender: string | null;
  now: () => Date;
}

/** What is missing here is `never`: it goes to a person, who can put it right and send it again. */
export function createNoticeSender({ webhook, secrets, mail, sender, now }: Channels): NoticeSender {
  return async (notice, { source, delivery }, signal) => {
    switch (delivery.how) {
      case 'webhook': {
        const secret = secrets[source];
        if (secret === undefined) return never(`${source} has no secret to sign with (WEBHOOK_SECRETS)`);
        return webhook({ id: deliveryIdOf(notice), url: delivery.url, body: notice, secret }, signal);
      }
      case 'email':
        if (sender === null) return never('nobody is set whom e-mails come from (NOTICE_SENDER)');
        return mail(noticeMail(notice, { from: sender, to: delivery.to, at: now() }), signal);
      case 'portal': {
        const { answerAt } = notice;
        if (sender === null) return never('nobody is set whom e-mails come from (NOTICE_SENDER)');
        if (answerAt === undefined) return never('the portal has no address (PORTAL_URL)');
        return mail(waitingMail({ ...notice, answerAt }, { from: sender, to: delivery.tell, at: now() }), signal);
      }
      case 'form':
        return { outcome: 'by-hand', url: delivery.url };
    }
  };
}

function never(why: string): Sent {
  return { outcome: 'never', why };
}
