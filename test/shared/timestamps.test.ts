import { buffer } from 'node:stream/consumers';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { checkTimestamp } from '../../shared/evidence/timestamp.ts';
import { createTimestamps } from '../../shared/timestamps.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';
import { createTimestampAuthority, type TimestampAuthority } from '../support/timestamp-authority.ts';

const manifest = new TextEncoder().encode('{}');
const opened: LoopbackServer[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.stop()));
});

function asking(addresses: readonly string[]) {
  return createTimestamps({ addresses, userAgent: 'Fencewatch/0.1.0', allowedPrivateNetworks: ['127.0.0.0/8'], timeoutMs: 1000 });
}

describe('asking for a timestamp', () => {
  let authority: TimestampAuthority;
  beforeAll(async () => {
    authority = await createTimestampAuthority();
  });

  async function serve(status = 200, answerOf = (request: Uint8Array) => authority.answer(request)): Promise<string> {
    const server = await startLoopbackServer((request, response) => {
      buffer(request)
        .then(answerOf)
        .then(
          (answer) => response.writeHead(status, { 'content-type': 'application/timestamp-reply' }).end(answer),
          () => response.destroy(),
        );
    });
    opened.push(server);
    return server.url('/tsa');
  }

  it('brings back one that holds, from the first authority that gives one', async () => {
    const down = await serve(503);
    const silent = await serve(200, () => new Promise(() => {}));
    const stamp = await asking([down, silent, await serve()])(manifest);
    if (!(stamp instanceof Uint8Array)) throw new Error('The third gives one');
    expect(await checkTimestamp(stamp, manifest)).toMatchObject({ authority: 'Example TSA' });
  });

  it('says why nobody gave one', async () => {
    const odd = await serve(200, async () => new Uint8Array(9));
    const refusing = await serve(200, async () => authority.refuse());
    const answer = await asking([await serve(503), odd, refusing])(manifest);
    expect(answer).toEqual({ why: expect.stringMatching(/HTTP 503; .*; .*gave no timestamp \(status 2\)$/s) });
  });

  it('asks nobody where none is configured', async () => {
    expect(await asking([])(manifest)).toBeUndefined();
  });
});
