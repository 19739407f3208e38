/** The review console: which path shows what, to whom, and what holds for every answer. Read-only. */

import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Role } from './access.ts';
import { type Answer, failed, forbidden, notFound, sendAsset, showCase, showCases, showHealth, showScans, toCases } from './answers.ts';
import { guardHeaders, keepInNoCache } from './headers.ts';
import type { ConsoleParts } from './parts.ts';

interface Route {
  path: string;
  roles: readonly Role[];
  answer: Answer;
}

const routes: readonly Route[] = [
  { path: '/', roles: ['anyone'], answer: toCases },
  { path: '/cases', roles: ['reviewer'], answer: showCases },
  { path: '/cases/:id', roles: ['reviewer'], answer: showCase },
  { path: '/scans', roles: ['reviewer', 'operator'], answer: showScans },
  { path: '/health', roles: ['anyone'], answer: showHealth },
  { path: '/assets/:file', roles: ['anyone'], answer: sendAsset },
];

export function createConsole(parts: ConsoleParts): Hono {
  const app = new Hono();
  app.use(guardHeaders());
  app.use(keepInNoCache());
  // Assets alone are worth it: pages are small, and compressing them beside a stranger's text can leak what else they hold.
  app.use('/assets/*', compress());
  for (const { path, roles, answer } of routes) {
    app.get(path, (context) => (mayOpen(roles, parts.access.granted) ? answer(context, parts) : forbidden(context, parts)));
  }
  app.notFound((context) => notFound(context, parts));
  app.onError((error, context) => {
    parts.report(error);
    return failed(context, parts);
  });
  return app;
}

function mayOpen(asked: readonly Role[], granted: readonly Role[]): boolean {
  return asked.includes('anyone') || asked.some((role) => granted.includes(role));
}
