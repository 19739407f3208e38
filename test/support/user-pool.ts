/** A Cognito user pool in memory: it signs id tokens with a key of its own and answers at its token endpoint as Cognito does. */

import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CognitoJwtVerifier } from 'aws-jwt-verify';

const POOL = 'eu-west-2_aBcDeFgHi';
export const CLIENT = '1example23456789';
const issuer = `https://cognito-idp.eu-west-2.amazonaws.com/${POOL}`;

interface Claims {
  sub?: string;
  name?: string;
  nonce?: string;
  aud?: string;
  token_use?: string;
  /** Seconds from now. */
  lasts?: number;
  'custom:team'?: string;
  'cognito:groups'?: string[];
}

const anOfficer: Claims = { sub: 'f3c1', name: 'Ama Osei', 'custom:team': 'default', 'cognito:groups': ['reviewer', 'canteen'] };

export function userPool() {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const verifier = CognitoJwtVerifier.create({ userPoolId: POOL, clientId: CLIENT, tokenUse: 'id' });
  verifier.cacheJwks({ keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kty: 'RSA', kid: 'key-1', use: 'sig', alg: 'RS256' }] });
  return {
    verify: (token: string): Promise<unknown> => verifier.verify(token),
    idToken: (claims: Claims = {}, key: KeyObject = keys.privateKey) => signed({ ...anOfficer, ...claims }, key),
  };
}

function signed({ lasts = 3600, ...claims }: Claims, key: KeyObject): string {
  const now = Math.floor(Date.now() / 1000);
  const payload = { iss: issuer, aud: CLIENT, token_use: 'id', auth_time: now, iat: now, exp: now + lasts, ...claims };
  const body = [{ alg: 'RS256', kid: 'key-1' }, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${body}.${createSign('RSA-SHA256').update(body).sign(key, 'base64url')}`;
}
