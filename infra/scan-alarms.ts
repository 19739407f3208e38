import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { scanClosedMessage } from '../shared/aws/scan-log.ts';
import { patienceMinutes } from '../shared/domain/source-health.ts';
import type { Source } from '../shared/sources/source.ts';
import type { MonitorFunction } from './monitor-function.ts';
import { OperatorAlarm } from './operator-alarm.ts';

const namespace = 'Fencewatch';
/** CloudWatch looks back over whole periods. */
const period = Duration.hours(1);

export interface ScanAlarmsProps {
  sources: readonly Source[];
  /** The functions that close Scans and say so in their log. */
  closers: readonly MonitorFunction[];
}

/**
 * Tells a person that a Source is not seen. The figures are counted from the log line of each Scan that closed, so a schedule that does not fire
 * and a function that dies raise the alarm as a block page does.
 */
export class ScanAlarms extends Construct {
  constructor(scope: Construct, id: string, { sources, closers }: ScanAlarmsProps) {
    super(scope, id);
    for (const closer of closers) {
      this.count(closer, 'HealthyScans', '$.healthy');
      this.count(closer, 'BlockedScans', '$.blocked');
    }
    for (const source of sources.filter(({ enabled }) => enabled)) this.watch(source);
  }

  private count(closer: MonitorFunction, metricName: string, metricValue: string): void {
    new MetricFilter(this, `${closer.node.scope?.node.id ?? ''}${metricName}`, {
      logGroup: closer.logGroup,
      metricNamespace: namespace,
      metricName,
      metricValue,
      dimensions: { Source: '$.source' },
      filterPattern: FilterPattern.stringValue('$.message', '=', scanClosedMessage),
    });
  }

  private watch({ id, name, schedule: { everyMinutes } }: Source): void {
    const metric = (metricName: string) =>
      new Metric({ namespace, metricName, dimensionsMap: { Source: id }, statistic: Stats.SUM, period });
    const hours = Math.ceil(patienceMinutes(everyMinutes) / 60);
    new OperatorAlarm(this, `${id}-not-seen`, {
      says: `${name} has had no healthy scan for ${hours} hours: stolen phones offered there are not found, and nothing there is known to be gone. The page Scans says why.`,
      section: 'A source that is not seen',
      metric: metric('HealthyScans'),
      evaluationPeriods: hours,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
    new OperatorAlarm(this, `${id}-blocked`, {
      says: `${name} turns us away. Fencewatch leaves it alone and tries again later, each time after a longer rest; it never gets round a block.`,
      section: 'A source that is not seen',
      metric: metric('BlockedScans'),
    });
  }
}
