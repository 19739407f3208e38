/** The check API on one machine: the very app of functions/check behind an HTTP server that nobody else can reach. */

import { wireCheckApi } from '../functions/check/wiring.ts';
import { createDynamoClient } from '../shared/aws/clients.ts';
import { type ConsoleOptions, clientSettings } from './console-server.ts';
import { type LoopbackService, serveOnLoopback } from './serve-on-loopback.ts';

/** As startConsole does. */
export async function startCheckApi({ port, environment, report }: Omit<ConsoleOptions, 'deadLetters'>): Promise<LoopbackService> {
  const client = createDynamoClient(clientSettings(environment, 'DYNAMODB'));
  try {
    const server = await serveOnLoopback(wireCheckApi({ environment, client, report }), { name: 'The check API', port });
    return {
      url: server.url,
      async stop() {
        await server.stop();
        client.destroy();
      },
    };
  } catch (error) {
    client.destroy();
    throw error;
  }
}
