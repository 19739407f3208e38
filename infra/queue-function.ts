import { Duration, Validations } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { queueAddressKeys } from '../shared/aws/queue-addresses.ts';
import {
  type QueueDefinition,
  type QueueName,
  queues,
  receivesBeforeRedrive,
  timeoutSeconds,
  visibilitySeconds,
} from '../shared/aws/resources.ts';
import { DeadLetters, LONGEST_RETENTION, protectedQueue } from './dead-letters.ts';
import { MonitorFunction, type MonitorFunctionProps } from './monitor-function.ts';
import { OperatorAlarm } from './operator-alarm.ts';

export interface QueueFunctionProps extends Omit<MonitorFunctionProps, 'folder' | 'timeoutSeconds' | 'deadLetterQueue'> {
  /** Of functions/; the queue's name when left out. */
  folder?: string;
  /** Of shared/aws/resources.ts; the folder of functions/ has the same name. */
  queue: QueueName;
  /** Batches worked on at the same time, at least 2: bounds the bill and the load on the tables. Hosts are paced one by one whatever this says. */
  mostAtOnce: number;
  /** How long every message waits on the queue before it is handed out; at once when left out. */
  delaySeconds?: number;
}

/** A Lambda fed by a queue: what fails for good waits in the dead-letter queue, and somebody is told of it. All times follow from the queue's definition. */
export class QueueFunction extends Construct {
  readonly function: MonitorFunction;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { queue: name, mostAtOnce, delaySeconds = 0, folder = name, ...options }: QueueFunctionProps) {
    super(scope, id);
    const definition: QueueDefinition = queues[name];
    this.deadLetters = new DeadLetters(this, 'DeadLetters', { fifo: definition.fifo, what: `Messages of the queue ${name}` });
    this.queue = new Queue(this, 'Queue', {
      ...protectedQueue(definition),
      // As long as its dead letters: a queue that stands still for a weekend loses nothing.
      retentionPeriod: LONGEST_RETENTION,
      visibilityTimeout: Duration.seconds(visibilitySeconds(definition)),
      ...(delaySeconds > 0 && { deliveryDelay: Duration.seconds(delaySeconds) }),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: receivesBeforeRedrive(definition) },
    });
    this.function = new MonitorFunction(this, 'Function', { ...options, folder, timeoutSeconds: timeoutSeconds(definition) });
    this.function.addEventSource(
      new SqsEventSource(this.queue, { batchSize: definition.batchSize, reportBatchItemFailures: true, maxConcurrency: mostAtOnce }),
    );
    // Its own queue's address to hide a message for longer, its dead letters' to park one with the reason.
    this.function.set(queueAddressKeys[name].url, this.queue.queueUrl).sendsTo(queueAddressKeys[name].deadLetterUrl, this.deadLetters);
    this.alarms(name);
    this.acknowledge();
  }

  private alarms(name: QueueName): void {
    new OperatorAlarm(this, 'OldMessages', {
      says: `Messages of the queue ${name} have waited for more than six hours: it fills faster than it is worked off, and what they are about is late.`,
      section: 'A queue that fills',
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(15), statistic: 'Maximum' }),
      threshold: Duration.hours(6).toSeconds(),
      evaluationPeriods: 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
    });
  }

  private acknowledge(): void {
    Validations.of(this.function).acknowledge(
      {
        id: 'Serverless-LambdaDLQ',
        reason: 'Fed by a queue, never invoked asynchronously: what fails goes to the dead-letter queue of the queue.',
      },
      {
        id: 'Serverless-LambdaEventSourceMappingDestination',
        reason: 'Lambda has failure destinations for streams; a message of SQS stays on its queue and is moved by the redrive policy.',
      },
    );
  }
}
