/**
 * The link by which a platform's team opens its portal: no account, no password, a signature that says whose notices may be seen and until when.
 *
 * The token is a bearer secret: whoever has it is the platform. It is put into what is sent and kept nowhere: not in the notice, not in a log.
 */

import { createHmac, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';

/** Whose portal a token opens, at which notice first, until when. */
export interface PortalPass {
  /** Id of the platform's Source: its notices and nobody else's. */
  source: string;
  /** Opened first; the pass is good for all of the platform's own. */
  noticeId: string;
  /** To the second. */
  expiresAt: Date;
}

/**
 * By number: `{"1":"…","2":"…"}`. The highest signs and all of them open, so a key is rotated by adding the next one and taken away when the
 * links that it signed have run out.
 */
export type PortalKeys = Readonly<Record<string, string>>;

export interface Portal {
  /** Where functions/portal answers: `https://notices.police.example`. */
  url: string;
  keys: PortalKeys;
}

/** As long as the longest that a platform is given to answer (`respondWithinHours`). */
const linkDays = 30;
const dayMs = 86_400_000;

/** Of other HMACs under the same key, should there ever be any. */
const purpose = 'fencewatch-portal';
const tokenPattern = /^([1-9][0-9]{0,5})\.([A-Za-z0-9_-]{8,600})\.([A-Za-z0-9_-]{43})$/;
const content = z.tuple([z.string().min(1), z.string().min(1), z.int().min(0)]);

/** `https://notices.police.example/1.WyJndW10cmVlIiw….dGhpcyBpcyBub3QgYSBzaWduYXR1cmU/notices/N-7Kq2`; throws without a key. */
export function portalLink({ source, noticeId }: Omit<PortalPass, 'expiresAt'>, { url, keys }: Portal, at: Date): string {
  const token = signPortalToken({ source, noticeId, expiresAt: new Date(at.getTime() + linkDays * dayMs) }, keys);
  return `${url.replace(/\/+$/, '')}/${token}/notices/${encodeURIComponent(noticeId)}`;
}

/** `version.content.signature`: what is signed is the text that stands before the last dot, so no two tokens say the same. */
export function signPortalToken({ source, noticeId, expiresAt }: PortalPass, keys: PortalKeys): string {
  const version = Math.max(...Object.keys(keys).map(Number));
  const key = keys[version];
  if (key === undefined) throw new Error('There is no key to sign links of the portal with');
  const said = JSON.stringify([source, noticeId, Math.floor(expiresAt.getTime() / 1000)]);
  const signed = `${version}.${Buffer.from(said).toString('base64url')}`;
  return `${signed}.${signatureOf(signed, key)}`;
}

/** What a token is good for at a moment; undefined when it is forged, changed in any character, signed with a key that is gone, or has run out. */
export function readPortalToken(token: string, keys: PortalKeys, at: Date): PortalPass | undefined {
  const [, version = '', said = '', signature = ''] = tokenPattern.exec(token) ?? [];
  const key = Object.hasOwn(keys, version) ? keys[version] : undefined;
  if (key === undefined) return undefined;
  // As text: the last letter of a signature has bits to spare, and two spellings of one signature would both be right.
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(`${version}.${said}`, key)))) return undefined;
  const [source, noticeId, expires] = content.parse(JSON.parse(Buffer.from(said, 'base64url').toString()));
  const expiresAt = new Date(expires * 1000);
  return at < expiresAt ? { source, noticeId, expiresAt } : undefined;
}

function signatureOf(signed: string, key: string): string {
  return createHmac('sha256', key).update(`${purpose}.${signed}`).digest('base64url');
}
