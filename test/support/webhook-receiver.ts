/** A platform's endpoint on loopback, which answers as it is told and remembers what it was sent. */

import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { startLoopbackServer } from './loopback-server.ts';

export interface WebhookReceiver {
  url: string;
  received: { body: string; headers: IncomingHttpHeaders }[];
  stop(): Promise<void>;
}

export async function startWebhookReceiver(answer: (response: ServerResponse) => void): Promise<WebhookReceiver> {
  const received: WebhookReceiver['received'] = [];
  const server = await startLoopbackServer((request, response) => {
    text(request).then(
      (body) => {
        received.push({ body, headers: request.headers });
        answer(response);
      },
      () => response.destroy(),
    );
  });
  return { url: server.url('/notices'), received, stop: server.stop };
}
