import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FrontDoor, openFrontDoor } from '../../rehearsal/front-door.ts';
import { type LoopbackServer, startLoopbackServer } from '../support/loopback-server.ts';

let behind: LoopbackServer;
let door: FrontDoor;

beforeAll(async () => {
  behind = await startLoopbackServer((request, response) => {
    request.resume();
    request.on('end', () => response.end(String(request.headers['x-forwarded-proto'])));
  });
  door = await openFrontDoor({ port: 0, emulatorPort: Number(new URL(behind.url('/')).port) });
});

afterAll(async () => {
  await door.close();
  await behind.stop();
});

const byAFunction = 'AWS4-HMAC-SHA256 Credential=ASIA0123456789ABCDEF/20261128/eu-west-2/dynamodb/aws4_request';
const byAnOperator = 'AWS4-HMAC-SHA256 Credential=rehearsal/20261128/eu-west-2/dynamodb/aws4_request';

function ask(body: object, { authorization = byAFunction, target = 'DynamoDB_20120810.GetItem' } = {}): Promise<Response> {
  const headers = { 'x-amz-target': target, authorization };
  return fetch(`${door.url}/path?a=1`, { method: 'POST', headers, body: JSON.stringify(body) });
}

describe('the front door', () => {
  test('passes on what comes, and says that it came over TLS', async () => {
    const response = await ask({ TableName: 'cases' });
    expect([response.status, await response.text(), behind.requests]).toEqual([200, 'https', ['/path?a=1']]);
  });

  test('turns functions away from a throttled table as DynamoDB does, until it is lifted', async () => {
    const throttling = door.throttle('listings');
    const refused = await ask({ TableName: 'listings' });
    expect([refused.status, await refused.json()]).toEqual([
      400,
      expect.objectContaining({ __type: expect.stringMatching(/#ProvisionedThroughputExceededException$/) }),
    ]);
    expect((await ask({ RequestItems: { cases: [], listings: [] } })).status).toBe(400);
    throttling.lift();
    expect((await ask({ TableName: 'listings' })).status).toBe(200);
    expect(throttling.turnedAway()).toBe(2);
  });

  test('turns away nobody else, and from no other table', async () => {
    const throttling = door.throttle('listings');
    const answers = await Promise.all([
      ask({ TableName: 'listings' }, { authorization: byAnOperator }),
      ask({ TableName: 'cases' }),
      ask({ RequestItems: { cases: [] } }),
      ask({ TableName: 'listings' }, { target: 'AmazonSQS.SendMessage' }),
    ]);
    throttling.lift();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(throttling.turnedAway()).toBe(0);
  });
});
