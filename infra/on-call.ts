import { CfnOutput } from 'aws-cdk-lib';
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

/** Where alarms go: a topic that the force subscribes its on-call address to. */
export class OnCall extends Construct {
  private readonly topic: Topic;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const key = new Key(this, 'Key', { enableKeyRotation: true, description: 'Alarms on their way to people' });
    // CloudWatch publishes to an encrypted topic only with a key of one's own that it may use.
    key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
      }),
    );
    this.topic = new Topic(this, 'Topic', { displayName: 'Fencewatch alarms', masterKey: key, enforceSSL: true });
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
}
