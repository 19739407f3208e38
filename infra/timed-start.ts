import { type Duration, Stack } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
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
