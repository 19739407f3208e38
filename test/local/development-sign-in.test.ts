import { describe, expect, it } from 'vitest';
import { createConsole } from '../../functions/console/app.ts';
import { developmentSignIn } from '../../local/development-sign-in.ts';
import { aCase, NOW, partsOver } from '../support/console-data.ts';

const url = 'http://127.0.0.1:4810';
const hourMs = 3_600_000;

function consoleAt() {
  let now = NOW;
  const parts = partsOver({ cases: [aCase()] }, { access: developmentSignIn({ team: 'default', now: () => now }) });
  const app = createConsole(parts);
  return {
    events: parts.events,
    later: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
    get: (path: string, cookie = '') => app.request(url + path, { headers: { cookie } }),
    post: (path: string, form: Record<string, string>, cookie = '') =>
      app.request(url + path, { method: 'POST', body: new URLSearchParams(form), headers: { origin: url, cookie } }),
  };
}

const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

describe('the sign-in of one machine', () => {
  it('offers named persons, no two with the same name, and somebody for each step of a case', async () => {
    const html = await (await consoleAt().get('/sign-in')).text();
    const named = [...html.matchAll(/Sign in as ([^<]+)</g)].map(([, name]) => name);
    expect(new Set(named).size).toBe(named.length);
    for (const role of ['reviewer', 'second reviewer', 'notice officer', 'auditor']) expect(html).toContain(role);
  });

  it('hands every page the person that was chosen', async () => {
    const { get, post, events } = consoleAt();
    const signedIn = await post('/sign-in?to=/cases', { person: 'ben-lindqvist' });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/cases']);
    expect(signedIn.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax/);
    const page = await get('/cases', cookieOf(signedIn));
    expect(await page.text()).toContain('<strong>Ben Lindqvist</strong>, team default');
    expect(events.map(({ actor, act }) => [actor, act])).toEqual([
      ['ben-lindqvist', 'signed-in'],
      ['ben-lindqvist', 'queue-viewed'],
    ]);
  });

  it('ends with a shift, on signing out, and when the cookie was written by hand', async () => {
    const { get, post, later } = consoleAt();
    const cookie = cookieOf(await post('/sign-in', { person: 'ama-osei' }));
    later(9 * hourMs);
    expect((await get('/cases', cookie)).status).toBe(200);
    expect((await get('/cases', cookie.replace('ama-osei', 'ben-lindqvist'))).status).toBe(303);
    expect((await post('/sign-out', {}, cookie)).headers.getSetCookie()[0]).toContain('Max-Age=0');
    later(2 * hourMs);
    expect((await get('/cases', cookie)).status).toBe(303);
  });

  it('knows nobody else', async () => {
    const answer = await consoleAt().post('/sign-in', { person: 'somebody' });
    expect([answer.status, cookieOf(answer)]).toEqual([200, '']);
  });

  it.each(['//evil.example', '/\\evil.example', 'https://evil.example', '/sign-in?to=/', 'javascript:alert(1)'])(
    'goes on to the front page and not to %s',
    async (to) => {
      const answer = await consoleAt().post(`/sign-in?to=${encodeURIComponent(to)}`, { person: 'ama-osei' });
      expect(answer.headers.get('location')).toBe('/');
    },
  );
});
