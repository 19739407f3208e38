import type { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import {
  type MetricDefinition,
  type MetricName,
  metricDefinitions,
  metricNamespace,
  metricService,
} from '../shared/aws/metric-definitions.ts';
import { stageOf } from './stage.ts';

export interface DomainMetricOptions {
  period: Duration;
  /** A Source's id; without it what all of them have together. */
  source?: string;
  /** What a legend calls it. */
  label?: string;
}

/** A metric that functions count (shared/aws/metrics.ts), of the stage that `scope` belongs to: counts are added up, of levels the highest is taken. */
export function domainMetric(scope: Construct, metricName: MetricName, { period, source, label }: DomainMetricOptions): Metric {
  const { kind }: MetricDefinition = metricDefinitions[metricName];
  return new Metric({
    namespace: metricNamespace,
    metricName,
    dimensionsMap: { service: metricService, stage: stageOf(scope).name, ...(source !== undefined && { source }) },
    statistic: kind === 'count' ? Stats.SUM : Stats.MAXIMUM,
    period,
    ...(label !== undefined && { label }),
  });
}
