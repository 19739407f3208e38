/**
 * SES on one machine: it takes the SESv2 call that the SDK makes, keeps the mail, and shows it. Nothing leaves the machine.
 *
 * | path                              | answers |
 * | --------------------------------- | --- |
 * | `POST /v2/email/outbound-emails`  | `SendEmail` of a raw message, as SES does |
 * | `/`, `/mails/ID`                  | the mailbox, for people |
 * | `/mails.json?to=ADDRESS`          | mails to an address, oldest first: how a desk fetches its mail |
 * | `/mails/ID.eml`                   | one as it came |
 */

import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import * as z from 'zod';
import { type LoopbackService, serveOnLoopback } from '../serve-on-loopback.ts';
import { openMailbox } from './mailbox.ts';
import { mailboxPage, mailPage } from './mailbox-page.ts';

/** What SES takes, attachments and encoding included. */
const longestMailBytes = 40_000_000;

const sendEmail = z.object({
  FromEmailAddress: z.email(),
  Destination: z.object({ ToAddresses: z.array(z.email()).length(1) }),
  Content: z.object({
    Raw: z.object({
      Data: z
        .base64()
        .min(4)
        .max(Math.ceil((longestMailBytes * 4) / 3)),
    }),
  }),
});

export function startMailService({ folder, now }: { folder?: string | undefined; now: () => Date }): Promise<LoopbackService> {
  const mailbox = openMailbox(folder);
  const app = new Hono();
  // Mails are strangers' words: no script runs on a page of them, whatever gets past the escaping.
  app.use(
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], styleSrc: ["'unsafe-inline'"] }, referrerPolicy: 'no-referrer' }),
  );

  app.post('/v2/email/outbound-emails', async (context) => {
    const read = sendEmail.safeParse(await context.req.json().catch(() => undefined));
    if (!read.success) {
      const message = `One raw message to one address is taken here: ${z.prettifyError(read.error)}`;
      return context.json({ message }, 400, { 'x-amzn-errortype': 'BadRequestException' });
    }
    const { FromEmailAddress: from, Destination, Content } = read.data;
    const [to = ''] = Destination.ToAddresses;
    return context.json({ MessageId: mailbox.put({ from, to, raw: Buffer.from(Content.Raw.Data, 'base64') }, now()) });
  });

  app.get('/', async (context) => context.html(mailboxPage(await mailbox.all())));
  app.get('/mails.json', async (context) => {
    const to = context.req.query('to');
    const mails = await mailbox.all();
    return context.json(mails.filter((mail) => to === undefined || mail.to === to).toReversed());
  });
  app.get('/mails/:id{.+\\.eml}', (context) => {
    const raw = mailbox.raw(context.req.param('id').slice(0, -'.eml'.length));
    if (raw === undefined) return context.notFound();
    return context.body(new Uint8Array(raw), 200, { 'content-type': 'message/rfc822', 'content-disposition': 'attachment' });
  });
  app.get('/mails/:id', async (context) => {
    const mail = await mailbox.read(context.req.param('id'));
    return mail === undefined ? context.notFound() : context.html(mailPage(mail));
  });
  return serveOnLoopback(app, { name: 'The local mailbox', port: 0 });
}
