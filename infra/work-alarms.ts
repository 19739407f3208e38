import { Duration, Stack } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { HttpFront } from './http-front.ts';
import { MonitorFunction } from './monitor-function.ts';
import { OperatorAlarm } from './operator-alarm.ts';

/**
 * Tells a person that a part stands still, hours before what waits for it is late: a function that dies in the middle of its work parks nothing, and
 * its messages come back only when their queue lets go of them. Functions behind a front have its alarm.
 */
export class WorkAlarms extends Construct {
  constructor(scope: Construct, id: string, { tables }: { tables: Readonly<Record<string, TableV2>> }) {
    super(scope, id);
    const everything = Stack.of(this).node.findAll();
    const answering = everything.flatMap((node) => (node instanceof HttpFront ? [node.answers] : []));
    for (const node of everything) {
      if (node instanceof MonitorFunction && !answering.includes(node)) this.watchFunction(node);
    }
    for (const [name, table] of Object.entries(tables)) this.watchTable(name, table);
  }

  private watchFunction(fn: MonitorFunction): void {
    const part = fn.node.scope?.node.id ?? fn.node.id;
    new OperatorAlarm(this, `${part}-failing`, {
      says: `${part} broke off three times within an hour: “${fn.does}” is not done, or late. What it worked on is tried again.`,
      section: 'A part that breaks off',
      metric: fn.metricErrors({ period: Duration.hours(1), statistic: 'Sum' }),
      threshold: 3,
    });
  }

  private watchTable(name: string, table: TableV2): void {
    for (const kind of ['Read', 'Write']) {
      new OperatorAlarm(this, `${name}-${kind.toLowerCase()}s-throttled`, {
        says: `The table of ${name} has turned ${kind.toLowerCase()}s away for a quarter of an hour: the work that asked for them is tried again, and late.`,
        section: 'A table that turns work away',
        metric: table.metric(`${kind}ThrottleEvents`, { period: Duration.minutes(5), statistic: 'Sum' }),
        // A table that suddenly has twice its traffic throttles for some minutes, until it has grown (DynamoDB developer guide, "On-demand capacity mode").
        evaluationPeriods: 3,
      });
    }
  }
}
