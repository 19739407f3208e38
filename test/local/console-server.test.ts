import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { createConsole } from '../../functions/console/app.ts';
import { startConsole } from '../../local/console-server.ts';
import { type LoopbackService, serveOnLoopback } from '../../local/serve-on-loopback.ts';
import { aSource, partsOver } from '../support/console-data.ts';

const started: LoopbackService[] = [];

async function serve(port = 0): Promise<LoopbackService> {
  const server = await serveOnLoopback(createConsole(partsOver({ sources: [aSource()] })), { name: 'The console', port });
  started.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((server) => server.stop()));
});

/** fetch sets the Host header itself, so a foreign one needs a bare request. */
function statusFor(url: string, host: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>();
  request(url, { headers: { host } }, (response) => {
    response.resume();
    resolve(response.statusCode);
  })
    .on('error', reject)
    .end();
  return promise;
}

describe('serveOnLoopback', () => {
  it('answers on the loopback address', async () => {
    const { url } = await serve();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${url}/cases`)).status).toBe(200);
  });

  it('compresses the stylesheets', async () => {
    const { url } = await serve();
    const page = await (await fetch(`${url}/cases`)).text();
    const [stylesheet] = /\/assets\/govuk\.[0-9a-f]+\.css/.exec(page) ?? [];
    const response = await fetch(url + stylesheet, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect((await response.text()).length).toBeGreaterThan(100_000);
  });

  it('does not answer to a host name that somebody pointed at this machine', async () => {
    const { url } = await serve();
    expect(await statusFor(`${url}/cases`, 'evil.example')).toBe(421);
    expect(await statusFor(`${url}/cases`, new URL(url).host)).toBe(200);
    expect(await statusFor(`${url}/cases`, 'localhost')).toBe(200);
  });

  it('says so when the port is in use', async () => {
    const { url } = await serve();
    const port = Number(new URL(url).port);
    await expect(serve(port)).rejects.toThrow(
      `Port ${port} is in use, perhaps by a Fencewatch that already runs. Stop that program or choose another port.`,
    );
  });

  it('stops while a browser keeps its connection open', async () => {
    const { url, stop } = await serve();
    await fetch(`${url}/health`, { headers: { connection: 'keep-alive' } });
    await stop();
    started.length = 0;
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('startConsole', () => {
  it('names every key that the environment lacks', async () => {
    const starting = startConsole({ port: 0, environment: { RECORDS_TABLE: 'records' }, report: () => undefined });
    await expect(starting).rejects.toThrow(/LISTINGS_TABLE.*found nothing[\s\S]*CASES_TABLE.*found nothing/);
  });
});
