import { Webhook } from 'standardwebhooks';
import { afterEach, describe, expect, it } from 'vitest';
import { createWebhookSender } from '../../../shared/platforms/webhook.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const opened: WebhookReceiver[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.stop()));
});

async function sendTo(answer: Parameters<typeof startWebhookReceiver>[0], { timeoutMs = 5000, networks = ['127.0.0.0/8'] } = {}) {
  const receiver = await startWebhookReceiver(answer);
  opened.push(receiver);
  const send = createWebhookSender({ userAgent: 'Fencewatch/0.1.0', allowedPrivateNetworks: networks, now: () => new Date(), timeoutMs });
  return { sent: await send({ id: 'N-1.1', url: receiver.url, body: { notice: 'Grüße' }, secret }), receiver };
}

describe('a webhook', () => {
  it('is signed as Standard Webhooks verifies it, and brings back the receipt', async () => {
    const { sent, receiver } = await sendTo((response) => response.writeHead(202).end('{"received":"N-1"}'));
    expect(sent).toEqual({ outcome: 'taken', status: 202, receipt: '{"received":"N-1"}' });
    const [message] = receiver.received;
    const headers = Object.fromEntries(Object.entries(message?.headers ?? {}).map(([name, value]) => [name, String(value)]));
    expect(new Webhook(secret).verify(message?.body ?? '', headers)).toEqual({ notice: 'Grüße' });
    expect(headers).toMatchObject({ 'webhook-id': 'N-1.1', 'content-type': 'application/json', 'user-agent': 'Fencewatch/0.1.0' });
    const another = new Webhook(`whsec_${Buffer.alloc(32, 8).toString('base64')}`);
    expect(() => another.verify(message?.body ?? '', headers)).toThrow('No matching signature');
  });

  it.each([408, 425, 429, 500, 502, 503])('may go better later after %i', async (status) => {
    const { sent } = await sendTo((response) => response.writeHead(status, { 'retry-after': '120' }).end());
    expect(sent).toEqual({ outcome: 'later', status, why: `HTTP ${status}`, retryAfterSeconds: 120 });
  });

  it.each([301, 400, 401, 404, 410, 422])('never goes better after %i', async (status) => {
    const { sent, receiver } = await sendTo((response) => response.writeHead(status, { location: 'https://elsewhere.example/' }).end());
    expect(sent).toEqual({ outcome: 'never', status, why: `HTTP ${status}` });
    expect(receiver.received).toHaveLength(1);
  });

  it('may go better later when it was refused by a clock that is not ours', async () => {
    const theirs = new Date(Date.now() + 3_600_000).toUTCString();
    const { sent } = await sendTo((response) => response.writeHead(401, { date: theirs }).end());
    expect(sent).toEqual({ outcome: 'later', status: 401, why: 'HTTP 401, and its clock and ours are 60 minutes apart' });
  });

  it('may go better later when nobody answers, or not in time, or slowly for ever', async () => {
    expect((await sendTo((response) => response.destroy())).sent).toMatchObject({ outcome: 'later' });
    expect((await sendTo(() => {}, { timeoutMs: 100 })).sent).toMatchObject({ outcome: 'later' });
    const dripping = await sendTo(
      (response) => {
        response.writeHead(200).write('{');
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      { timeoutMs: 200 },
    );
    expect(dripping.sent).toMatchObject({ outcome: 'later' });
  });

  it('keeps the beginning of an answer that has no end', async () => {
    const { sent } = await sendTo((response) => response.writeHead(200).end('x'.repeat(1_000_000)));
    expect(sent).toMatchObject({ outcome: 'taken', receipt: 'x'.repeat(2000) });
  });

  it('goes to no address inside our own networks', async () => {
    const { sent, receiver } = await sendTo((response) => response.end(), { networks: [] });
    expect(sent).toMatchObject({ outcome: 'never' });
    expect(receiver.received).toEqual([]);
  });
});
