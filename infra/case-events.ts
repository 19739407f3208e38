import { Stack, Validations } from 'aws-cdk-lib';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Grant } from 'aws-cdk-lib/aws-iam';
import { EventSourceMapping, FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { DeadLetters } from './dead-letters.ts';
import { MonitorFunction } from './monitor-function.ts';

/** Tells the account's event bus of every Case that changes its state, out of the table's own stream: no writer can forget to. */
export class CaseEvents extends Construct {
  readonly function: MonitorFunction;

  constructor(scope: Construct, id: string, { cases }: { cases: TableV2 }) {
    super(scope, id);
    this.function = new MonitorFunction(this, 'Function', {
      folder: 'tell',
      description: 'Tells other systems when a case changes its state',
      timeoutSeconds: 30,
      memoryMb: 512,
    });
    const deadLetters = new DeadLetters(this, 'DeadLetters', { what: 'Changes of cases that other systems should hear of' });
    Validations.of(deadLetters).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is a dead-letter queue: the failure destination of the mapping from the stream, which the rule does not look at.',
    });
    Validations.of(this.function).acknowledge({
      id: 'Serverless-LambdaDLQ',
      reason: 'Fed by a stream, never invoked asynchronously: what fails goes to the failure destination of the mapping.',
    });
    if (cases.tableStreamArn === undefined) throw new Error('The table of Cases has no stream: see shared/aws/resources.ts');
    new EventSourceMapping(this, 'Changes', {
      target: this.function,
      eventSourceArn: cases.tableStreamArn,
      startingPosition: StartingPosition.LATEST,
      batchSize: 50,
      bisectBatchOnError: true,
      retryAttempts: 20,
      reportBatchItemFailures: true,
      onFailure: new SqsDlq(deadLetters),
      // Cases themselves: not the rows of teams and captures beside them, and none that is erased.
      filters: [
        FilterCriteria.filter({
          eventName: FilterRule.or('INSERT', 'MODIFY'),
          dynamodb: { Keys: { sk: { S: FilterRule.isEqual('CASE') } } },
        }),
      ],
    });
    Grant.addToPrincipal({
      grantee: this.function,
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
      resourceArns: [cases.tableStreamArn],
    });
    const bus = Stack.of(this).formatArn({ service: 'events', resource: 'event-bus', resourceName: 'default' });
    Grant.addToPrincipal({ grantee: this.function, actions: ['events:PutEvents'], resourceArns: [bus] });
    this.function.set('EVENT_BUS', 'default');
  }
}
