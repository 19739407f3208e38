/**
 * Sign-in on one machine: choose who you are, no password. It proves nothing, and needs to prove nothing: the console answers on the loopback
 * address only. It lives beside the server that gives it to the console, so nothing that is deployed can switch it on.
 */

import { randomBytes } from 'node:crypto';
import { deleteCookie, getSignedCookie, setSignedCookie } from 'hono/cookie';
import { type Access, type ConsoleContext, pageAsked, SIGN_IN_PATH, SIGN_OUT_PATH } from '../functions/console/access.ts';
import { leaveRow } from '../functions/console/leave-row.ts';
import type { ConsoleParts } from '../functions/console/parts.ts';
import { print } from '../functions/console/print.ts';
import type { Person } from '../shared/domain/person.ts';
import { html, type Markup } from '../shared/pages/html.ts';

type Named = Omit<Person, 'team'>;

/** Enough for a Case to be decided by one, confirmed by another, and both to be found by a third. */
const persons: readonly Named[] = [
  { id: 'ama-osei', name: 'Ama Osei', roles: ['reviewer'] },
  { id: 'ben-lindqvist', name: 'Ben Lindqvist', roles: ['reviewer', 'second-reviewer'] },
  { id: 'carys-evans', name: 'Carys Evans', roles: ['second-reviewer', 'notice-officer', 'victim-officer'] },
  { id: 'dinesh-rao', name: 'Dinesh Rao', roles: ['auditor'] },
  { id: 'ewa-nowak', name: 'Ewa Nowak', roles: ['records-desk', 'admin'] },
];

const COOKIE = 'fencewatch-person';
const SHIFT_SECONDS = 10 * 60 * 60;

/** The key of the cookie dies with the process, so a restart signs everybody out. */
export function developmentSignIn({ team, now }: { team: string; now: () => Date }): Access {
  const key = randomBytes(32).toString('base64url');

  async function personOf(context: ConsoleContext): Promise<Person | undefined> {
    const [id, until] = ((await getSignedCookie(context, key, COOKIE)) || '').split('|');
    const found = persons.find((person) => person.id === id);
    return found !== undefined && now().getTime() < Number(until) ? { ...found, team } : undefined;
  }

  async function signIn(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
    const { person: asked } = await context.req.parseBody();
    const found = persons.find(({ id }) => id === asked);
    if (found === undefined) return choose(context, parts);
    const until = now().getTime() + SHIFT_SECONDS * 1000;
    await setSignedCookie(context, COOKIE, `${found.id}|${until}`, key, {
      path: '/',
      httpOnly: true,
      sameSite: 'Lax',
      maxAge: SHIFT_SECONDS,
    });
    await leaveRow(parts, found, { act: 'signed-in', subject: { kind: 'person', id: found.id }, outcome: 'done' });
    return context.redirect(pageAsked(context), 303);
  }

  async function signOut(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
    const person = context.get('person');
    if (person !== undefined)
      await leaveRow(parts, person, { act: 'signed-out', subject: { kind: 'person', id: person.id }, outcome: 'done' });
    deleteCookie(context, COOKIE, { path: '/' });
    return context.redirect(SIGN_IN_PATH, 303);
  }

  return {
    banner: 'This console answers on this machine only, and whoever can use this machine may sign in as anybody.',
    personOf,
    routes: [
      { method: 'get', path: SIGN_IN_PATH, answer: choose },
      { method: 'post', path: SIGN_IN_PATH, answer: signIn },
      { method: 'post', path: SIGN_OUT_PATH, answer: signOut },
    ],
  };
}

function choose(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  return print(context, parts, { title: 'Sign in', content: choosing(`${SIGN_IN_PATH}?to=${encodeURIComponent(pageAsked(context))}`) });
}

function choosing(action: string): Markup {
  return html`<h1 class="govuk-heading-l">Who are you?</h1>
  <p class="govuk-body">These persons stand for the officers of a team. Choose one; to see how a second person confirms or refuses, sign out and choose another.</p>
  <form method="post" action="${action}">
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-visually-hidden">Persons and their roles</caption>
      <thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Person</th><th scope="col" class="govuk-table__header">Roles</th></tr></thead>
      <tbody class="govuk-table__body">${persons.map(choice)}</tbody>
    </table>
  </form>`;
}

function choice({ id, name, roles }: Named): Markup {
  return html`<tr class="govuk-table__row">
    <th scope="row" class="govuk-table__header"><button class="govuk-button govuk-!-margin-bottom-0" type="submit" name="person" value="${id}">Sign in as ${name}</button></th>
    <td class="govuk-table__cell">${roles.map((role) => role.replaceAll('-', ' ')).join(', ')}</td>
  </tr>`;
}
