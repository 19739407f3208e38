/** The check API: which path answers what, and what holds for every answer. */

import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { publicOnly, signingKeyOf } from '../../shared/signing-keys.ts';
import { answerBatch } from './answer-batch.ts';
import { answerQuestion } from './answer-question.ts';
import { openApi } from './openapi.ts';
import type { CheckParts } from './parts.ts';
import { problem } from './problem.ts';

const LARGEST_QUESTION = 4 * 1024;
const LARGEST_BATCH = 256 * 1024;

export function createCheckApi(parts: CheckParts): Hono {
  const app = new Hono();
  app.use(secureHeaders());
  app.use(async (context, next) => {
    await next();
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  });
  app.get('/health', (context) => context.json({ status: signingKeyOf(parts.signingKeys) === undefined ? 'no-signing-key' : 'ok' }));
  app.get('/openapi.json', (context) => context.json(openApi()));
  app.get('/.well-known/jwks.json', (context) =>
    context.json(publicOnly(parts.signingKeys), 200, { 'cache-control': 'public, max-age=3600' }),
  );
  app.post('/check', atMost(LARGEST_QUESTION), (context) => answerQuestion(context, parts));
  app.post('/check/batch', atMost(LARGEST_BATCH), (context) => answerBatch(context, parts));
  app.notFound((context) => problem(context, { status: 404, code: 'not-found', title: 'There is nothing under this address' }));
  app.onError((error, context) => {
    parts.report(error);
    return problem(context, { status: 500, code: 'failed', title: 'This did not work', detail: 'Try again in a minute.' });
  });
  return app;
}

function atMost(bytes: number) {
  const onError = (context: Context) => problem(context, { status: 413, code: 'too-large', title: `Expected at most ${bytes / 1024} KB` });
  return bodyLimit({ maxSize: bytes, onError });
}
