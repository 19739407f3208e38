import { createAnswerStore } from '../../shared/aws/answer-store.ts';
import { createAuditStore } from '../../shared/aws/audit-store.ts';
import { createBatchHandler } from '../../shared/aws/batch.ts';
import { createCaseStore } from '../../shared/aws/case-store.ts';
import { createDynamoClient, createMailClient, createSqsClient } from '../../shared/aws/clients.ts';
import { readConfig } from '../../shared/aws/config.ts';
import { createEscalationStore } from '../../shared/aws/escalation-store.ts';
import { createFollowUpStore } from '../../shared/aws/follow-up-store.ts';
import { createLog } from '../../shared/aws/log.ts';
import { createMailSender } from '../../shared/aws/mail-sender.ts';
import { createMetrics } from '../../shared/aws/metrics.ts';
import { createNoticeStore } from '../../shared/aws/notice-store.ts';
import { createQueueSender } from '../../shared/aws/queue.ts';
import { createRecordStore } from '../../shared/aws/record-store.ts';
import { queues } from '../../shared/aws/resources.ts';
import { createVerificationStore } from '../../shared/aws/verification-store.ts';
import { noticeRequestSchema } from '../../shared/messages.ts';
import { createPageVisits, visitConfigKeys } from '../../shared/page-visits.ts';
import { composeMail } from '../../shared/platforms/compose-mail.ts';
import { loadPlatforms } from '../../shared/platforms/declaration.ts';
import { createNoticeSender } from '../../shared/platforms/send-notice.ts';
import { createWebhookSender } from '../../shared/platforms/webhook.ts';
import { countedNotices } from './counted-notices.ts';
import { deliverNotice } from './deliver.ts';
import { mailReturned } from './mail-returned.ts';
import { recallNotices } from './recall.ts';

const config = readConfig(process.env, [
  ...visitConfigKeys,
  ...(['RECORDS_TABLE', 'CASES_TABLE', 'AUDIT_TABLE', 'DELIVER_QUEUE_URL', 'DELIVER_DLQ_URL'] as const),
  ...([
    'PLATFORM_FILES',
    'WEBHOOK_SECRETS',
    'AUTHORITY',
    'VERIFICATION_LADDER',
    'PORTAL_URL',
    'PORTAL_KEY',
    'NOTICE_SENDER',
    'MAIL_CONFIGURATION_SET',
    'STAGE',
  ] as const),
]);
const client = createDynamoClient();
const sqs = createSqsClient();
const now = () => new Date();
const metrics = createMetrics({ stage: config.STAGE });
const sendMail = createMailSender({ client: createMailClient(), configurationSet: config.MAIL_CONFIGURATION_SET ?? undefined });
const { sourceNamed, fetcher, userAgent } = await createPageVisits(config, client);
const parts = {
  notices: countedNotices(createNoticeStore({ client, table: config.CASES_TABLE }), metrics),
  cases: createCaseStore({ client, table: config.CASES_TABLE }),
  records: createRecordStore({ client, table: config.RECORDS_TABLE }),
  audit: createAuditStore({ client, table: config.AUDIT_TABLE }),
  verifications: createVerificationStore({ client, table: config.CASES_TABLE }),
  escalations: createEscalationStore({ client, table: config.CASES_TABLE }),
  followUps: createFollowUpStore({ client, table: config.CASES_TABLE }),
  answeredListings: createAnswerStore({ client, table: config.CASES_TABLE }).standing,
  ladder: config.VERIFICATION_LADDER,
  deliverQueue: createQueueSender({ client: sqs, url: config.DELIVER_QUEUE_URL, fifo: queues.deliver.fifo }),
  authority: config.AUTHORITY,
  fetcher,
  sourceNamed,
  platforms: await loadPlatforms(config.PLATFORM_FILES),
  send: createNoticeSender({
    webhook: createWebhookSender({ userAgent, allowedPrivateNetworks: config.ALLOWED_PRIVATE_NETWORKS, now }),
    secrets: config.WEBHOOK_SECRETS,
    mail: async (mail, signal) => sendMail({ ...mail, raw: await composeMail(mail) }, signal),
    sender: config.NOTICE_SENDER,
    now,
  }),
  portal: config.PORTAL_URL === null ? undefined : { url: config.PORTAL_URL, keys: config.PORTAL_KEY },
  now,
};

export const handler = createBatchHandler({
  schema: noticeRequestSchema,
  queue: queues.deliver,
  queueUrl: config.DELIVER_QUEUE_URL,
  deadLetterUrl: config.DELIVER_DLQ_URL,
  sqs,
  log: createLog('deliver'),
  metrics,
  work(message, delivery) {
    switch (message.type) {
      case 'notice-written':
        return deliverNotice(message, delivery, parts);
      case 'case-lost':
        return recallNotices(message, delivery, parts);
      case 'mail-returned':
        return mailReturned(message, parts);
    }
  },
});
