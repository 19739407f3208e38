import { Duration } from 'aws-cdk-lib';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { type ClockName, clocks } from '../shared/aws/resources.ts';
import { DeadLetters } from './dead-letters.ts';
import { MonitorFunction, type MonitorFunctionProps } from './monitor-function.ts';
import { TimedStart, windowOf } from './timed-start.ts';

export interface ClockFunctionProps extends Pick<MonitorFunctionProps, 'description' | 'memoryMb' | 'files' | 'environmentEncryption'> {
  /** Of shared/aws/resources.ts; the folder of functions/ has the same name. */
  clock: ClockName;
  timeoutSeconds: number;
}

/** A Lambda that a clock starts. Each run does what the one before left, so an event that failed three times is only kept to be looked at. */
export class ClockFunction extends Construct {
  readonly function: MonitorFunction;

  constructor(scope: Construct, id: string, { clock, ...options }: ClockFunctionProps) {
    super(scope, id);
    const interval = Duration.minutes(clocks[clock].everyMinutes);
    const deadLetters = new DeadLetters(this, 'DeadLetters', { what: `Runs of ${clock}` });
    this.function = new MonitorFunction(this, 'Function', { ...options, folder: clock, deadLetterQueue: deadLetters });
    new Schedule(this, 'Schedule', {
      description: options.description,
      schedule: ScheduleExpression.rate(interval),
      timeWindow: windowOf(interval),
      target: new TimedStart(this, 'Start', { starts: this.function, deadLetters }).every(
        interval,
        ScheduleTargetInput.fromObject({ scheduledAt: ContextAttribute.scheduledTime }),
      ),
    });
  }
}
