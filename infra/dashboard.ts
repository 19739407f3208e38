import { Duration, Stack } from 'aws-cdk-lib';
import { Alarm, AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, type IWidget, TextWidget } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { MetricName } from '../shared/aws/metric-definitions.ts';
import type { Source } from '../shared/sources/source.ts';
import { DeadLetters } from './dead-letters.ts';
import { domainMetric } from './domain-metric.ts';
import { MonitorFunction } from './monitor-function.ts';
import { QueueFunction } from './queue-function.ts';
import { stageOf } from './stage.ts';

const quarter = 6;
const third = 8;
const half = 12;
const hour = Duration.hours(1);
/** CloudWatch refuses a dashboard with more in one widget (CloudWatch API reference, "Dashboard body structure and syntax"). */
const MOST_ALARMS = 100;

/** One page for the question "is it well?", from what people notice down to what AWS counts: alarms, sources, listings, cases, notices, queues, functions. */
export class OperatorDashboard extends Construct {
  constructor(scope: Construct, id: string, { sources }: { sources: readonly Source[] }) {
    super(scope, id);
    const everything = Stack.of(this).node.findAll();
    const alarms = everything.filter((node): node is Alarm => node instanceof Alarm);
    const queues = everything.filter((node): node is QueueFunction => node instanceof QueueFunction);
    const functions = everything.filter((node): node is MonitorFunction => node instanceof MonitorFunction);
    const watched = sources.filter(({ enabled }) => enabled);
    const ofSources = (name: MetricName) =>
      watched.map(({ id: source, name: label }) => domainMetric(this, name, { source, label, period: hour }));
    const inTotal = (...named: [MetricName, string][]) => named.map(([name, label]) => domainMetric(this, name, { label, period: hour }));

    new Dashboard(this, 'Page', {
      dashboardName: `Fencewatch-${stageOf(this).name}`,
      defaultInterval: Duration.days(3),
      widgets: [
        ...chunksOf(alarms, MOST_ALARMS).map((some) => [new AlarmStatusWidget({ title: 'Alarms', alarms: some, width: 24, height: 6 })]),
        [heading('Can it see?')],
        [
          graph('Healthy scans an hour', ofSources('HealthyScans'), third),
          graph('Blind scans an hour', ofSources('BlindScans'), third),
          graph('Scans turned away an hour', ofSources('BlockedScans'), third),
        ],
        [
          graph('Listings on search pages an hour', ofSources('ListingsFound'), third),
          graph('Listings read an hour', ofSources('ListingsRead'), third),
          graph('Listing pages not read an hour', ofSources('PagesNotRead'), third),
        ],
        [heading('What comes in, and who asks?')],
        [
          graph(
            'Records an hour',
            inTotal(['RecordsImported', 'imported'], ['RowsRefused', 'rows refused'], ['RecordsWithdrawn', 'withdrawn']),
            quarter,
          ),
          graph(
            'Photos an hour',
            inTotal(['PhotosRead', 'read'], ['PhotosWithNumber', 'with a number'], ['PhotosNotRead', 'not read']),
            quarter,
          ),
          graph(
            'Checks an hour',
            inTotal(
              ['ChecksReported', 'reported'],
              ['ChecksNotReported', 'not reported'],
              ['ChecksCannotSay', 'cannot say'],
              ['ChecksTurnedAway', 'turned away'],
              ['CheckClientsHeld', 'clients held'],
            ),
            quarter,
          ),
          graph('Platforms an hour', inTotal(['PortalVisits', 'pages opened'], ['PlatformAnswers', 'answers']), quarter),
        ],
        [heading('What reaches people?')],
        [
          graph('Cases an hour', inTotal(['CasesOpened', 'opened'], ['CasesConfirmed', 'confirmed'], ['CasesRefused', 'refused']), third),
          graph('Undecided cases', inTotal(['UndecidedCases', 'waiting'], ['OldestUndecidedCaseHours', 'hours of the oldest']), third),
          graph(
            'Notices an hour',
            inTotal(['NoticesDelivered', 'delivered'], ['NoticesUndeliverable', 'undeliverable'], ['Looks', 'looks']),
            third,
          ),
        ],
        [heading('Does the work flow?')],
        [
          graph(
            'Age of the oldest message',
            queues.map(({ queue, node }) => queue.metricApproximateAgeOfOldestMessage({ period: hour, label: node.id })),
            half,
          ),
          graph(
            'Dead letters',
            everything
              .filter((node): node is DeadLetters => node instanceof DeadLetters)
              .map((queue) => queue.metricApproximateNumberOfMessagesVisible({ period: hour, statistic: 'Maximum', label: nameOf(queue) })),
            half,
          ),
        ],
        [
          graph(
            'Errors',
            functions.map((fn) => fn.metricErrors({ period: hour, label: nameOf(fn) })),
            third,
          ),
          graph(
            'Time of the slowest twentieth',
            functions.map((fn) => fn.metricDuration({ period: hour, statistic: 'p95', label: nameOf(fn) })),
            third,
          ),
          graph(
            'Throttled',
            functions.map((fn) => fn.metricThrottles({ period: hour, label: nameOf(fn) })),
            third,
          ),
        ],
      ],
    });
  }
}

function graph(title: string, left: IMetric[], width: number): IWidget {
  return new GraphWidget({ title, left, width, height: 6, leftYAxis: { min: 0 } });
}

function heading(words: string): IWidget {
  return new TextWidget({ markdown: `## ${words}`, width: 24, height: 1 });
}

/** The part of the stack that it belongs to: `Scan`. */
function nameOf({ node }: Construct): string {
  return node.scope?.node.id ?? node.id;
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
