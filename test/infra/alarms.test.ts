import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type MetricName, metricDefinitions, metricNamespace } from '../../shared/aws/metric-definitions.ts';
import { monitorTemplate, resourcesOf, sourceNamed } from '../support/monitor-template.ts';

const template = monitorTemplate({ sources: [sourceNamed('market'), sourceNamed('asleep', { enabled: false, disabledBecause: 'terms' })] });
const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(({ properties }) => properties);
const operating = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
const headings = [...operating.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading);

describe('an alarm', () => {
  test('says what is wrong in a sentence, and under which heading of the operating guide it stands what to do', () => {
    for (const { AlarmDescription: said } of alarms) {
      const [, sentence, section] = /^(.{40,}\.) What to do: docs\/operating\.md, "(.+)"\.$/.exec(said) ?? [];
      expect(sentence, said).toBeDefined();
      expect(headings, said).toContain(section);
    }
  });

  test('of ours rests on a metric that functions count', () => {
    const counted = new Set(alarms.filter(({ Namespace }) => Namespace === metricNamespace).map(({ MetricName }) => MetricName));
    const alarming = ['BlindScans', 'BlockedScans', 'CasesOpened', 'CheckClientsHeld', 'HealthyScans', 'OldestUndecidedCaseHours'];
    expect([...counted].sort()).toEqual(alarming);
    expect([...counted].filter((name) => !(name in metricDefinitions))).toEqual([]);
  });

  test('goes off when a source was blind for two scans, however far apart they are', () => {
    const blind = alarms.find(({ MetricName }) => MetricName === 'BlindScans');
    expect(blind).toMatchObject({
      AlarmDescription: expect.stringContaining('market has been blind for two scans'),
      Statistic: 'Minimum',
      Period: 15 * 60,
      EvaluationPeriods: 2,
      TreatMissingData: 'ignore',
    });
  });

  test('goes off when nobody decides for three days, and when a day of reading opens no case', () => {
    const old = alarms.find(({ MetricName }) => MetricName === 'OldestUndecidedCaseHours');
    expect(old).toMatchObject({ Threshold: 72, Statistic: 'Maximum' });
    const none = alarms.find(({ MetricName }) => MetricName === 'CasesOpened');
    // A period without reading has no zeros, and is no period without a case.
    expect(none).toMatchObject({
      Statistic: 'Sum',
      Period: 6 * 3600,
      EvaluationPeriods: 4,
      Threshold: 1,
      TreatMissingData: 'notBreaching',
    });
    expect(none?.['ComparisonOperator']).toBe('LessThanThreshold');
  });

  test('watches every function that no front is before, and every table', () => {
    const failing = alarms.filter(({ MetricName, Namespace }) => Namespace === 'AWS/Lambda' && MetricName === 'Errors');
    const watched = failing.map(({ Dimensions }) => Dimensions[0].Value.Ref);
    const functions = resourcesOf(template, 'AWS::Lambda::Function').map(({ id }) => id);
    expect(watched.toSorted()).toEqual(functions.filter((id) => !/^(?:Console|Check|Portal)Function/.test(id)).toSorted());
    expect(failing[0]?.['AlarmDescription']).toMatch(/^OpenScan broke off three times within an hour: “Opens the scan/);
    const tables = resourcesOf(template, 'AWS::DynamoDB::GlobalTable').map(({ id }) => id);
    for (const metric of ['ReadThrottleEvents', 'WriteThrottleEvents']) {
      const throttled = alarms.filter(({ MetricName }) => MetricName === metric);
      expect(throttled.map(({ Dimensions }) => Dimensions[0].Value.Ref).toSorted()).toEqual(tables.toSorted());
    }
  });

  test('watches every dead-letter queue', () => {
    const watched = alarms
      .filter(({ MetricName }) => MetricName === 'ApproximateNumberOfMessagesVisible')
      .map(({ Dimensions }) => Dimensions[0].Value['Fn::GetAtt'][0]);
    const parking = resourcesOf(template, 'AWS::SQS::Queue').filter(({ properties }) => properties['RedrivePolicy'] === undefined);
    expect(watched.sort()).toEqual(parking.map(({ id }) => id).sort());
  });
});

test('a day that costs more than was said is told to the on-call topic, which budgets of this account may publish to', () => {
  const [budget] = resourcesOf(template, 'AWS::Budgets::Budget');
  expect(budget?.properties['Budget']).toMatchObject({
    BudgetType: 'COST',
    TimeUnit: 'DAILY',
    BudgetLimit: { Amount: { Ref: 'DollarsPerDay' }, Unit: 'USD' },
  });
  expect(budget?.properties['Budget'].BudgetName).toMatch(/A day that costs too much$/);
  expect(headings).toContain('A day that costs too much');
  const [topic] = resourcesOf(template, 'AWS::SNS::Topic');
  const [{ Subscribers } = { Subscribers: [] }] = budget?.properties['NotificationsWithSubscribers'] ?? [];
  expect(Subscribers).toEqual([{ SubscriptionType: 'SNS', Address: { Ref: topic?.id } }]);
  const mayPublish = JSON.stringify(resourcesOf(template, 'AWS::SNS::TopicPolicy').map(({ properties }) => properties));
  expect(mayPublish).toContain('budgets.amazonaws.com');
  expect(mayPublish).toContain('aws:SourceAccount');
});

test('a force that keeps its budgets elsewhere deploys none', () => {
  expect(resourcesOf(monitorTemplate({ context: { budget: 'none' } }), 'AWS::Budgets::Budget')).toEqual([]);
});

test('the dashboard shows every metric that is counted, every queue and every function', () => {
  const [dashboard] = resourcesOf(template, 'AWS::CloudWatch::Dashboard');
  const body = JSON.stringify(dashboard?.properties['DashboardBody']);
  const notShown: MetricName[] = ['MessagesParked'];
  const shown = Object.keys(metricDefinitions).filter((name) => body.includes(`\\"${name}\\"`));
  expect(shown).toEqual(Object.keys(metricDefinitions).filter((name) => !notShown.some((each) => each === name)));
  for (const { id } of resourcesOf(template, 'AWS::Lambda::Function')) expect(body).toContain(id);
  for (const { id } of resourcesOf(template, 'AWS::SQS::Queue')) expect(body).toContain(id);
});

test('the dashboard has no more alarms in one widget than CloudWatch takes, however many sources there are', () => {
  const sources = Array.from({ length: 40 }, (_, index) => sourceNamed(`market-${index}`));
  const many = monitorTemplate({ sources });
  const [dashboard] = resourcesOf(many, 'AWS::CloudWatch::Dashboard');
  const parts: (string | object)[] = dashboard?.properties['DashboardBody']['Fn::Join'][1];
  const body = JSON.parse(parts.map((part) => (typeof part === 'string' ? part : 'named')).join(''));
  const shown = body.widgets
    .filter(({ type }: { type: string }) => type === 'alarm')
    .map(({ properties }: { properties: { alarms: string[] } }) => properties.alarms.length);
  expect(Math.max(...shown)).toBeLessThanOrEqual(100);
  expect(shown.reduce((sum: number, each: number) => sum + each, 0)).toBe(resourcesOf(many, 'AWS::CloudWatch::Alarm').length);
});

test('the operating guide explains every metric', () => {
  for (const [name, { what }] of Object.entries(metricDefinitions)) expect(operating).toContain(`| \`${name}\` | ${what}`);
});
