import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createConsole } from '../../../functions/console/app.ts';
import { cognitoSignIn } from '../../../functions/console/cognito-sign-in.ts';
import { aCase, partsOver } from '../../support/console-data.ts';
import { CLIENT, userPool } from '../../support/user-pool.ts';

const at = 'https://console.example';
const domain = 'https://officers.auth.example';
const pool = userPool();
type Form = Record<string, string>;

/** A browser at a console whose user pool answers as told; it keeps cookies and does not follow. */
function browserAt(answer: (path: string, form: Form) => Response = () => Response.json({}, { status: 400 })) {
  const asked: [path: string, form: Form][] = [];
  const send: typeof fetch = async (url, init) => {
    const form = Object.fromEntries(new URLSearchParams(String(init?.body)));
    const { pathname } = new URL(String(url));
    asked.push([pathname, form]);
    return answer(pathname, form);
  };
  const access = cognitoSignIn({ client: CLIENT, domain, console: at, verify: pool.verify, send });
  const parts = partsOver({ cases: [aCase()] }, { access });
  const app = createConsole(parts);
  const jar = new Map<string, string>();
  async function go(path: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(at + path, { ...init, headers: { cookie, 'sec-fetch-site': 'same-origin' } });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (line.includes('Max-Age=0')) jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }
  const sentTo = async (path: string) => new URL((await go(path)).headers.get('location') ?? '');
  return { go, jar, asked, sentTo, events: parts.events };
}

describe('signing in', () => {
  it('sends the browser to the user pool and takes who comes back for the officer that the token names', async () => {
    let nonce = '';
    const { go, sentTo, asked, events } = browserAt(() => Response.json({ id_token: pool.idToken({ nonce }), refresh_token: 'r1' }));
    const there = await sentTo('/sign-in?to=/cases/k3Yb0sQeT1xWm2Rz9aLp');
    nonce = there.searchParams.get('nonce') ?? '';
    expect(there.origin + there.pathname).toBe(`${domain}/oauth2/authorize`);
    expect(there.searchParams.get('redirect_uri')).toBe(`${at}/sign-in/done`);

    const back = await go(`/sign-in/done?code=c1&state=${there.searchParams.get('state')}`);
    expect([back.status, back.headers.get('location')]).toEqual([303, '/cases/k3Yb0sQeT1xWm2Rz9aLp']);
    const [, form] = asked[0] ?? [];
    expect(form).toMatchObject({ grant_type: 'authorization_code', code: 'c1', client_id: CLIENT, redirect_uri: `${at}/sign-in/done` });
    const challenge = createHash('sha256')
      .update(form?.['code_verifier'] ?? '')
      .digest('base64url');
    expect(there.searchParams.get('code_challenge')).toBe(challenge);

    const page = await (await go('/cases')).text();
    expect(page).toContain('<strong>Ama Osei</strong>, team default');
    expect(events.map(({ actor, act }) => [actor, act])).toEqual([
      ['f3c1', 'signed-in'],
      ['f3c1', 'queue-viewed'],
    ]);
  });

  it('keeps its cookies from scripts, from other hosts and from plain HTTP', async () => {
    const { go } = browserAt();
    const [cookie] = (await go('/sign-in')).headers.getSetCookie();
    expect(cookie).toMatch(/^__Host-fencewatch-attempt=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it.each([
    ['a state of somebody else', (_state: string) => '/sign-in/done?code=c1&state=theirs'],
    ['no code, because Cognito refused', (state: string) => `/sign-in/done?error=access_denied&state=${state}`],
  ])('fails with %s', async (_which, path) => {
    const { go, sentTo, asked } = browserAt();
    const there = await sentTo('/sign-in');
    expect((await go(path(there.searchParams.get('state') ?? ''))).status).toBe(401);
    expect(asked).toEqual([]);
  });

  it.each([
    ['with a token of another attempt', { nonce: 'another' }],
    ['of an officer without a team', { 'custom:team': '' }],
  ])('fails %s', async (_which, claims) => {
    let nonce = '';
    const { go, sentTo, jar } = browserAt(() => Response.json({ id_token: pool.idToken({ nonce, ...claims }) }));
    const there = await sentTo('/sign-in');
    nonce = there.searchParams.get('nonce') ?? '';
    expect((await go(`/sign-in/done?code=c1&state=${there.searchParams.get('state')}`)).status).toBe(401);
    expect([...jar.keys()]).toEqual([]);
  });
});

describe('a session', () => {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  it.each([
    ['signed by somebody else', pool.idToken({}, stranger)],
    ['for another client', pool.idToken({ aud: 'another' })],
    ['that is an access token', pool.idToken({ token_use: 'access' })],
    ['that has run out', pool.idToken({ lasts: -1 })],
    ['that is no token', 'nonsense'],
  ])('by a token %s opens nothing', async (_which, token) => {
    const { go, jar, events } = browserAt();
    jar.set('__Host-fencewatch', token);
    expect((await go('/cases')).status).toBe(303);
    expect(events).toEqual([]);
  });

  it('goes on with a new token when the old one has run out', async () => {
    const { go, jar, asked } = browserAt(() => Response.json({ id_token: pool.idToken({ name: 'Ama Osei-Bell' }) }));
    jar.set('__Host-fencewatch', pool.idToken({ lasts: -1 })).set('__Host-fencewatch-refresh', 'r1');
    expect(await (await go('/cases')).text()).toContain('Ama Osei-Bell');
    expect(await (await go('/cases')).text()).toContain('Ama Osei-Bell');
    expect(asked).toEqual([['/oauth2/token', { client_id: CLIENT, grant_type: 'refresh_token', refresh_token: 'r1' }]]);
  });

  it('of a program is the officer’s token in each call, and no cookie', async () => {
    const access = cognitoSignIn({ client: CLIENT, domain, console: at, verify: pool.verify, send: fetch });
    const app = createConsole(partsOver({ cases: [aCase()] }, { access }));
    const call = (authorization: string) => app.request(`${at}/api/v1/cases`, { headers: { authorization } });
    expect((await call(`Bearer ${pool.idToken()}`)).status).toBe(200);
    expect((await call(`Bearer ${pool.idToken({}, stranger)}`)).status).toBe(401);
    expect((await call('Basic eDp5')).status).toBe(401);
  });

  it('ends when the user pool gives no new token', async () => {
    const { go, jar } = browserAt();
    jar.set('__Host-fencewatch-refresh', 'r1');
    expect((await go('/cases')).status).toBe(303);
    expect([...jar.keys()]).toEqual([]);
  });

  it('is no reason to show anything while the user pool does not answer', async () => {
    const { go, jar } = browserAt(() => new Response('down', { status: 503 }));
    jar.set('__Host-fencewatch-refresh', 'r1');
    expect((await go('/cases')).status).toBe(500);
  });

  it('knows the roles that are groups of the user pool and no other group', async () => {
    const { go, jar } = browserAt();
    jar.set('__Host-fencewatch', pool.idToken({ 'cognito:groups': ['canteen', 'admin'] }));
    expect([(await go('/cases')).status, (await go('/scans')).status]).toEqual([403, 200]);
  });
});

describe('signing out', () => {
  it('revokes the session, forgets its cookies and signs out of the user pool too', async () => {
    const { go, jar, asked, events } = browserAt(() => new Response());
    jar.set('__Host-fencewatch', pool.idToken()).set('__Host-fencewatch-refresh', 'r1');
    const response = await go('/sign-out', { method: 'POST' });
    expect(response.headers.get('location')).toBe(
      `${domain}/logout?client_id=${CLIENT}&logout_uri=${encodeURIComponent(`${at}/signed-out`)}`,
    );
    expect(response.headers.get('content-security-policy')).toContain(`form-action 'self' ${domain};`);
    expect([...jar.keys()]).toEqual([]);
    expect(asked).toEqual([['/oauth2/revoke', { client_id: CLIENT, token: 'r1' }]]);
    expect(events.map(({ act }) => act)).toEqual(['signed-out']);
    expect((await go('/signed-out')).status).toBe(200);
  });
});
