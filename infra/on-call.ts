import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { stageOf } from './stage.ts';

/** Where alarms go: a topic that the force subscribes its on-call address to. */
export class OnCall extends Construct {
  private readonly topic: Topic;
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { account, region } = Stack.of(this);
    this.key = new Key(this, 'Key', {
      enableKeyRotation: true,
      description: 'Alarms on their way to people',
      removalPolicy: stageOf(this).removalPolicy,
    });
    this.topic = new Topic(this, 'Topic', { displayName: 'Fencewatch alarms', masterKey: this.key, enforceSSL: true });
    this.letPublish('cloudwatch.amazonaws.com', `cloudwatch:${region}:${account}:alarm:*`);
    new CfnOutput(this, 'TopicArn', { value: this.topic.topicArn, description: 'Subscribe the on-call address to this topic' });
  }

  /** Every alarm below this construct, made before, tells the topic when it goes off and when it is over. */
  hearsFrom(scope: Construct): void {
    const action = new SnsAction(this.topic);
    for (const node of scope.node.findAll()) {
      if (!(node instanceof Alarm)) continue;
      node.addAlarmAction(action);
      node.addOkAction(action);
    }
  }

  /** The topic's address, for budgets of this account, which may now publish to it. */
  addressForBudgets(): string {
    this.letPublish('budgets.amazonaws.com', `budgets::${Stack.of(this).account}:*`);
    return this.topic.topicArn;
  }

  /**
   * A topic with a policy of its own admits no alarm that the policy does not name, not even one of this account: the policy that SNS gives a topic
   * without one, which admits all of the account, is gone. And a service publishes to an encrypted topic only with a key that it may use.
   */
  private letPublish(service: string, from: string): void {
    const { account, partition, region } = Stack.of(this);
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        // Of this account: another's alarm could otherwise be pointed at it.
        conditions: { StringEquals: { 'aws:SourceAccount': account }, ArnLike: { 'aws:SourceArn': `arn:${partition}:${from}` } },
      }),
    );
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(service)],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        // Of a key's own policy: this key.
        resources: ['*'],
        // For topics of this account. Not for this one by name, which knows its key and cannot be known by it as well.
        conditions: { StringLike: { 'kms:EncryptionContext:aws:sns:topicArn': `arn:${partition}:sns:${region}:${account}:*` } },
      }),
    );
  }
}
