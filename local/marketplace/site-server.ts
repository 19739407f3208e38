import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { AbuseDesk } from './abuse-desk.ts';
import { commit, type Faults, faultOf } from './fault.ts';
import type { RequestLog } from './request-log.ts';
import type { Answer, Site, View } from './site.ts';

export interface SiteServer {
  baseUrl: string;
  stop(): Promise<void>;
}

interface SiteServerOptions {
  site: Site;
  /** 0 takes any free port. */
  port: number;
  view(baseUrl: string): View;
  faults: Faults;
  requests: RequestLog;
  desk?: AbuseDesk;
}

const LOOPBACK = '127.0.0.1';

/** Serves one site on loopback until stopped. A port in use is an error that names the port and what to do. */
export async function serveSite({ site, port, view, faults, requests, desk }: SiteServerOptions): Promise<SiteServer> {
  let baseUrl = '';
  const server = createServer((request, response) => {
    const url = URL.parse(request.url ?? '/', baseUrl);
    if (url === null) {
      response.writeHead(400).end();
      return;
    }
    if (desk !== undefined && url.pathname.startsWith('/abuse-desk')) {
      atDesk(desk, request, response);
      return;
    }
    const answer = site.answer(url, view(baseUrl));
    requests.add(logged(site, request, url, answer));
    const fault = faultOf(faults, site.id, url);
    if (fault === undefined) send(answer, request, response);
    else commit(fault, response);
  });
  baseUrl = `http://${LOOPBACK}:${await listen(server, site, port)}`;
  return { baseUrl, stop: () => close(server) };
}

/** A notice of fifty listings is some 100 kB. */
const longestNotice = 1_000_000;

function atDesk(desk: AbuseDesk, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'POST') {
    send(desk.page(), request, response);
    return;
  }
  text(request).then(
    (body) => send(desk.take(body.slice(0, longestNotice), request.headers), request, response),
    () => response.destroy(),
  );
}

async function listen(server: Server, site: Site, port: number): Promise<number> {
  server.listen(port, LOOPBACK);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(portProblem(site, port, cause), { cause });
  }
  return (server.address() as AddressInfo).port; // listening on TCP, so neither null nor a pipe's name
}

function portProblem(site: Site, port: number, cause: unknown): string {
  const inUse = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
  if (inUse) return `Port ${port} for the demo marketplace ${site.name} is in use: stop what listens there or choose another port.`;
  return `The demo marketplace ${site.name} cannot listen on port ${port} of ${LOOPBACK}.`;
}

/** Connections that wait, such as those of the timeout fault, are cut. */
async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

function send(answer: Answer, request: IncomingMessage, response: ServerResponse): void {
  Promise.resolve(answer.body).then(
    (made) => {
      const body = typeof made === 'string' ? Buffer.from(made) : made;
      response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': body.length });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
    () => response.destroy(),
  );
}

function logged(site: Site, request: IncomingMessage, url: URL, answer: Answer) {
  const { kind, status } = answer;
  const userAgent = request.headers['user-agent'] ?? '';
  return { site: site.id, kind, path: `${url.pathname}${url.search}`, status, userAgent, at: Date.now() };
}
