import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { domainMetric } from './domain-metric.ts';
import { OperatorAlarm } from './operator-alarm.ts';

const MOST_DAYS_UNDECIDED = 3;

/** Tells a person that work does not reach the officers, or stays with them. */
export class DeskAlarms extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    new OperatorAlarm(this, 'NoCase', {
      says: 'No case has been opened for 24 hours though listings were read: either nothing stolen is offered, or listings are no longer compared with records.',
      section: 'No case though listings are read',
      // Functions count a zero for each listing that they read, so a quarter of a day without reading is no quarter without a case.
      metric: domainMetric(this, 'CasesOpened', { period: Duration.hours(6) }),
      evaluationPeriods: 4,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    });
    new OperatorAlarm(this, 'ClientHeld', {
      says: 'A client of the check API is held: it asked as somebody does who goes through numbers, and is answered nothing until a person has looked.',
      section: 'A client that is held',
      metric: domainMetric(this, 'CheckClientsHeld', { period: Duration.hours(1) }),
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
