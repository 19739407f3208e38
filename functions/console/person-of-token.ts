import { FetchError, JwksNotAvailableInCacheError, JwksValidationError, JwtBaseError } from 'aws-jwt-verify/error';
import * as z from 'zod';
import { type Person, roles } from '../../shared/domain/person.ts';

/** `verify` of aws-jwt-verify: throws unless the user pool signed this token for this console and it has not run out. */
export type VerifyToken = (token: string) => Promise<unknown>;

/** Groups of the user pool are roles; a group that names no role is another system's. */
const claimsSchema = z.object({
  sub: z.string().min(1),
  name: z.string().min(1),
  nonce: z.string().optional(),
  'custom:team': z.string().min(1),
  'cognito:groups': z.array(z.string()).default([]),
});

export interface TokenReading {
  person: Person;
  nonce: string | undefined;
}

/**
 * Who an id token of Cognito names; undefined when it is forged, for somebody else, run out, or of an officer without name or team.
 * The person's id is `sub`, which Cognito gives to nobody again, whatever becomes of the user name. Throws when the keys cannot be fetched.
 */
export async function personOfToken(token: string, verify: VerifyToken): Promise<TokenReading | undefined> {
  const claims = claimsSchema.safeParse(await claimsOf(token, verify));
  if (!claims.success) return undefined;
  const { sub, name, nonce, 'custom:team': team, 'cognito:groups': groups } = claims.data;
  return { person: { id: sub, name, team, roles: roles.filter((role) => groups.includes(role)) }, nonce };
}

async function claimsOf(token: string, verify: VerifyToken): Promise<unknown> {
  try {
    return await verify(token);
  } catch (error) {
    if (error instanceof JwtBaseError && !keysAreMissing(error)) return undefined;
    throw error;
  }
}

/** Says nothing of the token: the user pool's keys could not be had. */
function keysAreMissing(error: JwtBaseError): boolean {
  return [FetchError, JwksNotAvailableInCacheError, JwksValidationError].some((kind) => error instanceof kind);
}
