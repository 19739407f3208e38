import { Stack, Validations } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { eventSource } from '../shared/aws/event-source.ts';
import { DeadLetters } from './dead-letters.ts';
import { MonitorFunction, type MonitorFunctionProps } from './monitor-function.ts';

export interface TableEventsProps extends Pick<MonitorFunctionProps, 'handlerFile' | 'description'> {
  table: TableV2;
  /** Which changes the function is given: it reads no others. */
  filters: Parameters<typeof FilterCriteria.filter>[0][];
  /** What an alarm says was not told: "Changes of cases". */
  what: string;
}

/**
 * Tells the account's event bus of what changed in a table, out of the table's own stream: no writer can forget to. A stream bears two readers, a third would
 * be throttled (DynamoDB developer guide, "Reading and processing a stream").
 */
export class TableEvents extends Construct {
  readonly function: MonitorFunction;

  constructor(scope: Construct, id: string, { table, filters, what, ...options }: TableEventsProps) {
    super(scope, id);
    this.function = new MonitorFunction(this, 'Function', {
      ...options,
      folder: 'tell',
      timeoutSeconds: 30,
      memoryMb: 512,
    });
    const deadLetters = new DeadLetters(this, 'DeadLetters', { what: `${what} that other systems should hear of` });
    Validations.of(deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is a dead-letter queue: the failure destination of the mapping from the stream, which the rule does not look at.',
    });
    Validations.of(this.function).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason: 'Fed by a stream, never invoked asynchronously: what fails goes to the failure destination of the mapping.',
    });
    if (table.tableStreamArn === undefined) throw new Error('The table has no stream: see shared/aws/resources.ts');
    new EventSourceMapping(this, 'Changes', {
      target: this.function,
      eventSourceArn: table.tableStreamArn,
      // What happened while the mapping was being made or replaced would be passed over otherwise. Told twice it has the same `changeId`.
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 50,
      bisectBatchOnError: true,
      retryAttempts: 20,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(deadLetters),
      // None that is erased.
      filters: filters.map((dynamodb) => FilterCriteria.filter({ eventName: FilterRule.or('INSERT', 'MODIFY'), dynamodb })),
    });
    Grant.addToPrincipal({
      grantee: this.function,
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resourceArns: [table.tableStreamArn],
    });
    const bus = Stack.of(this).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' });
    // In our own name alone: rules of other systems on the bus take an event for what it says of itself.
    const conditions = { 'ForAllValues:StringEquals': { 'events:source': eventSource } };
    Grant.addToPrincipal({ grantee: this.function, actions: ['events:PutEvents'], resourceArns: [bus], conditions });
    this.function.set('EVENT_BUS', 'default');
  }
}
