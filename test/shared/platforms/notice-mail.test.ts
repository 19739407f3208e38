import fc from 'fast-check';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { draftPreservation, draftRecall, draftRemoval } from '../../../shared/domain/notice/draft.ts';
import type { Notice } from '../../../shared/domain/notice/notice.ts';
import { noticeWords } from '../../../shared/domain/notice/words.ts';
import { composeMail, type Mail } from '../../../shared/platforms/compose-mail.ts';
import { noticeMail, waitingMail } from '../../../shared/platforms/notice-mail.ts';
import { aConfirmedListing, anAuthority, draftParts } from '../../support/notices.ts';

const envelope = { from: 'notices@police.example', to: 'abuse@marktplein.example', at: new Date('2026-11-22T12:00:00Z') };
const removal = draftRemoval([aConfirmedListing()], draftParts());
const answerAt = 'https://portal.police.example/1.abc.def/notices/N-7Kq2';

async function received(mail: Mail) {
  return PostalMime.parse(await composeMail(mail));
}

describe('a notice by e-mail', () => {
  it.each<[string, Notice]>([
    ['removal', removal],
    ['recall', draftRecall(removal, 'record-recovered', draftParts({ noticeId: 'N-3' }))],
    [
      'preservation',
      draftPreservation(removal.targets, { ...draftParts(), legalBasis: 'DPA 2018 Sch. 2', days: 90, doNotInformSeller: false }),
    ],
  ])('says all in words for a person and brings the notice as JSON for a machine: %s', async (_, notice) => {
    const mail = await received(noticeMail(notice, envelope));
    expect(mail.text?.trimEnd()).toBe(noticeWords(notice).trimEnd());
    expect(mail.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      [`${notice.noticeId}.1.json`, 'application/json'],
    ]);
    const [attached] = mail.attachments;
    expect(JSON.parse(new TextDecoder().decode(attached?.content as ArrayBuffer))).toEqual(notice);
    expect(mail.html).toBeUndefined();
  });

  it('comes from the force’s address, is answered to the authority, and can be known again when it comes twice', async () => {
    const mail = await received(noticeMail(removal, envelope));
    expect(mail.from).toEqual({ name: 'Example Police', address: 'notices@police.example' });
    expect(mail.to).toEqual([{ name: '', address: 'abuse@marktplein.example' }]);
    expect(mail.replyTo).toEqual([{ name: '', address: 'goods@police.example' }]);
    expect(mail.subject).toBe('Notice of a listing that offers a device reported stolen (N-7Kq2.1)');
    expect(mail.messageId).toBe('<N-7Kq2.1@police.example>');
    expect(mail.headers.find(({ key }) => key === 'fencewatch-notice')?.value).toBe('N-7Kq2.1');
  });

  it('tells a desk with a portal that a notice waits and where, and nothing of what it is about', async () => {
    const mail = await received(waitingMail({ ...removal, answerAt }, envelope));
    expect(mail.text).toContain(answerAt);
    expect(mail.subject).toBe('A notice waits for you (N-7Kq2.1)');
    expect(mail.attachments).toEqual([]);
    for (const secret of ['88120734', 'iPhone', '4236/26-F', '35693803', 'stolen', 's-1']) {
      expect(mail.text).not.toContain(secret);
      expect(mail.subject).not.toContain(secret);
    }
  });

  it('writes no header but its own, whatever stands in names, subjects and texts', async () => {
    const own = new Set(['from', 'to', 'reply-to', 'subject', 'message-id', 'date', 'mime-version', 'content-type']);
    for (const name of ['fencewatch-notice', 'auto-submitted', 'content-transfer-encoding']) own.add(name);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\r\nBcc: all@evil.example',
        '\n\nbody',
        '\u2028X: y',
        'a\rCc: b',
        '=?utf-8?q?=0D=0ABcc:_x?=',
        '"<x@y.z>, ',
        ',;:<>@',
      ),
    );
    await fc.assert(
      fc.asyncProperty(text, text, text, async (fromName, subject, body) => {
        const raw = await composeMail({
          ...noticeMail(removal, envelope),
          fromName: `A ${fromName}`,
          subject: `B ${subject}`,
          text: `C ${body}`,
        });
        const head = Buffer.from(raw).toString('latin1').split('\r\n\r\n')[0] ?? '';
        const names = head.split('\r\n').flatMap((line) => (/^[ \t]/.test(line) ? [] : [line.split(':')[0]?.toLowerCase() ?? '']));
        expect(names.filter((name) => !own.has(name))).toEqual([]);
        expect(new Set(names).size).toBe(names.length);
        const mail = await PostalMime.parse(raw);
        expect([mail.to, mail.cc, mail.bcc]).toEqual([[{ name: '', address: envelope.to }], undefined, undefined]);
        expect(mail.from).toMatchObject({ address: envelope.from });
        expect(mail.attachments).toHaveLength(1);
      }),
      { numRuns: 300 },
    );
  });

  it('of an authority whose name breaks the line is still one line', async () => {
    const named = { ...removal, authority: { ...anAuthority, name: 'Police\r\nBcc: all@evil.example' } };
    const mail = await received(noticeMail(named, envelope));
    expect(mail.bcc).toBeUndefined();
    expect(mail.from?.address).toBe('notices@police.example');
  });
});
