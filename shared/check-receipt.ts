/**
 * The receipt of a check: a statement and a detached signature (JWS, RFC 7515 appendix F; Ed25519) that anybody can verify offline with the public
 * keys. It holds no number: only whoever keeps the number and `askedKey` beside it can show what was asked.
 */

import { createHash, createHmac, randomBytes } from 'node:crypto';
import { base64url, createLocalJWKSet, FlattenedSign, flattenedVerify, importJWK } from 'jose';
import * as z from 'zod';
import { checkAnswers } from './domain/check/answer.ts';
import { publicOnly, type SigningKey, type SigningKeys } from './signing-keys.ts';

/** `statement` is signed as it is written: JSON whose bytes must not change. `signature`: `eyJhbGciOiJFZERTQSIs…..Zm9v…`. */
export const receiptSchema = z.object({ statement: z.string(), signature: z.string() });
export type Receipt = z.infer<typeof receiptSchema>;

const common = { id: z.string(), client: z.string(), checkedAt: z.iso.datetime() };
const statementSchema = z.union([
  /** Of one device; `asked` is `commitmentTo` it. */
  z.object({ ...common, reference: z.string().optional(), asked: z.string(), answer: z.enum(checkAnswers) }),
  /** Of a batch; `answers` is `digestOf` its rows. */
  z.object({ ...common, rows: z.int(), answers: z.string() }),
]);
export type Statement = z.infer<typeof statementSchema>;

/** 256 random bits in base64url. A hash without a secret would not hide a number: there are few enough to try them all. */
export function makeAskedKey(): string {
  return randomBytes(32).toString('base64url');
}

/** HMAC-SHA-256 of what was asked in its normal form (`imei:35693803564380`), under the key that only the client is given. */
export function commitmentTo(asked: string, askedKey: string): string {
  return createHmac('sha256', askedKey).update(asked).digest('base64url');
}

/** SHA-256 over a line `row,asked,answer` of each row that was answered. */
export function digestOf(rows: readonly { row: number; asked: string; answer: string }[]): string {
  return createHash('sha256')
    .update(rows.map(({ row, asked, answer }) => `${row},${asked},${answer}\n`).join(''))
    .digest('base64url');
}

export async function signReceipt(statement: Statement, { d, kid, ...key }: SigningKey): Promise<Receipt> {
  const text = JSON.stringify(statement);
  const jws = await new FlattenedSign(new TextEncoder().encode(text))
    .setProtectedHeader({ alg: 'EdDSA', kid })
    .sign(await importJWK({ ...key, d }, 'EdDSA'));
  return { statement: text, signature: `${jws.protected}..${jws.signature}` };
}

/** Throws when the signature is not that of one of the keys over exactly this statement. */
export async function verifyReceipt({ statement, signature }: Receipt, keys: SigningKeys): Promise<Statement> {
  const [header = '', , mark = ''] = /^[\w-]+\.\.[\w-]+$/.test(signature) ? signature.split('.') : [];
  // The last character of 64 bytes in base64url has bits to spare, and decoders pass over them.
  if (header === '' || base64url.encode(base64url.decode(mark)) !== mark) throw new Error('The signature is not written as one');
  const jws = { protected: header, payload: base64url.encode(statement), signature: mark };
  await flattenedVerify(jws, createLocalJWKSet(publicOnly(keys)), { algorithms: ['EdDSA'] });
  return statementSchema.parse(JSON.parse(statement));
}
