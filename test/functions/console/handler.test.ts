import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '../../..');
const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'));
let folder: string;

/** The bundle as the stack makes it, with the files beside it that functions/console/assets.ts names. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fencewatch-console-'));
  await build({
    entryPoints: [join(root, 'functions/console/handler.ts')],
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    mainFields: ['module', 'main'],
    banner: {
      js: "import { createRequire as createBundleRequire } from 'node:module';const require = createBundleRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  await cp(join(root, 'functions/console/assets'), join(folder, 'assets'), { recursive: true });
  await cp(join(root, 'shared/pages/styles'), join(folder, 'styles'), { recursive: true });
  for (const file of ['package.json', 'dist/govuk/govuk-frontend.min.css']) {
    await cp(join(govuk, file), join(folder, 'node_modules/govuk-frontend', file));
  }
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

const environment = {
  PATH: process.env['PATH'],
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
  AWS_MAX_ATTEMPTS: '1',
  // Nothing listens there: what is asked of the tables fails at once.
  AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1',
  LISTINGS_TABLE: 'listings',
  RECORDS_TABLE: 'records',
  CASES_TABLE: 'cases',
  AUDIT_TABLE: 'audit',
  CHECKS_TABLE: 'audit',
  SEALS_BUCKET: 'seals',
  IDENTIFIERS_TABLE: 'identifiers',
  IDENTIFIER_KEY: 'k'.repeat(32),
  EVIDENCE_BUCKET: 'evidence',
  PHOTOS_BUCKET: 'photos',
  REVIEW_QUEUE_URL: 'http://127.0.0.1:1/review.fifo',
  DELIVER_QUEUE_URL: 'http://127.0.0.1:1/review.fifo',
  USER_POOL: 'eu-west-2_aBcDeFgHi',
  USER_POOL_CLIENT: '1example23456789',
  SIGN_IN_ADDRESS: 'https://officers.auth.example',
  CONSOLE_ADDRESS: 'https://abc.execute-api.eu-west-2.amazonaws.com',
};

interface Answer {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

async function ask(path: string): Promise<Answer> {
  const event = {
    version: '2.0',
    rawPath: path,
    rawQueryString: '',
    headers: { host: 'abc.execute-api.eu-west-2.amazonaws.com' },
    isBase64Encoded: false,
    requestContext: {
      domainName: 'abc.execute-api.eu-west-2.amazonaws.com',
      http: { method: 'GET', path },
    },
  };
  const script = join(folder, `ask-${Math.abs(path.length)}.mjs`);
  await writeFile(
    script,
    `import { writeFileSync } from 'node:fs';
     import { handler } from './index.mjs';
     writeFileSync(process.argv[2], JSON.stringify(await handler(${JSON.stringify(event)}, {})));`,
  );
  const answer = `${script}.json`;
  await run(process.execPath, [script, answer], { env: environment, cwd: folder });
  return (await import(answer, { with: { type: 'json' } })).default;
}

it('answers from its bundle with the page frame and its stylesheets', async () => {
  const page = await ask('/nothing-here');
  expect(page.statusCode).toBe(404);
  expect(page.body).toContain('For named officers only.');
  const [stylesheet] = /\/assets\/govuk\.[0-9a-f]+\.css/.exec(page.body) ?? [];
  const css = await ask(stylesheet ?? '');
  expect(css.statusCode).toBe(200);
  expect(css.headers['content-type']).toBe('text/css; charset=utf-8');
  expect(css.body).toContain('.govuk-table');
}, 60_000);

it('knows nothing of the sign-in of one machine', async () => {
  const bundle = await readFile(join(folder, 'index.mjs'), 'utf8');
  const traces = ['fencewatch-attempt', 'fencewatch-person', 'ben-lindqvist', 'Who are you?'];
  expect(traces.filter((trace) => bundle.includes(trace))).toEqual(['fencewatch-attempt']);
});

it('shows nobody a case who has not signed in with the user pool', async () => {
  const page = await ask('/cases/some-case');
  expect([page.statusCode, page.headers['location']]).toEqual([303, '/sign-in?to=%2Fcases%2Fsome-case']);
  const signIn = await ask('/sign-in');
  expect(signIn.headers['location']).toMatch(
    /^https:\/\/officers\.auth\.example\/oauth2\/authorize\?response_type=code&client_id=1example23456789&/,
  );
}, 60_000);
