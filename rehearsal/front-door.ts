/**
 * The door by which everything comes to the emulator, the deployed functions too. It says of each request that it came over TLS, as what ends TLS in
 * front of a server does: policies of the stack refuse what does not. And it can throttle a table, as DynamoDB does.
 */

import { Agent, request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export interface FrontDoor {
  url: string;
  /** Turns functions away from a table, and nobody else, until it is lifted. */
  throttle(table: string): Throttling;
  close(): Promise<void>;
}

export interface Throttling {
  /** Requests that were turned away so far. */
  turnedAway(): number;
  lift(): void;
}

/** Credentials that a role was given for a time begin so, those of an operator do not (IAM user guide, "Unique identifiers"). */
const byARole = /Credential=ASIA/;

/** Listens on `port` of loopback, on any free one for 0, and passes on to the emulator's. */
export async function openFrontDoor({ port, emulatorPort }: { port: number; emulatorPort: number }): Promise<FrontDoor> {
  const agent = new Agent({ keepAlive: true });
  const throttled = new Map<string, number>();

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  server.listen(port, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (throttled.size === 0 || !isByAFunctionToDynamo(request)) return passOn(request, response);
    const body = Buffer.concat(await request.toArray());
    const table = tablesOf(body).find((name) => throttled.has(name));
    if (table === undefined) return passOn(request, response, body);
    throttled.set(table, (throttled.get(table) ?? 0) + 1);
    response.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(refusal));
  }

  function passOn(request: IncomingMessage, response: ServerResponse, body?: Buffer): void {
    const { method, url: path, headers } = request;
    const onwards = ask(
      { host: '127.0.0.1', port: emulatorPort, agent, method, path, headers: { ...headers, 'x-forwarded-proto': 'https' } },
      (answered) => {
        response.writeHead(answered.statusCode ?? 502, answered.rawHeaders);
        answered.pipe(response);
      },
    );
    onwards.on('error', (error) => response.destroy(error));
    if (body === undefined) request.pipe(onwards);
    else onwards.end(body);
  }

  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The front door has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    throttle(table) {
      throttled.set(table, 0);
      let refused = 0;
      return {
        turnedAway: () => throttled.get(table) ?? refused,
        lift() {
          refused = throttled.get(table) ?? refused;
          throttled.delete(table);
        },
      };
    },
    async close() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** As DynamoDB says it (API reference, "Common errors"). */
const refusal = {
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
};

function isByAFunctionToDynamo({ headers }: IncomingMessage): boolean {
  return String(headers['x-amz-target']).startsWith('DynamoDB_20120810.') && byARole.test(headers.authorization ?? '');
}

/** Of one item, of a query, or of a batch. */
function tablesOf(body: Buffer): string[] {
  const { TableName, RequestItems = {} }: { TableName?: string; RequestItems?: object } = JSON.parse(body.toString());
  return TableName === undefined ? Object.keys(RequestItems) : [TableName];
}
