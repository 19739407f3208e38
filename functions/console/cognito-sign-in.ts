/** Sign-in on AWS: the authorization-code flow of a Cognito user pool, and a session that is the user pool's own tokens in two cookies. */

import { randomBytes } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Person } from '../../shared/domain/person.ts';
import { type Access, type ConsoleContext, pageAsked, SIGN_IN_PATH, SIGN_OUT_PATH } from './access.ts';
import { type CognitoSettings, cognitoEndpoints, SIGNED_IN_PATH, SIGNED_OUT_PATH, type Tokens } from './cognito.ts';
import { leaveRow } from './leave-row.ts';
import { messagePage } from './pages/message-page.ts';
import type { ConsoleParts } from './parts.ts';
import { personOfToken, type VerifyToken } from './person-of-token.ts';
import { print } from './print.ts';

export interface CognitoSignIn extends CognitoSettings {
  verify: VerifyToken;
  send: typeof fetch;
}

/** With the prefix `__Host-`, which browsers keep for cookies of this very host that never travel in the clear. */
const cookies = { session: 'fencewatch', refresh: 'fencewatch-refresh', attempt: 'fencewatch-attempt' } as const;
type CookieName = keyof typeof cookies;

const ATTEMPT_SECONDS = 10 * 60;
/** Who does nothing for so long signs in again; infra/officer-sign-in.ts ends a session after a shift however busy it is. */
const IDLE_SECONDS = 2 * 60 * 60;

/**
 * The id token says who it is and is verified at each request; it lasts an hour, and the refresh token fetches the next one, so an officer who is
 * struck off the list is out within the hour.
 */
export function cognitoSignIn({ verify, send, ...settings }: CognitoSignIn): Access {
  const cognito = cognitoEndpoints(settings, send);

  async function personOf(context: ConsoleContext): Promise<Person | undefined> {
    const session = bearerOf(context) ?? read(context, 'session');
    const known = session === undefined ? undefined : await personOfToken(session, verify);
    if (known !== undefined) return known.person;
    const refreshToken = read(context, 'refresh');
    if (refreshToken === undefined) return undefined;
    const tokens = await cognito.refresh(refreshToken);
    if (tokens === undefined) {
      forget(context);
      return undefined;
    }
    keep(context, { refreshToken, ...tokens });
    return (await personOfToken(tokens.idToken, verify))?.person;
  }

  function signIn(context: ConsoleContext): Response {
    const [state, nonce, verifier] = [secret(), secret(), secret()];
    const page = encodeURIComponent(pageAsked(context));
    write(context, 'attempt', [state, nonce, verifier, page].join('|'), ATTEMPT_SECONDS);
    return context.redirect(cognito.authorizeUrl({ state, nonce, verifier }), 303);
  }

  async function signedIn(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
    const [state, nonce, verifier, page = '%2F'] = (read(context, 'attempt') ?? '').split('|');
    drop(context, 'attempt');
    const { code, state: answered } = context.req.query();
    if (!state || !verifier || answered !== state || !code) return failed(context, parts);
    const tokens = await cognito.exchange(code, verifier);
    const known = tokens === undefined ? undefined : await personOfToken(tokens.idToken, verify);
    if (tokens === undefined || known === undefined || known.nonce !== nonce) return failed(context, parts);
    await leaveRow(parts, known.person, { act: 'signed-in', subject: { kind: 'person', id: known.person.id }, outcome: 'done' });
    keep(context, tokens);
    return context.redirect(decodeURIComponent(page), 303);
  }

  async function signOut(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
    const person = context.get('person');
    if (person !== undefined)
      await leaveRow(parts, person, { act: 'signed-out', subject: { kind: 'person', id: person.id }, outcome: 'done' });
    const refreshToken = read(context, 'refresh');
    forget(context);
    if (refreshToken !== undefined) await cognito.revoke(refreshToken);
    return context.redirect(cognito.signOutUrl(), 303);
  }

  return {
    banner: 'For named officers only. What you open, search and decide here leaves a row in the audit log under your name.',
    formTargets: [settings.domain],
    personOf,
    routes: [
      { method: 'get', path: SIGN_IN_PATH, answer: signIn },
      { method: 'get', path: SIGNED_IN_PATH, answer: signedIn },
      { method: 'post', path: SIGN_OUT_PATH, answer: signOut },
      { method: 'get', path: SIGNED_OUT_PATH, answer: signedOut },
    ],
  };
}

function keep(context: ConsoleContext, { idToken, refreshToken }: Tokens): void {
  write(context, 'session', idToken, IDLE_SECONDS);
  if (refreshToken !== undefined) write(context, 'refresh', refreshToken, IDLE_SECONDS);
}

function forget(context: ConsoleContext): void {
  drop(context, 'session');
  drop(context, 'refresh');
}

/** A force's own case system sends the officer's id token with each call. */
function bearerOf(context: ConsoleContext): string | undefined {
  const [scheme, token] = (context.req.header('authorization') ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token ? token : undefined;
}

function secret(): string {
  return randomBytes(32).toString('base64url');
}

function read(context: ConsoleContext, name: CookieName): string | undefined {
  return getCookie(context, cookies[name], 'host') || undefined;
}

/** `Lax`: a strict cookie would not come along when Cognito sends the browser back here. */
function write(context: ConsoleContext, name: CookieName, value: string, maxAge: number): void {
  setCookie(context, cookies[name], value, { prefix: 'host', secure: true, path: '/', httpOnly: true, sameSite: 'Lax', maxAge });
}

function drop(context: ConsoleContext, name: CookieName): void {
  deleteCookie(context, cookies[name], { prefix: 'host', secure: true, path: '/' });
}

function failed(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  const sentence =
    'The sign-in was not finished, took longer than ten minutes, or your name is on no team yet. Go to the first page to try again.';
  return print(context, parts, { title: 'Not signed in', content: messagePage({ heading: 'Not signed in', sentence }) }, 401);
}

function signedOut(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  return print(context, parts, {
    title: 'Signed out',
    content: messagePage({ heading: 'Signed out', sentence: 'Nobody is signed in at this browser any more.' }),
  });
}
