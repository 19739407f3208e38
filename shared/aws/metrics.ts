/** Counts of the work for CloudWatch, in its embedded metric format: a JSON line in the log, so that counting asks nothing of the network. */

import { MetricUnit, Metrics as PowertoolsMetrics } from '@aws-lambda-powertools/metrics';
import { metricNamespace, metricService, type SourceMetricName, type TotalMetricName } from './metric-definitions.ts';

export interface Metrics {
  add(name: TotalMetricName, value: number): void;
  /** `source` is a Source's id. Nothing that names a listing, a person or a device goes into a metric. */
  addOf(source: string, name: SourceMetricName, value: number): void;
  /** Prints what was added since the last time, one line a Source. At the end of every invocation: what is not printed is lost when the sandbox is. */
  publish(): void;
}

/** Where nobody counts: servers of one machine. */
export const uncounted: Pick<Metrics, 'add'> = { add() {} };

/**
 * Metrics of one deployment's stage (`prod`). Prints nothing where POWERTOOLS_METRICS_DISABLED is `true`, as on one machine, where
 * `fencewatch status` counts instead.
 */
export function createMetrics({ stage }: { stage: string }): Metrics {
  const inTotal = printerOf({ stage });
  const bySource = new Map<string, PowertoolsMetrics>();

  function printerFor(source: string): PowertoolsMetrics {
    const known = bySource.get(source);
    if (known !== undefined) return known;
    const made = printerOf({ stage, source });
    bySource.set(source, made);
    return made;
  }

  return {
    add: (name, value) => void inTotal.addMetric(name, MetricUnit.Count, value),
    addOf: (source, name, value) => void printerFor(source).addMetric(name, MetricUnit.Count, value),
    publish() {
      for (const printer of [inTotal, ...bySource.values()]) if (printer.hasStoredMetrics()) printer.publishStoredMetrics();
    },
  };
}

function printerOf(defaultDimensions: Record<string, string>): PowertoolsMetrics {
  return new PowertoolsMetrics({ namespace: metricNamespace, serviceName: metricService, defaultDimensions });
}
