/** How a running console knows its readers. Which place brings which: Cognito on AWS, a development sign-in on one machine. */

import type { Context } from 'hono';
import type { Person, Role } from '../../shared/domain/person.ts';
import type { ConsoleParts } from './parts.ts';

/** Hono's name for what is found out about a request on its way to the answer. */
export interface ConsoleEnv {
  Variables: {
    /** Absent when nobody is signed in. */
    person: Person | undefined;
  };
}

export type ConsoleContext = Context<ConsoleEnv>;

/** A path of the console that needs nobody to be signed in. */
export interface OpenRoute {
  method: 'get' | 'post';
  path: string;
  answer: (context: ConsoleContext, parts: ConsoleParts) => Promise<Response> | Response;
}

/** Where whoever is not signed in is sent; every Access answers there. */
export const SIGN_IN_PATH = '/sign-in';
export const SIGN_OUT_PATH = '/sign-out';

export interface Access {
  /** Said on top of every page: who can reach it and what that rests on. */
  banner: string;
  /** Whoever is signed in by what the request carries; undefined when nobody is, or no longer. */
  personOf(context: ConsoleContext): Promise<Person | undefined>;
  /** Hosts that a form may lead to beside this console: signing out goes on to where one signed in. */
  formTargets?: readonly string[];
  /** How one signs in and out: at least `GET /sign-in` and `POST /sign-out`. */
  routes: readonly OpenRoute[];
}

/** Who may see Cases, and with them stolen records and sellers. */
export const caseReaders: readonly Role[] = ['reviewer', 'second-reviewer', 'notice-officer'];
/** Who takes Cases in hand; whose turn it is, and for what, the domain says. */
export const deciders: readonly Role[] = ['reviewer', 'second-reviewer'];
/** Who sends notices: says that one was handed in, and takes back what one started from. */
export const noticeSenders: readonly Role[] = ['second-reviewer', 'notice-officer'];
/** Who tells victims: sees references and what may be said of them, and no Case. */
export const victimTellers: readonly Role[] = ['victim-officer'];
/** Whoever checks what the others do reads the log of it and nothing else. */
export const auditReaders: readonly Role[] = ['auditor'];
/** Figures of a team name nobody: neither who decided nor on whom. */
export const qualityReaders: readonly Role[] = ['reviewer', 'second-reviewer', 'admin'];
/** Scans show counts and health, and nobody's data. */
export const scanReaders: readonly Role[] = ['reviewer', 'second-reviewer', 'notice-officer', 'records-desk', 'admin'];

/**
 * The page to go to after signing in, out of `?to=`, which anyone may write: a path of this console or the front page. Browsers read `//host`
 * and `/\host` as another host.
 */
export function pageAsked(context: Context): string {
  const asked = context.req.query('to') ?? '';
  return /^\/(?![/\\])[\w\-./?=&%~]*$/.test(asked) && !asked.startsWith(SIGN_IN_PATH) ? asked : '/';
}
