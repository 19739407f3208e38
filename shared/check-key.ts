/** The key of a client of the check API: shown once, and kept as a hash. */

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const written = /^fw_([a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?)_[A-Za-z0-9_-]{43}$/;

/** `fw_phone-hub_` and 256 random bits: the id says where to look, the rest is the secret, and scanners of leaked keys know the form. */
export function makeCheckKey(clientId: string): string {
  return `fw_${clientId}_${randomBytes(32).toString('base64url')}`;
}

/** Whose key a text claims to be; undefined when it has not the form of one. */
export function claimedClient(key: string): string | undefined {
  return written.exec(key)?.[1];
}

/** SHA-256 in hexadecimal. A slow hash would add nothing: 256 random bits cannot be guessed. */
export function hashOfKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** In the same time wherever they differ, and also where there is no hash to compare with. */
export function isKeyOf(key: string, hash: string | undefined): boolean {
  const isSame = timingSafeEqual(Buffer.from(hashOfKey(key), 'hex'), Buffer.from(hash ?? '0'.repeat(64), 'hex'));
  return isSame && hash !== undefined;
}
