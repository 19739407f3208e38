/** Calls a handler of functions/ in this process as Lambda does. The batches of a queue come from map-queue.ts. */

import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';

/** A handler of functions/, as Lambda calls it: it answers with a promise. */
export type LambdaHandler<Event> = (event: Event, context: Context) => Promise<unknown>;

/**
 * Calls a handler with an event once, as EventBridge Scheduler or a console user would, and returns what it answers.
 * Throws what the handler throws, or an error when it takes longer than its timeout; the handler is not stopped then, as nothing can stop it.
 */
export async function invoke<Event>(
  handler: LambdaHandler<Event>,
  event: Event,
  { name = 'function', timeoutSeconds: seconds = 900 }: { name?: string; timeoutSeconds?: number } = {},
): Promise<unknown> {
  const timeout = Promise.withResolvers<never>();
  const timer = setTimeout(() => timeout.reject(new Error(`${name} took longer than its ${seconds} s`)), seconds * 1000);
  try {
    // Lambda hands events over as JSON: nothing of the caller's own objects reaches the handler.
    const received: Event = JSON.parse(JSON.stringify(event));
    return await Promise.race([handler(received, contextOf(name, seconds)), timeout.promise]);
  } finally {
    clearTimeout(timer);
  }
}

function contextOf(name: string, seconds: number): Context {
  const endsAt = Date.now() + seconds * 1000;
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-west-2:000000000000:function:${name}`,
    memoryLimitInMB: '1024',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, endsAt - Date.now()),
    // Of Lambda's callback style, which no handler here uses.
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
}
