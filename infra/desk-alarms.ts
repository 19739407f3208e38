import { Duration } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { domainMetric } from './domain-metric.ts';
import { OperatorAlarm } from './operator-alarm.ts';

/** With fewer, a day without a case is an ordinary day. */
const ENOUGH_LISTINGS = 500;
const MOST_DAYS_UNDECIDED = 3;

/** Tells a person that work does not reach the officers, or stays with them. */
export class DeskAlarms extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const day = Duration.days(1);
    new OperatorAlarm(this, 'NoCase', {
      says: `No case has been opened for 24 hours though more than ${ENOUGH_LISTINGS} listings were read: either nothing stolen is offered, or listings are no longer compared with records.`,
      section: 'No case though listings are read',
      metric: new MathExpression({
        expression: `IF(FILL(read, 0) > ${ENOUGH_LISTINGS} AND FILL(opened, 0) < 1, 1, 0)`,
        usingMetrics: {
          read: domainMetric(this, 'ListingsRead', { period: day }),
          opened: domainMetric(this, 'CasesOpened', { period: day }),
        },
        label: 'A day of reading without a case',
        period: day,
      }),
    });
    new OperatorAlarm(this, 'OldCase', {
      says: `The oldest undecided case has waited for more than ${MOST_DAYS_UNDECIDED} days: what was found is not acted on, and the listing may be gone by now.`,
      section: 'A case that waits too long',
      metric: domainMetric(this, 'OldestUndecidedCaseHours', { period: Duration.hours(1) }),
      threshold: MOST_DAYS_UNDECIDED * 24,
      evaluationPeriods: 2,
    });
  }
}
