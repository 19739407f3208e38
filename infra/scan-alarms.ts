import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { patienceMinutes } from '../shared/domain/source-health.ts';
import type { Source } from '../shared/sources/source.ts';
import { domainMetric } from './domain-metric.ts';
import { OperatorAlarm } from './operator-alarm.ts';

const hour = Duration.hours(1);
const section = 'A source that is not seen';

/**
 * Tells a person that a Source is not seen. Functions count each Scan that closed; where nothing is counted, "not seen" goes off too, so a schedule that
 * does not fire and a function that dies raise the alarm as a block page does.
 */
export class ScanAlarms extends Construct {
  constructor(scope: Construct, id: string, { sources }: { sources: readonly Source[] }) {
    super(scope, id);
    for (const source of sources.filter(({ enabled }) => enabled)) this.watch(source);
  }

  private watch({ id, name, schedule: { everyMinutes } }: Source): void {
    const hours = Math.ceil(patienceMinutes(everyMinutes) / 60);
    new OperatorAlarm(this, `${id}-not-seen`, {
      says: `${name} has had no healthy scan for ${hours} hours: stolen phones offered there are not found, and nothing there is known to be gone. The page Scans says why.`,
      section,
      metric: domainMetric(this, 'HealthyScans', { source: id, period: hour }),
      evaluationPeriods: hours,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
    new OperatorAlarm(this, `${id}-blind`, {
      says: `${name} has been blind for two scans: pages come, but no listing can be read in them. The site may have changed, or shows a wall that is not recognised.`,
      section,
      // The lowest of an interval: 1 when all its scans were blind. Intervals without a scan are passed over, so these are the last two scans.
      metric: domainMetric(this, 'BlindScans', { source: id, period: Duration.minutes(everyMinutes) }).with({ statistic: Stats.MINIMUM }),
      evaluationPeriods: 2,
      treatMissingData: TreatMissingData.IGNORE,
    });
    new OperatorAlarm(this, `${id}-blocked`, {
      says: `${name} turns us away. Fencewatch leaves it alone and tries again later, each time after a longer rest; it never gets round a block.`,
      section,
      metric: domainMetric(this, 'BlockedScans', { source: id, period: hour }),
    });
  }
}
