import { expect, it } from 'vitest';
import { noticeLine } from '../../../local/commands/notices-command.ts';
import { plain, plainLines } from '../../../local/commands/plain.ts';
import { aCase } from '../../support/console-data.ts';
import { aNoticeOf } from '../../support/notices.ts';

it('a listed notice says how it stands, and that it was taken back when it was', () => {
  const { notice, verification } = aNoticeOf(aCase());
  const recalled = { ...verification, recalledAt: '2026-11-24T12:00:00.000Z' };
  expect(noticeLine({ ...notice, verifications: [verification] })).toMatch(
    /^N-7Kq2 {2}delivered {6}2026.* removal-notice to Marktplein: 88120734$/,
  );
  expect(noticeLine({ ...notice, verifications: [recalled] })).toMatch(/^N-7Kq2 {2}recalled /);
  expect(noticeLine({ ...notice, verifications: [recalled, verification] })).toContain('recalled for 1 of 2 listings');
});

it('what strangers wrote goes to a terminal on one line, masked, and cannot steer it', () => {
  expect(plain('a\u001B[2Jb\n\n c 356938035643809\u202E')).toBe('a [2Jb c 35693803*****09 ');
  expect(plain('x'.repeat(10), 4)).toBe('xxx…');
  expect(plainLines('Title: 35 693803 564380 9\n  indented\u0007')).toBe('Title: 35693803*****09\n  indented');
});
