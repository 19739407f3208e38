/** Whatever goes wrong on whatever channel ends in delivered, tried again or parked, once; real senders, against receivers on loopback. */

import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { deliverNotice } from '../../../functions/deliver/deliver.ts';
import { mailReturned } from '../../../functions/deliver/mail-returned.ts';
import { notify } from '../../../functions/notify/notify.ts';
import { createMailClient } from '../../../shared/aws/clients.ts';
import { RetryLater, Unprocessable } from '../../../shared/aws/errors.ts';
import { createMailSender } from '../../../shared/aws/mail-sender.ts';
import { mailReturnedSchema } from '../../../shared/messages.ts';
import { composeMail } from '../../../shared/platforms/compose-mail.ts';
import type { Platform } from '../../../shared/platforms/declaration.ts';
import { createNoticeSender } from '../../../shared/platforms/send-notice.ts';
import { createWebhookSender } from '../../../shared/platforms/webhook.ts';
import { useEmbeddedAws } from '../../support/embedded-aws.ts';
import { type MailAnswer, startMailReceiver } from '../../support/mail-receiver.ts';
import { createNoticeDesk } from '../../support/notice-desk.ts';
import { aDelivery } from '../../support/pipeline-parts.ts';
import { startWebhookReceiver } from '../../support/webhook-receiver.ts';

const aws = useEmbeddedAws();
const opened: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.stop()));
});

type End = 'delivered' | 'tried again' | 'parked';
const timeoutMs = 300;

const webhookFaults: [string, (response: ServerResponse) => void, End][] = [
  ['takes it', (response) => response.writeHead(202).end('ok'), 'delivered'],
  ['takes it with an answer that has no end', (response) => response.writeHead(200).end('x'.repeat(1_000_000)), 'delivered'],
  ['never answers', () => {}, 'tried again'],
  ['cuts the line', (response) => response.destroy(), 'tried again'],
  ['answers 500', (response) => response.writeHead(500).end(), 'tried again'],
  ['answers 429', (response) => response.writeHead(429).end(), 'tried again'],
  ['answers slower than anybody waits', drip, 'tried again'],
  ['refuses our timestamp by a clock that is off', (response) => response.writeHead(401, { date: anHourOff() }).end(), 'tried again'],
  ['refuses our signature', (response) => response.writeHead(401).end(), 'parked'],
  ['answers 410', (response) => response.writeHead(410).end(), 'parked'],
  ['sends us elsewhere', (response) => response.writeHead(307, { location: 'https://evil.example/' }).end(), 'parked'],
];

const mailFaults: [string, MailAnswer, End][] = [
  ['takes it', 'taken', 'delivered'],
  ['never answers', 'silent', 'tried again'],
  ['cuts the line', 'cut off', 'tried again'],
  ['slows us down', { error: 'TooManyRequestsException', status: 429 }, 'tried again'],
  ['has a fault', { error: 'InternalServiceError', status: 500 }, 'tried again'],
  ['refuses our timestamp', { error: 'InvalidSignatureException', status: 403, date: new Date(anHourOff()) }, 'tried again'],
  ['refuses the mail', { error: 'MessageRejected', status: 400 }, 'parked'],
  ['has suspended the account', { error: 'AccountSuspendedException', status: 400 }, 'parked'],
];

describe('a notice by webhook', () => {
  it.each(webhookFaults)('whose receiver %s', async (_, answer, end) => {
    const receiver = await startWebhookReceiver(answer);
    opened.push(receiver);
    await expectEnd({ how: 'webhook', url: receiver.url }, end, () => receiver.received.length);
  });

  it('to an address where nobody listens is tried again', async () => {
    const receiver = await startWebhookReceiver(() => {});
    await receiver.stop();
    await expectEnd({ how: 'webhook', url: receiver.url }, 'tried again', () => 1);
  });
});

describe.each<Platform['delivery']>([
  { how: 'email', to: 'abuse@marktplein.example' },
  { how: 'portal', tell: 'abuse@marktplein.example' },
])('a notice by $how', (delivery) => {
  it.each(mailFaults)('whose mail service %s', async (_, answer, end) => {
    const receiver = await startMailReceiver(answer);
    opened.push(receiver);
    await expectEnd(delivery, end, () => receiver.received.length, receiver.url);
  });
});

describe('a mail that SES took and that came back later', () => {
  const returned = (noticeId: string, bounce: { bounceType: string; bounceSubType: string }) =>
    mailReturnedSchema.parse({ type: 'mail-returned', detail: { eventType: 'Bounce', mail: { tags: { notice: [noticeId] } }, bounce } });

  it.each([
    ['Transient', 'MailboxFull', 'the mailbox is full'],
    ['Permanent', 'NoEmail', 'the mail came back (Permanent, NoEmail)'],
  ])('%s, %s: was not delivered after all, is parked and put before a person, once', async (bounceType, bounceSubType, why) => {
    const { desk, message } = await written({ how: 'email', to: 'abuse@marktplein.example' });
    await deliverNotice(message, aDelivery(), desk.deliver);
    const event = returned(message.noticeId, { bounceType, bounceSubType });
    await expect(mailReturned(event, desk.deliver)).rejects.toThrow(Unprocessable);
    const stored = await desk.notices.get(message.noticeId);
    expect(stored).toMatchObject({
      state: 'undeliverable',
      stateBecause: why,
      attempts: [{ outcome: 'taken' }, { outcome: 'never', said: why }],
    });
    await mailReturned(event, desk.deliver);
    expect(await desk.notices.get(message.noticeId)).toEqual(stored);
    expect(await desk.escalations.ofTeam(desk.notify.team, 'open', 10)).toMatchObject([
      { kind: 'undeliverable', noticeId: message.noticeId },
    ]);
  });

  it('is there all the same when a ticket system answered by itself, and says nothing of a notice that nobody knows', async () => {
    const { desk, message } = await written({ how: 'email', to: 'abuse@marktplein.example' });
    await deliverNotice(message, aDelivery(), desk.deliver);
    await mailReturned(returned(message.noticeId, { bounceType: 'Transient', bounceSubType: 'General' }), desk.deliver);
    await mailReturned(returned('N-unknown', { bounceType: 'Permanent', bounceSubType: 'General' }), desk.deliver);
    expect(await desk.notices.get(message.noticeId)).toMatchObject({ state: 'delivered' });
  });
});

it('a notice by form is put before a person, and nothing is sent', async () => {
  const { desk, message } = await written({ how: 'form', url: 'https://marktplein.example/report' });
  await deliverNotice(message, aDelivery(), desk.deliver);
  await deliverNotice(message, aDelivery(2), desk.deliver);
  expect(await desk.notices.get(message.noticeId)).toMatchObject({ state: 'to-hand-in', attempts: [] });
  expect([...desk.sent, ...desk.mails]).toEqual([]);
  expect(await desk.verifications.ofNotice(message.noticeId)).toEqual([]);
});

/** Delivers twice, as SQS may: the end is the same and came about once. */
async function expectEnd(delivery: Platform['delivery'], end: End, received: () => number, mailUrl?: string): Promise<void> {
  const { desk, message } = await written(delivery);
  const parts = {
    ...desk.deliver,
    portal: { url: 'https://portal.police.example', keys: { 1: 'k'.repeat(32) } },
    send: senderOver(desk, mailUrl),
  };
  const first = deliverNotice(message, aDelivery(), parts);
  if (end === 'delivered') await first;
  else await expect(first).rejects.toThrow(end === 'parked' ? Unprocessable : RetryLater);
  const states = { delivered: 'delivered', 'tried again': 'queued', parked: 'undeliverable' } as const;
  const stored = await desk.notices.get(message.noticeId);
  expect(stored).toMatchObject({ state: states[end], attempts: [expect.anything()] });
  expect(received()).toBe(1);
  if (end === 'tried again') {
    // The last time: with the same fault it goes to a person.
    await expect(deliverNotice(message, aDelivery(4, 4), parts)).rejects.toThrow(Unprocessable);
    expect(await desk.notices.get(message.noticeId)).toMatchObject({ state: 'undeliverable' });
  }
  const settled = await desk.notices.get(message.noticeId);
  await deliverNotice(message, aDelivery(2), parts);
  expect(await desk.notices.get(message.noticeId)).toEqual(settled);
}

function senderOver({ channels, deliver: { now } }: ReturnType<typeof createNoticeDesk>, mailUrl = 'http://127.0.0.1:1') {
  const client = createMailClient({ endpoint: mailUrl, region: 'eu-west-2', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
  const sendMail = createMailSender({ client, timeoutMs });
  return createNoticeSender({
    ...channels,
    webhook: createWebhookSender({ userAgent: 'Fencewatch', allowedPrivateNetworks: ['127.0.0.0/8'], now: () => new Date(), timeoutMs }),
    mail: async (mail, signal) => sendMail({ ...mail, raw: await composeMail(mail) }, signal),
    now,
  });
}

async function written(delivery: Platform['delivery']) {
  const desk = createNoticeDesk(aws);
  desk.deliverBy(delivery);
  await desk.confirmed('1');
  const [noticeId = ''] = (await notify(desk.notify)).written;
  return { desk, message: { type: 'notice-written' as const, noticeId } };
}

function drip(response: ServerResponse): void {
  response.writeHead(200).write('{');
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
}

function anHourOff(): string {
  return new Date(Date.now() + 3_600_000).toUTCString();
}
