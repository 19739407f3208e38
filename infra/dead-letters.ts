import { Duration, Validations } from 'aws-cdk-lib';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { OperatorAlarm } from './operator-alarm.ts';

/** SQS keeps a message for at most 14 days: as long as possible for people to look at what was parked. */
export const LONGEST_RETENTION = Duration.days(14);

export interface DeadLettersProps {
  fifo?: boolean;
  /** What waits here, for the person on call: "Messages of the queue scan". */
  what: string;
}

/** Where a message waits that cannot be worked on, until a person has looked at it. */
export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, { fifo = false, what }: DeadLettersProps) {
    super(scope, id, { ...protectedQueue({ fifo }), retentionPeriod: LONGEST_RETENTION });
    Validations.of(this).acknowledge({
      id: 'Serverless-SQSRedrivePolicy',
      reason: 'This is a dead-letter queue: nothing receives from it by itself, and an alarm watches it.',
    });
    new OperatorAlarm(this, 'Parked', {
      says: `${what} could not be worked on and wait with their reason. Nothing is lost for fourteen days.`,
      section: 'Dead letters',
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
    });
  }
}

/** Encrypted, and closed to whoever comes without TLS. */
export function protectedQueue({ fifo }: { fifo: boolean }): QueueProps {
  return { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true, ...(fifo && { fifo, contentBasedDeduplication: true }) };
}
