import { afterEach, describe, expect, it } from 'vitest';
import { createMailClient } from '../../../shared/aws/clients.ts';
import { createMailSender } from '../../../shared/aws/mail-sender.ts';
import { type MailAnswer, type MailReceiver, startMailReceiver } from '../../support/mail-receiver.ts';

const opened: MailReceiver[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.stop()));
});

const mail = {
  from: 'notices@police.example',
  to: 'abuse@marktplein.example',
  noticeId: 'N-1',
  raw: Buffer.from('Subject: hello\r\n\r\nGrüße'),
};

async function send(answer: MailAnswer, { timeoutMs = 5000 } = {}) {
  const receiver = await startMailReceiver(answer);
  opened.push(receiver);
  const client = createMailClient({ endpoint: receiver.url, region: 'eu-west-2', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
  return { sent: await createMailSender({ client, timeoutMs })(mail), receiver };
}

describe('an e-mail by SES', () => {
  it('goes as it was written to the one address, and brings back what SES calls it', async () => {
    const { sent, receiver } = await send('taken');
    expect(sent).toEqual({ outcome: 'taken', status: 200, receipt: 'SES 0100-1' });
    expect(receiver.received).toMatchObject([
      {
        FromEmailAddress: mail.from,
        Destination: { ToAddresses: [mail.to] },
        Content: { Raw: { Data: mail.raw.toString('base64') } },
        EmailTags: [{ Name: 'notice', Value: 'N-1' }],
      },
    ]);
  });

  it.each([
    ['TooManyRequestsException', 429],
    ['LimitExceededException', 400],
    ['SendingPausedException', 400],
    ['ThrottlingException', 400],
    ['InternalServiceError', 500],
    ['ServiceUnavailable', 503],
  ])('may go better later after %s', async (error, status) => {
    const { sent, receiver } = await send({ error, status });
    expect(sent).toMatchObject({ outcome: 'later', status, why: expect.stringContaining(error) });
    expect(receiver.received).toHaveLength(1);
  });

  it.each([
    ['MessageRejected', 400],
    ['AccountSuspendedException', 400],
    ['MailFromDomainNotVerifiedException', 400],
    ['BadRequestException', 400],
    ['AccessDeniedException', 403],
  ])('never goes better after %s', async (error, status) => {
    expect((await send({ error, status })).sent).toMatchObject({ outcome: 'never', status, why: expect.stringContaining(error) });
  });

  it('may go better later when nobody answers, or not in time', async () => {
    expect((await send('cut off')).sent).toMatchObject({ outcome: 'later' });
    expect((await send('silent', { timeoutMs: 100 })).sent).toMatchObject({ outcome: 'later' });
  });

  it('may go better later when our clock was refused, because the SDK has put it right', async () => {
    const { sent } = await send({ error: 'InvalidSignatureException', status: 403, date: new Date(Date.now() + 3_600_000) });
    expect(sent).toMatchObject({ outcome: 'later', status: 403 });
  });
});
