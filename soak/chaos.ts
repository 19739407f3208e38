/** What goes wrong between our code and AWS: calls that are throttled, and functions that die before or after any write. */

import { AsyncLocalStorage } from 'node:async_hooks';
import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Random } from '../local/sample/random.ts';

export interface ChaosOptions {
  random: Random;
  /** Of each call. */
  chanceOfThrottle: number;
  /** Of each write, half of them before and half of them after it is done. */
  chanceOfCrash: number;
}

/** A function that died: nothing of this invocation goes out any more, and nobody hears of it. */
class Crashed extends Error {
  override name = 'Crashed';
}

export type Chaos = ReturnType<typeof createChaos>;

export function createChaos({ random, chanceOfThrottle, chanceOfCrash }: ChaosOptions) {
  const counts = { throttled: 0, crashes: 0 };
  /** Of the invocation that a call belongs to; others go on while one dies. */
  const invocation = new AsyncLocalStorage<{ isDead: boolean }>();
  let isOn = true;

  async function befall<Result>(name: string, call: () => Promise<Result>): Promise<Result> {
    const its = invocation.getStore();
    if (its?.isDead) throw new Crashed('The function is dead');
    if (!isOn || its === undefined) return call();
    const isWrite = /^(?:Put|Update|Delete|BatchWrite|TransactWrite|Send|ChangeMessage)/.test(name);
    if (isWrite && random.chance(chanceOfCrash)) {
      const done = random.chance(0.5);
      if (done) await call();
      its.isDead = true;
      counts.crashes += 1;
      throw new Crashed(`Died ${done ? 'after' : 'before'} ${name}`);
    }
    if (random.chance(chanceOfThrottle)) {
      counts.throttled += 1;
      throw throttling();
    }
    return call();
  }

  /** From now on what this client is asked for may go wrong, behind the SDK's own repeats. */
  function upset(client: DynamoDBDocumentClient | S3Client | SQSClient): void {
    // Of three kinds of client, each with its own types; the middleware looks at none of them.
    const { middlewareStack } = client as S3Client;
    middlewareStack.add((next, context) => (call) => befall(context.commandName ?? '', () => next(call)), {
      step: 'initialize',
      name: 'chaos',
    });
  }

  /** Runs one invocation. Undefined when it died on the way: then nothing it would have answered counts. */
  async function invoke<Answer>(work: () => Promise<Answer>): Promise<Answer | undefined> {
    const its = { isDead: false };
    return invocation.run(its, async () => {
      try {
        const answer = await work();
        return its.isDead ? undefined : answer;
      } catch (error) {
        if (its.isDead) return undefined;
        throw error;
      }
    });
  }

  return {
    counts,
    upset,
    invoke,
    calm() {
      isOn = false;
    },
  };
}

function throttling(): DynamoDBServiceException {
  return new DynamoDBServiceException({
    name: 'ProvisionedThroughputExceededException',
    message: 'The level of configured provisioned throughput for the table was exceeded',
    $fault: 'client',
    $metadata: {},
  });
}
