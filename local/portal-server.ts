/** The portal of platforms on one machine: the very app of functions/portal on a port of its own, so that no address of it leads to the console. */

import { wirePortal } from '../functions/portal/wiring.ts';
import { createDynamoClient, createS3Client } from '../shared/aws/clients.ts';
import { clientSettings } from './console-server.ts';
import { type LoopbackService, serveOnLoopback } from './serve-on-loopback.ts';

export interface PortalOptions {
  /** 0 takes any free port. */
  port: number;
  /** Tables, keys, and the addresses and credentials of the embedded services. */
  environment: Record<string, string | undefined>;
  report(error: unknown): void;
}

/** Starts the portal on the loopback address. Throws in plain words when the port is taken or the environment is incomplete. */
export async function startPortal({ port, environment, report }: PortalOptions): Promise<LoopbackService> {
  const client = createDynamoClient(clientSettings(environment, 'DYNAMODB'));
  const s3 = createS3Client(clientSettings(environment, 'S3'));
  const release = () => [client, s3].forEach((each) => void each.destroy());
  try {
    const server = await serveOnLoopback(wirePortal({ environment, client, s3, report }), { name: 'The portal', port });
    return {
      url: server.url,
      async stop() {
        await server.stop();
        release();
      },
    };
  } catch (error) {
    release();
    throw error;
  }
}
