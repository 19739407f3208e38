import { Duration } from 'aws-cdk-lib';
import { ContextAttribute, Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { Source } from '../shared/sources/source.ts';
import type { MonitorFunction } from './monitor-function.ts';
import { TimedStart, windowOf } from './timed-start.ts';

export interface SourceSchedulesProps {
  sources: readonly Source[];
  openScan: MonitorFunction;
  /** Takes the events that could not be handed to the function. */
  deadLetters: Queue;
}

/** One schedule for each enabled Source. The scheduled time names the Scan, so an event that comes twice opens one. */
export class SourceSchedules extends Construct {
  constructor(scope: Construct, id: string, { sources, openScan, deadLetters }: SourceSchedulesProps) {
    super(scope, id);
    const start = new TimedStart(this, 'Start', { starts: openScan, deadLetters });
    for (const source of sources.filter(({ enabled }) => enabled)) {
      const interval = Duration.minutes(source.schedule.everyMinutes);
      new Schedule(this, source.id, {
        description: `Opens a scan of ${source.name} (${source.access.basis})`,
        schedule: ScheduleExpression.rate(interval),
        timeWindow: windowOf(interval),
        target: start.every(interval, ScheduleTargetInput.fromObject({ source: source.id, scheduledAt: ContextAttribute.scheduledTime })),
      });
    }
  }
}
