/** SES on loopback, which answers as it is told and remembers what it was asked to send. */

import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { startLoopbackServer } from './loopback-server.ts';

export type MailAnswer = 'taken' | 'silent' | 'cut off' | { error: string; status: number; date?: Date };

export interface MailReceiver {
  url: string;
  received: Record<string, unknown>[];
  stop(): Promise<void>;
}

export async function startMailReceiver(answer: MailAnswer): Promise<MailReceiver> {
  const received: MailReceiver['received'] = [];
  const server = await startLoopbackServer((request, response) => {
    text(request).then(
      (body) => {
        received.push(z.record(z.string(), z.unknown()).parse(JSON.parse(body)));
        if (answer === 'cut off') response.destroy();
        else if (answer === 'taken') response.writeHead(200, { 'content-type': 'application/json' }).end('{"MessageId":"0100-1"}');
        else if (answer !== 'silent') {
          const { error, status, date = new Date() } = answer;
          response.writeHead(status, { 'content-type': 'application/json', 'x-amzn-errortype': error, date: date.toUTCString() });
          response.end(JSON.stringify({ message: `said by the test: ${error}` }));
        }
      },
      () => response.destroy(),
    );
  });
  return { url: server.url(''), received, stop: server.stop };
}
