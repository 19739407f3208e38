import { CloudWatchClient, type MetricAlarm, SetAlarmStateCommand } from '@aws-sdk/client-cloudwatch';
import { SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Emulator } from './emulator.ts';
import { waitFor } from './wait-for.ts';

/** What CloudWatch tells a topic, inside what SNS tells a queue. */
const noticeSchema = z.object({
  Message: z.string().transform((text) => z.object({ AlarmDescription: z.string() }).parse(JSON.parse(text))),
});

/** Somebody is on call: subscribes to the topic as they would, with a queue for a telephone, and returns what an alarm that goes off says to them. */
export async function drill({ url, region, credentials }: Emulator, { AlarmName, AlarmActions = [] }: MetricAlarm): Promise<string> {
  const at = { endpoint: url, region, credentials };
  const sqs = new SQSClient({ ...at, useQueueUrlAsEndpoint: false });
  const [TopicArn = ''] = AlarmActions;
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [lettingIn(TopicArn)] });
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: 'on-call', Attributes: { Policy } }));
  const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] }));
  await new SNSClient(at).send(new SubscribeCommand({ TopicArn, Protocol: 'sqs', Endpoint: Attributes?.['QueueArn'] }));
  // The emulator counts nothing of queues, so that an alarm of theirs goes off by hand alone: the drill of the operating guide.
  await new CloudWatchClient(at).send(new SetAlarmStateCommand({ AlarmName, StateValue: 'ALARM', StateReason: 'A drill' }));
  const told = await waitFor('an alarm that reaches the person on call', async () => {
    const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    return message?.Body;
  });
  return noticeSchema.parse(JSON.parse(told)).Message.AlarmDescription;
}

function lettingIn(topic: string) {
  const condition = { ArnEquals: { 'aws:SourceArn': topic } };
  return { Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' }, Action: 'sqs:SendMessage', Resource: '*', Condition: condition };
}
