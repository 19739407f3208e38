/** The endpoints of a Cognito user pool's domain, as a public client with PKCE uses them (RFC 6749, RFC 7636): there is no client secret to keep. */

import { createHash } from 'node:crypto';
import * as z from 'zod';

export interface CognitoSettings {
  /** The id of the console's app client. */
  client: string;
  /** Where officers type their password: `https://fencewatch-1234.auth.eu-west-2.amazoncognito.com`. */
  domain: string;
  /** Where the console answers: `https://a1b2c3.execute-api.eu-west-2.amazonaws.com`. */
  console: string;
}

export const SIGNED_IN_PATH = '/sign-in/done';
export const SIGNED_OUT_PATH = '/signed-out';

const ANSWER_WITHIN_MS = 5000;

const tokensSchema = z.object({ id_token: z.string().min(1), refresh_token: z.string().min(1).optional() });

export interface Tokens {
  idToken: string;
  /** Given at sign-in; a refresh gives no new one. */
  refreshToken?: string;
}

/** What a sign-in under way must bring back unchanged. */
export interface Attempt {
  state: string;
  nonce: string;
  verifier: string;
}

export function cognitoEndpoints({ client, domain, console }: CognitoSettings, send: typeof fetch) {
  const redirectUri = console + SIGNED_IN_PATH;

  /** Where the browser is sent to sign in. */
  function authorizeUrl({ state, nonce, verifier }: Attempt): string {
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    return address('/oauth2/authorize', {
      response_type: 'code',
      client_id: client,
      redirect_uri: redirectUri,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
  }

  /** Where the browser is sent to be signed out of the user pool's own session. */
  function signOutUrl(): string {
    return address('/logout', { client_id: client, logout_uri: console + SIGNED_OUT_PATH });
  }

  function exchange(code: string, verifier: string): Promise<Tokens | undefined> {
    return tokens({ grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier });
  }

  function refresh(refreshToken: string): Promise<Tokens | undefined> {
    return tokens({ grant_type: 'refresh_token', refresh_token: refreshToken });
  }

  /** No token can be had by this one any more. */
  async function revoke(refreshToken: string): Promise<void> {
    await post('/oauth2/revoke', { token: refreshToken });
  }

  /** Undefined when Cognito refuses (a used code, a session that ended); throws when it does not answer as it should. */
  async function tokens(form: Record<string, string>): Promise<Tokens | undefined> {
    const response = await post('/oauth2/token', form);
    if (response.status === 400) return undefined;
    if (!response.ok) throw new Error(`Cognito answered ${response.status} where tokens were expected`);
    const { id_token, refresh_token } = tokensSchema.parse(await response.json());
    return { idToken: id_token, ...(refresh_token !== undefined && { refreshToken: refresh_token }) };
  }

  function post(path: string, form: Record<string, string>): Promise<Response> {
    const body = new URLSearchParams({ client_id: client, ...form });
    return send(domain + path, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  }

  function address(path: string, query: Record<string, string>): string {
    return `${domain}${path}?${new URLSearchParams(query)}`;
  }

  return { authorizeUrl, signOutUrl, exchange, refresh, revoke };
}
