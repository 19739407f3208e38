/** What the console answers when it does not do what was asked; each attempt by a person leaves its row. */

import type { Person } from '../../shared/domain/person.ts';
import { type ConsoleContext, SIGN_IN_PATH } from './access.ts';
import { isForMachines, problem } from './api/problem.ts';
import { leaveRow } from './leave-row.ts';
import { type Message, messagePage } from './pages/message-page.ts';
import type { ConsoleParts } from './parts.ts';
import { print } from './print.ts';

/** A page is asked for again after signing in; a form is not sent again behind anybody's back. */
export function signInFirst(context: ConsoleContext, parts: ConsoleParts): Promise<Response> | Response {
  const { path, method } = context.req;
  if (method === 'GET' && !isForMachines(context)) return context.redirect(`${SIGN_IN_PATH}?to=${encodeURIComponent(path)}`, 303);
  return say(context, parts, 401, {
    heading: 'You are signed out',
    sentence: 'Nothing was done. Sign in and do it again: the time you may stay signed in without a word from you has run out.',
  });
}

export async function forbidden(context: ConsoleContext, parts: ConsoleParts, person: Person): Promise<Response> {
  const subject = { kind: 'page', id: context.req.path.slice(0, 200) };
  await leaveRow(parts, person, { act: context.req.method === 'GET' ? 'page-opened' : 'form-sent', subject, outcome: 'refused' });
  return say(context, parts, 403, { heading: 'Not for this role', sentence: 'The role you hold does not open this page.' });
}

/** A form that stood on another site's page: cross-site request forgery, or a browser too old to say where its forms come from. */
export async function foreign(context: ConsoleContext, parts: ConsoleParts): Promise<Response> {
  const person = context.get('person');
  if (person !== undefined) {
    const subject = { kind: 'page', id: context.req.path.slice(0, 200) };
    await leaveRow(parts, person, { act: 'form-sent', subject, outcome: 'refused', detail: { because: 'sent from another site' } });
  }
  return say(context, parts, 403, {
    heading: 'This form came from elsewhere',
    sentence: 'Nothing was done. Forms are taken from pages of this console only.',
  });
}

export function notFound(context: ConsoleContext, parts: ConsoleParts): Promise<Response> | Response {
  return say(context, parts, 404, {
    heading: 'Page not found',
    sentence: 'There is nothing under this address, or it belongs to another team.',
  });
}

/** For a person whose roles open no page of this console. */
export function nothingToOpen(context: ConsoleContext, parts: ConsoleParts): Promise<Response> | Response {
  return say(context, parts, 403, {
    heading: 'No page for your roles',
    sentence: 'You are signed in, and none of your roles opens a page here. Ask whoever keeps the list of officers.',
  });
}

/** Says nothing of the cause: the report has it, and an error's text may hold what does not belong on a page. */
export function failed(context: ConsoleContext, parts: ConsoleParts): Promise<Response> | Response {
  return say(context, parts, 500, {
    heading: 'This did not work',
    sentence: 'The cause is in the log. Nothing was changed. Try again in a minute.',
  });
}

/** The same to a person and to a program. */
function say(context: ConsoleContext, parts: ConsoleParts, status: 401 | 403 | 404 | 500, message: Message): Promise<Response> | Response {
  if (isForMachines(context)) return problem(context, { status, title: message.heading, detail: message.sentence });
  return print(context, parts, { title: message.heading, content: messagePage(message) }, status);
}
