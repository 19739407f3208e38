/** Serves an app on this machine to this machine alone. */

import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

export interface LoopbackService {
  /** `http://127.0.0.1:4810` */
  url: string;
  stop(): Promise<void>;
}

/** 0 takes any free port; `name` is how errors call what could not be served. Throws in plain words when the port cannot be had. */
export async function serveOnLoopback(
  app: { fetch(request: Request): Promise<Response> | Response },
  { name, port }: { name: string; port: number },
): Promise<LoopbackService> {
  const server = createAdaptorServer({
    fetch: (request) =>
      isNamedLoopback(request) ? app.fetch(request) : new Response(`${name} answers on 127.0.0.1 only.\n`, { status: 421 }),
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', (cause: NodeJS.ErrnoException) => reject(cannotListen({ name, port }, cause)));
  server.listen(port, '127.0.0.1', resolve);
  await listening;
  // A server that listens on a port has an AddressInfo; the other forms are for pipes.
  const address = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${address.port}`, stop: () => closed(server) };
}

/**
 * A web page elsewhere may point a host name of its own at 127.0.0.1 and read from here in the visitor's browser (DNS rebinding). Such a request
 * carries that name in its Host header, so only the loopback's own names are answered.
 */
function isNamedLoopback(request: Request): boolean {
  return ['127.0.0.1', 'localhost'].includes(new URL(request.url).hostname);
}

function cannotListen({ name, port }: { name: string; port: number }, cause: NodeJS.ErrnoException): Error {
  if (cause.code === 'EADDRINUSE') {
    return new Error(`Port ${port} is in use, perhaps by a Fencewatch that already runs. Stop that program or choose another port.`, {
      cause,
    });
  }
  if (cause.code === 'EACCES') return new Error(`Port ${port} may not be opened by this user. Choose one above 1023.`, { cause });
  return new Error(`${name} could not listen on port ${port}: ${cause.message}`, { cause });
}

function closed(server: ReturnType<typeof createAdaptorServer>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.close((error) => (error ? reject(error) : resolve()));
  // Browsers keep connections open for minutes, and a stop that waits for them looks like a hang.
  if ('closeAllConnections' in server) server.closeAllConnections();
  return promise;
}
