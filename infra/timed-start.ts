import { Duration, Stack } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ScheduleTargetInput, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { MonitorFunction } from './monitor-function.ts';

export interface TimedStartProps {
  starts: MonitorFunction;
  /** Takes the events that could not be handed to the function. */
  deadLetters: Queue;
}

/** How schedules start a function. The role is its own: the one that CDK makes may start every version of the function, which is a wildcard. */
export class TimedStart extends Construct {
  private readonly starts: MonitorFunction;
  private readonly deadLetters: Queue;
  private readonly role: Role;

  constructor(scope: Construct, id: string, { starts, deadLetters }: TimedStartProps) {
    super(scope, id);
    this.starts = starts;
    this.deadLetters = deadLetters;
    const stack = Stack.of(this);
    const ofGroup = stack.formatArn({ service: 'scheduler', resource: 'schedule-group', resourceName: 'default' });
    this.role = new Role(this, 'Role', {
      // Of this account's schedules: another account's could otherwise ask the service to act for it.
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account, 'aws:SourceArn': ofGroup } },
      }),
    });
    Grant.addToPrincipal({ grantee: this.role, actions: ['lambda:InvokeFunction'], resourceArns: [starts.functionArn] });
    Grant.addToPrincipal({ grantee: this.role, actions: ['sqs:SendMessage'], resourceArns: [deadLetters.queueArn] });
  }

  /** An event older than the interval is let go, since the next one does its work. EventBridge takes a minute at least and a day at most. */
  every(interval: Duration, input: ScheduleTargetInput): LambdaInvoke {
    return new LambdaInvoke(this.starts, {
      input,
      role: this.role.withoutPolicyUpdates(),
      deadLetterQueue: this.deadLetters,
      maxEventAge: interval,
      retryAttempts: 3,
    });
  }
}

/**
 * How late a schedule may be: a quarter of its interval, and of an hour at most. Nothing hangs on the minute, and many clocks that strike together are a
 * crowd, in the account and at a platform. What strikes every minute has no time to be late.
 */
export function windowOf(interval: Duration): TimeWindow {
  const minutes = Math.min(15, Math.floor(interval.toMinutes() / 4));
  return minutes < 1 ? TimeWindow.off() : TimeWindow.flexible(Duration.minutes(minutes));
}
