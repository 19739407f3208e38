import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { queueAddressKeys } from '../shared/aws/queue-addresses.ts';
import { type QueueDefinition, type QueueName, queues, timeoutSeconds, visibilitySeconds } from '../shared/aws/resources.ts';
import { MonitorFunction, type MonitorFunctionProps } from './monitor-function.ts';

export interface QueueFunctionProps extends Omit<MonitorFunctionProps, 'folder' | 'timeoutSeconds' | 'deadLetterQueue'> {
  /** Of functions/; the queue's name when left out. */
  folder?: string;
  /** Of shared/aws/resources.ts; the folder of functions/ has the same name. */
  queue: QueueName;
  /** Batches worked on at the same time, at least 2: bounds the bill and the load on the tables. Hosts are paced one by one whatever this says. */
  mostAtOnce: number;
}

/** SQS keeps a message for at most 14 days: as long as possible for people to look at what was parked. */
const LONGEST_RETENTION = Duration.days(14);

/** A Lambda fed by a queue: what fails for good waits in the dead-letter queue, and somebody is told of it. All times follow from the queue's definition. */
export class QueueFunction extends Construct {
  readonly function: MonitorFunction;
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { queue: name, mostAtOnce, folder = name, ...options }: QueueFunctionProps) {
    super(scope, id);
    const definition: QueueDefinition = queues[name];
    this.deadLetters = new Queue(this, 'DeadLetters', { ...protectedQueue(definition), retentionPeriod: LONGEST_RETENTION });
    this.queue = new Queue(this, 'Queue', {
      ...protectedQueue(definition),
      // As long as its dead letters: a queue that stands still for a weekend loses nothing.
      retentionPeriod: LONGEST_RETENTION,
      visibilityTimeout: Duration.seconds(visibilitySeconds(definition)),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: definition.maxReceives },
    });
    this.function = new MonitorFunction(this, 'Function', { ...options, folder, timeoutSeconds: timeoutSeconds(definition) });
    this.function.addEventSource(
      new SqsEventSource(this.queue, { batchSize: definition.batchSize, reportBatchItemFailures: true, maxConcurrency: mostAtOnce }),
    );
    // Its own queue's address to hide a message for longer, its dead letters' to park one with the reason.
    this.function.set(queueAddressKeys[name].url, this.queue.queueUrl).sendsTo(queueAddressKeys[name].deadLetterUrl, this.deadLetters);
    this.alarms();
  }

  private alarms(): void {
    new Alarm(this, 'ParkedMessages', {
      alarmDescription: 'Messages could not be worked on and wait in the dead-letter queue with their reason.',
      metric: this.deadLetters.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    new Alarm(this, 'OldMessages', {
      alarmDescription: 'Messages have waited for more than six hours: the queue fills faster than it is worked off.',
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(15), statistic: 'Maximum' }),
      threshold: Duration.hours(6).toSeconds(),
      evaluationPeriods: 2,
      comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
  }
}

function protectedQueue({ fifo }: QueueDefinition): QueueProps {
  return { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...(fifo && { fifo, contentBasedDeduplication: true }) };
}
