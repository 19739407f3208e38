import { createServer, type RequestListener, type Server } from 'node:http';

export interface LoopbackServer {
  /** `127.0.0.1:PORT`. */
  host: string;
  url(path: string): string;
  /** Paths in the order in which they were asked for. */
  requests: string[];
  stop(): Promise<void>;
}

/** A real HTTP server on loopback whose answers a test writes itself. */
export async function startLoopbackServer(answer: RequestListener): Promise<LoopbackServer> {
  const requests: string[] = [];
  const server: Server = createServer((request, response) => {
    requests.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const host = `127.0.0.1:${address.port}`;
  return {
    host,
    url: (path) => `http://${host}${path}`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
