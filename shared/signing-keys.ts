/** The keys with which receipts are signed: a JSON Web Key Set (RFC 7517) of Ed25519 keys (RFC 8037). */

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import * as z from 'zod';

const part = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
const keySchema = z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), kid: z.string().min(1), x: part, d: part.exactOptional() });

/** The first key with a private part `d` signs; the others stay, with or without it, for as long as their receipts are to be verified. */
export const signingKeysSchema = z.object({ keys: z.array(keySchema) });
export type SigningKeys = z.infer<typeof signingKeysSchema>;
export type SigningKey = SigningKeys['keys'][number] & { d: string };

/** A new key in front; those before keep their public part. */
export function withNewKey({ keys }: SigningKeys, now: Date): SigningKeys {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const kid = `${now.toISOString().slice(0, 10)}-${randomBytes(4).toString('hex')}`;
  return { keys: [{ kty: 'OKP', crv: 'Ed25519', kid, x, d }, ...publicOnly({ keys }).keys] };
}

/** What everybody may have. */
export function publicOnly({ keys }: SigningKeys): SigningKeys {
  return { keys: keys.map(({ d: _private, ...key }) => key) };
}

export function signingKeyOf({ keys }: SigningKeys): SigningKey | undefined {
  const key = keys.find(({ d }) => d !== undefined);
  return key?.d === undefined ? undefined : { ...key, d: key.d };
}
