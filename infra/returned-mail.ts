import { Validations } from 'aws-cdk-lib';
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import type { MailReturned } from '../shared/messages.ts';
import { DeadLetters } from './dead-letters.ts';
import type { QueueFunction } from './queue-function.ts';

/**
 * Mails that SES took and the receiver's mail service did not, because the mailbox is full or gone, come back to the function that sent them: hours
 * later, as messages of its own queue, where what cannot be worked on is parked and told of like everything else.
 */
export class ReturnedMail extends Construct {
  readonly configurationSet: ConfigurationSet;

  constructor(scope: Construct, id: string, { sender }: { sender: QueueFunction }) {
    super(scope, id);
    this.configurationSet = new ConfigurationSet(this, 'Mails', { tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE });
    this.configurationSet.addEventDestination('Events', {
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: [EmailSendingEvent.BOUNCE, EmailSendingEvent.REJECT],
    });
    const deadLetterQueue = new DeadLetters(this, 'DeadLetters', { what: 'News of notices by e-mail that came back' });
    Validations.of(deadLetterQueue).acknowledge({ id: 'AwsSolutions-SQS3', reason: 'This is a dead-letter queue, of a rule.' });
    const message: Record<keyof MailReturned, string> = { type: 'mail-returned', detail: EventField.fromPath('$.detail') };
    new Rule(this, 'Returned', {
      description: 'Notices by e-mail that came back',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced', 'Email Rejected'],
        detail: { mail: { tags: { 'ses:configuration-set': [this.configurationSet.configurationSetName] } } },
      },
      targets: [
        new SqsQueue(sender.queue, { messageGroupId: 'returned-mail', message: RuleTargetInput.fromObject(message), deadLetterQueue }),
      ],
    });
  }
}
