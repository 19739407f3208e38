import { CfnOutput, Stack } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** Where alarms go: a topic that the force subscribes its on-call address to. */
export class OnCall extends Construct {
  private readonly topic: Topic;
  private readonly key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.key = new Key(this, 'Key', { enableKeyRotation: true, description: 'Alarms on their way to people' });
    this.topic = new Topic(this, 'Topic', { displayName: 'Fencewatch alarms', masterKey: this.key, enforceSSL: true });
    this.letUseKey(new ServicePrincipal('cloudwatch.amazonaws.com'));
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
    const { account, partition } = Stack.of(this);
    const budgets = new ServicePrincipal('budgets.amazonaws.com', {
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${partition}:budgets::${account}:*` },
      },
    });
    this.letUseKey(budgets);
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [budgets],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
      }),
    );
    return this.topic.topicArn;
  }

  /** A service publishes to an encrypted topic only with a key of one's own that it may use. */
  private letUseKey(service: ServicePrincipal): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [service],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        // Of a key's own policy: this key.
        resources: ['*'],
      }),
    );
  }
}
