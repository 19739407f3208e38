import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PortalPass, portalLink, readPortalToken, signPortalToken } from '../../shared/portal-link.ts';

const keys = { 1: 'a key of the test, which is long enough' };
const at = new Date('2026-11-22T12:00:00.000Z');
const tomorrow = new Date('2026-11-23T12:00:00.000Z');
const pass: PortalPass = { source: 'marktplein', noticeId: 'N-7Kq2', expiresAt: tomorrow };

const passes = fc.record({
  source: fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }),
  noticeId: fc.string({ minLength: 1, maxLength: 64 }),
  expiresAt: fc.integer({ min: 1, max: 10_000_000 }).map((seconds) => new Date(at.getTime() + seconds * 1000)),
});

describe('a link to the portal', () => {
  it('says whose notices it opens, which first, and until when', () => {
    fc.assert(
      fc.property(passes, (any) => {
        expect(readPortalToken(signPortalToken(any, keys), keys, at)).toEqual(any);
      }),
    );
  });

  it('opens nothing when any one character of it is another', () => {
    fc.assert(
      fc.property(passes, fc.nat(), fc.constantFrom(...'ABCabc019-_.=~ é'), (any, where, character) => {
        const token = signPortalToken(any, keys);
        const place = where % token.length;
        fc.pre(token[place] !== character);
        expect(readPortalToken(token.slice(0, place) + character + token.slice(place + 1), keys, at)).toBeUndefined();
      }),
      { numRuns: 2000 },
    );
  });

  it('opens nothing when a character is missing or one is added', () => {
    const token = signPortalToken(pass, keys);
    for (const other of ['', '.', '..', token.slice(1), token.slice(0, -1), `${token}A`, ` ${token}`, `${token}\n`, `0${token}`])
      expect(readPortalToken(other, keys, at)).toBeUndefined();
  });

  it('of one platform opens no other’s with the signature of another link', () => {
    fc.assert(
      fc.property(passes, passes, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        const [version, , signature] = signPortalToken(one, keys).split('.');
        const [, said] = signPortalToken(other, keys).split('.');
        expect(readPortalToken(`${version}.${said}.${signature}`, keys, at)).toBeUndefined();
      }),
    );
  });

  it('has run out at the second it says', () => {
    const token = signPortalToken(pass, keys);
    expect(readPortalToken(token, keys, new Date(tomorrow.getTime() - 1))).toEqual(pass);
    expect(readPortalToken(token, keys, tomorrow)).toBeUndefined();
  });

  it('is signed with the newest key and still opens with the one before, until that is taken away', () => {
    const older = signPortalToken(pass, keys);
    const both = { ...keys, 10: 'the tenth key, which is newer than the second' };
    const newer = signPortalToken(pass, both);
    expect(newer).toMatch(/^10\./);
    expect(readPortalToken(older, both, at)).toEqual(pass);
    expect(readPortalToken(newer, both, at)).toEqual(pass);
    expect(readPortalToken(older, { 10: both[10] }, at)).toBeUndefined();
    expect(readPortalToken(newer, { 1: both[10], 10: keys[1] }, at)).toBeUndefined();
  });

  it('is not signed without a key', () => {
    expect(() => signPortalToken(pass, {})).toThrow('no key');
    expect(readPortalToken(`constructor.${signPortalToken(pass, keys).slice(2)}`, {}, at)).toBeUndefined();
  });

  it('leads to the notice it was sent with, and opens for 30 days', () => {
    const link = portalLink(pass, { url: 'https://notices.police.example/', keys }, at);
    const [, token = '', ...path] = new URL(link).pathname.split('/');
    expect(new URL(link).origin).toBe('https://notices.police.example');
    expect(path).toEqual(['notices', 'N-7Kq2']);
    expect(readPortalToken(token, keys, at)).toMatchObject({ source: 'marktplein', expiresAt: new Date('2026-12-22T12:00:00.000Z') });
  });
});
