import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { startMailService } from '../../../local/embedded/mail-service.ts';
import type { LoopbackService } from '../../../local/serve-on-loopback.ts';
import { createMailClient } from '../../../shared/aws/clients.ts';
import { createMailSender } from '../../../shared/aws/mail-sender.ts';
import { composeMail, type Mail } from '../../../shared/platforms/compose-mail.ts';

let folder: string;
let service: LoopbackService;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fencewatch-mails-'));
  service = await start();
});
afterEach(async () => {
  await service.stop();
  await rm(folder, { recursive: true });
});

const hostile = '<script>alert(1)</script> <img src=x onerror=alert(1)> ‮evil';

function start() {
  return startMailService({ folder, now: () => new Date('2026-11-22T12:00:00Z') });
}

async function send(fields: Partial<Mail> = {}, { to = 'abuse@marktplein.example' } = {}) {
  const client = createMailClient({ endpoint: service.url, region: 'eu-west-2', credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
  const mail: Mail = {
    ...{ from: 'notices@police.example', fromName: 'Example Police', to, replyTo: 'goods@police.example', subject: 'A notice (N-1.1)' },
    ...{ text: 'Grüße\n', attachments: [], noticeId: 'N-1', deliveryId: 'N-1.1', at: new Date() },
    ...fields,
  };
  return createMailSender({ client })({ ...mail, raw: await composeMail(mail) });
}

async function mails(query = '') {
  const answer = await fetch(`${service.url}/mails.json${query}`);
  const shape = z.object({ id: z.string(), to: z.string(), subject: z.string(), text: z.string(), attachments: z.array(z.unknown()) });
  return z.array(shape).parse(await answer.json());
}

describe('the local mailbox', () => {
  it('takes what the SDK sends as SES would, and shows it', async () => {
    expect(await send()).toMatchObject({ outcome: 'taken', status: 200 });
    expect(await (await fetch(service.url)).text()).toContain('A notice (N-1.1)');
    const [mail] = await mails();
    expect(mail).toMatchObject({ to: 'abuse@marktplein.example', subject: 'A notice (N-1.1)', text: 'Grüße\n' });
    const page = await (await fetch(`${service.url}/mails/${mail?.id}`)).text();
    expect(page).toContain('Example Police &lt;notices@police.example&gt;');
    const raw = await fetch(`${service.url}/mails/${mail?.id}.eml`);
    expect(raw.headers.get('content-disposition')).toBe('attachment');
    expect(await raw.text()).toMatch(/^Return-Path: <notices@police\.example>\r\nDelivered-To: abuse@marktplein\.example\r\n/);
  });

  it('gives a desk the mails to its own address, oldest first', async () => {
    await send({ subject: 'first' });
    await send({}, { to: 'abuse@other.example' });
    await send({ subject: 'second' });
    expect((await mails('?to=abuse@marktplein.example')).map(({ subject }) => subject)).toEqual(['first', 'second']);
  });

  it('keeps them for the next start, readable by nobody else', async () => {
    await send();
    await service.stop();
    service = await start();
    expect(await mails()).toHaveLength(1);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('shows what a stranger wrote as text and never as markup', async () => {
    await send({
      subject: hostile,
      text: hostile,
      fromName: hostile,
      attachments: [{ name: hostile, type: 'application/json', content: hostile }],
    });
    const [mail] = await mails();
    for (const path of ['/', `/mails/${mail?.id}`]) {
      const answer = await fetch(`${service.url}${path}`);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      const page = await answer.text();
      expect(page).toContain('&lt;script&gt;');
      expect(page).not.toMatch(/<script|<img/);
    }
  });

  it.each([
    ['no JSON', '{'],
    [
      'no raw message',
      JSON.stringify({ FromEmailAddress: 'a@b.example', Destination: { ToAddresses: ['c@d.example'] }, Content: { Simple: {} } }),
    ],
    [
      'an address that breaks the line',
      JSON.stringify({
        FromEmailAddress: 'a@b.example\nX: y',
        Destination: { ToAddresses: ['c@d.example'] },
        Content: { Raw: { Data: 'aGVsbG8=' } },
      }),
    ],
  ])('refuses %s as SES does', async (_, body) => {
    const answer = await fetch(`${service.url}/v2/email/outbound-emails`, { method: 'POST', body });
    expect([answer.status, answer.headers.get('x-amzn-errortype')]).toEqual([400, 'BadRequestException']);
    expect(await mails()).toEqual([]);
  });

  it('answers to no other host’s name, and knows no mail that is not there', async () => {
    expect((await fetch(`${service.url}/mails/..%2F..%2Fsecret.eml`)).status).toBe(404);
    expect((await fetch(`${service.url}/mails/none`)).status).toBe(404);
  });
});
