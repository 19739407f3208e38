/**
 * The portal of platforms: which path shows what. Who asks is said by the signed token at the beginning of every path and by nothing else: there is no
 * cookie and no sign-in that a browser would send along by itself, so no other site can answer in a platform's name (CSRF).
 */

import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { guardHeaders, keepInNoCache } from '../../shared/pages/headers.ts';
import { readPortalToken } from '../../shared/portal-link.ts';
import { takeAnswers, takeForm, tellAnswers } from './answer-visits.ts';
import { sendPiece, showExhibit } from './exhibit-visits.ts';
import { showList, showNotice } from './notice-visits.ts';
import { openApi } from './openapi.ts';
import type { PortalParts } from './parts.ts';
import { failed, notHere } from './print.ts';
import { problem } from './problem.ts';
import { showFigures } from './public-figures.ts';
import type { Answer } from './visit.ts';

const routes: readonly { method: 'get' | 'post'; path: string; answer: Answer }[] = [
  { method: 'get', path: '/:token/notices', answer: showList },
  { method: 'get', path: '/:token/notices/:id', answer: showNotice },
  { method: 'post', path: '/:token/notices/:id/answer', answer: takeForm },
  { method: 'get', path: '/:token/notices/:id/answers', answer: tellAnswers },
  { method: 'post', path: '/:token/notices/:id/answers', answer: takeAnswers },
  { method: 'get', path: '/:token/notices/:id/listings/:listing/evidence/:exhibit', answer: showExhibit },
  { method: 'get', path: '/:token/notices/:id/listings/:listing/evidence/:exhibit/:piece', answer: sendPiece },
];

/** Fifty statements of reasons, each as long as it may be. */
const mostBytes = 2_000_000;

export function createPortal(parts: PortalParts): Hono {
  const app = new Hono();
  app.use(guardHeaders());
  app.use(keepInNoCache());
  app.use('/assets/*', compress());
  app.use(bodyLimit({ maxSize: mostBytes, onError: (context) => problem(context, { status: 413, title: 'Expected at most 2 MB' }) }));
  app.get('/assets/:file', (context) => {
    const asset = Object.values(parts.assets).find(({ path }) => path === context.req.path);
    if (asset === undefined) return context.text('Not found', 404);
    // The hash in its name changes with the content.
    return context.body(asset.body, 200, { 'content-type': asset.contentType, 'cache-control': 'public, max-age=31536000, immutable' });
  });
  for (const path of ['/figures', '/figures/:from']) app.get(path, (context) => showFigures(context, parts));
  app.get('/openapi.json', (context) => context.json(openApi()));
  for (const { method, path, answer } of routes) {
    app.on(method, path, (context) => {
      const token = context.req.param('token') ?? '';
      const pass = readPortalToken(token, parts.keys, parts.now());
      return pass === undefined ? notHere(context, parts) : answer(context, parts, { pass, base: `/${token}` });
    });
  }
  app.notFound((context) => notHere(context, parts));
  app.onError((error, context) => {
    parts.report(error);
    return failed(context, parts);
  });
  return app;
}
